// The service's clock, and moving it where that is allowed.

import { act } from "./api.js";
import { chooseTime } from "./dialogs.js";
import { announce, byId, setText } from "./dom.js";
import { model, now } from "./model.js";
import { dayName, t, wallClock, weekday } from "./texts.js";

const TICK_MS = 1000;
const TARGETS = {
  quarter: { minutes: 15 },
  hour: { minutes: 60 },
  next: "next_event",
  morning: "tomorrow_morning",
};
let moving = false;
/** Says what is wrong, until the next move. */
let wrong = () => {};

export function startClock(tellWrong) {
  wrong = tellWrong;
  setInterval(showClock, TICK_MS);
  byId("moves").addEventListener("click", (event) => {
    const target = event.target.closest("[data-move]")?.dataset.move;
    if (target === "choose") chooseTime(move);
    else if (target) move(TARGETS[target]).catch((refused) => wrong(t(refused.key)));
  });
  byId("move-toggle").addEventListener("click", () => setOpen(byId("moves").dataset.open !== "true"));
}

/** Shows or hides the moves where there is no room for them beside the clock. */
function setOpen(open) {
  byId("moves").dataset.open = String(open);
  byId("move-toggle").setAttribute("aria-expanded", String(open));
}

export function showMoves() {
  setOpen(true);
  byId("move-next").focus();
}

export function showClock() {
  if (!model.time) return;
  const { movable, next_event: next, zone } = model.time;
  const time = byId("now");
  setText(time, wallClock(now(), zone).clock);
  time.dateTime = now().toISOString();
  setText(byId("today"), dayName(now(), zone));
  byId("moves").hidden = !movable;
  byId("move-toggle").hidden = !movable;
  const nextButton = byId("move-next");
  nextButton.setAttribute("aria-disabled", String(!next));
  setText(byId("next-at"), next ? nextAt(new Date(next), zone) : "");
  nextButton.title = next ? "" : t("error_nothing_planned");
}

/** "(16:00)", with the weekday if it is another day, and with the date if it is far off. */
function nextAt(next, zone) {
  const [there, here] = [wallClock(next, zone), wallClock(now(), zone)];
  if (there.date === here.date) return `(${there.clock})`;
  const isFar = next - now() > 6 * 24 * 3600 * 1000;
  return `(${isFar ? dayName(next, zone) : weekday(next, zone)} ${there.clock})`;
}

async function move(target) {
  if (moving) return;
  moving = true;
  byId("moves").setAttribute("aria-busy", "true");
  try {
    await act({ to: target }, "/chat/time");
    announce(t("moved"));
  } finally {
    moving = false;
    byId("moves").removeAttribute("aria-busy");
  }
}
