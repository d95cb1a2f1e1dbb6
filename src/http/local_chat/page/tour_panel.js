// The panel of the guided tour, and what it points at on the desk.

import { columnOf } from "./column.js";
import { desk } from "./desk.js";
import { byId, el, setText } from "./dom.js";
import { dayName, t, weekday } from "./texts.js";
import {
  beginAfresh, carryOut, isOffered, isTouring, leaveTour, openTour, pointedAt, skipStep, takeArrived, tourView, wantedPress,
} from "./tour.js";
import { CHAPTERS } from "./tour_steps.js";

/** The cogwheel turns by one tooth for each step. */
const TOOTH_DEGREES = 45;

export function startTourPanel() {
  const panel = byId("tour");
  byId("tour-open").addEventListener("click", enterTour);
  byId("tour-leave").addEventListener("click", leave);
  byId("tour-go").addEventListener("click", go);
  byId("tour-other").addEventListener("click", other);
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  });
  byId("tour-chapters").append(...Array.from({ length: CHAPTERS }, () => el("li")));
}

export function enterTour() {
  openTour();
  byId("tour-go").focus();
}

function leave() {
  leaveTour();
  const way = byId("tour-open");
  (way.checkVisibility() ? way : byId("help")).focus();
}

/** The button does the step; where what it expects has not come, or before the first, it begins afresh; at the end it leaves. */
function go() {
  const { view, stuck, passing } = tourView();
  if (view === "end") leave();
  else if (view === "step" && (!stuck || passing)) carryOut().then(toTrouble);
  else beginAfresh().then(toTrouble);
}

/** The smaller button goes past a step that failed; at the end it takes the tour again. */
function other() {
  if (tourView().view === "end") beginAfresh().then(toTrouble);
  else skipStep();
  byId("tour-go").focus();
}

/** Where it does not go on, the focus goes to the reason: another Enter shall not throw anything away unread. */
function toTrouble() {
  if (tourView().stuck && byId("tour").contains(document.activeElement)) byId("tour-stuck").focus();
}

/** Brings the panel up to date; it takes the place of the welcome. */
export function showTour() {
  const panel = byId("tour");
  const touring = isTouring();
  byId("tour-open").hidden = !isOffered() || touring;
  document.body.classList.toggle("touring", touring);
  panel.hidden = !touring;
  if (!touring) return;
  const { view, step, place, busy, stuck, passing, day } = tourView();
  const words = { day: day && dayName(day, "UTC"), weekday: day && weekday(day, "UTC") };
  const name = busy === "afresh" ? "afresh" : view === "step" ? step.name : view;
  const chapter = view === "step" ? step.chapter : view === "end" ? CHAPTERS + 1 : 0;
  panel.setAttribute("aria-busy", String(busy !== null));
  panel.dataset.step = name;
  byId("tour-mark").style.transform = `rotate(${place * TOOTH_DEGREES}deg)`;
  const inside = chapter >= 1 && chapter <= CHAPTERS;
  setText(byId("tour-count"), inside ? t("tour_count", { chapter, chapters: CHAPTERS }) : "");
  setText(byId("tour-title"), t(`tour_title_${inside ? chapter : view}`));
  setText(byId("tour-text"), t(`tour_${name}`, words));
  byId("tour-text").hidden = stuck !== null;
  const trouble = byId("tour-stuck");
  trouble.hidden = stuck === null;
  setText(trouble, stuck === null ? "" : passing ? t(stuck) : t("tour_stuck", { why: t(stuck) }));
  const afresh = view === "intro" || (stuck !== null && !passing);
  setText(byId("tour-go"), afresh ? t("tour_intro_button") : t(`tour_${name}_button`, words));
  setText(byId("tour-other"), t(view === "end" ? "tour_again" : "tour_skip"));
  byId("tour-other").hidden = view !== "end" && (view === "intro" || stuck === null);
  for (const button of [byId("tour-go"), byId("tour-other")]) button.setAttribute("aria-disabled", String(busy !== null));
  [...byId("tour-chapters").children].forEach((mark, index) => {
    mark.className = index + 1 < chapter ? "past" : index + 1 === chapter ? "here" : "";
  });
}

/** Marks what has just come and what would be pressed, and brings the former into view. To be called when the columns are up to date. */
export function pointOut() {
  const pointed = new Set(pointedAt().map(String));
  const wanted = wantedPress();
  for (const message of document.querySelectorAll(".column .message")) {
    const id = message.dataset.id;
    message.classList.toggle("pointed", pointed.has(id));
    for (const key of message.querySelectorAll(".key")) {
      key.classList.toggle("wanted", wanted !== null && id === String(wanted.message) && key.dataset.press === wanted.data);
    }
  }
  if (!takeArrived()) return;
  for (const element of document.querySelectorAll(".columns > .column")) {
    const column = columnOf(element.dataset.key);
    const messages = element.querySelectorAll(".message.pointed");
    if (messages.length === 0) column.toEnd();
    else column.lookAt(messages[messages.length - 1]);
  }
  byId("columns").querySelector(`[data-key="${desk.active}"]`)?.scrollIntoView({ inline: "nearest", block: "nearest" });
}
