// What this is, and what to try.

import { showMoves } from "./clock.js";
import { columnOf } from "./column.js";
import { desk, open } from "./desk.js";
import { addPerson } from "./dialogs.js";
import { byId, el, isNarrow, svg } from "./dom.js";
import { chatsOf, isGroup, messagesOf, model } from "./model.js";
import { t } from "./texts.js";
import { isOffered, isTouring, isUnderWay, leaveTour } from "./tour.js";
import { enterTour } from "./tour_panel.js";

const CLOSED = "tannhjul.welcome-closed";
const tried = new Set();
let render = () => {};

export function startWelcome(everything) {
  render = everything;
  byId("help").addEventListener("click", () => setOpen(byId("welcome").hidden));
}

export function setOpen(open) {
  if (open) localStorage.removeItem(CLOSED);
  else localStorage.setItem(CLOSED, "yes");
  if (isTouring()) leaveTour();
  render();
  byId(open ? "welcome" : "help").focus();
}

/** Where there is room for one thing only, whoever chooses somebody to play has seen the welcome. */
export function giveWay() {
  if (isNarrow()) localStorage.setItem(CLOSED, "yes");
}

/** Shows the panel: how to begin where nobody is there, else what to try. */
export function showWelcome() {
  const panel = byId("welcome");
  const empty = model.people.size === 0;
  panel.hidden = isTouring() || (!empty && localStorage.getItem(CLOSED) === "yes");
  byId("help").setAttribute("aria-expanded", String(!panel.hidden));
  byId("help").hidden = empty;
  document.body.classList.toggle("empty-handed", empty);
  document.body.classList.toggle("welcoming", !panel.hidden);
  const signature = [
    document.documentElement.lang, empty, model.time?.movable, isOffered(), isUnderWay(), [...tried], [...model.people.keys()],
  ].join(" ");
  if (panel.hidden || panel.dataset.signature === signature) return;
  panel.dataset.signature = signature;
  panel.tabIndex = -1;
  const focused = panel.contains(document.activeElement) ? document.activeElement.dataset.try : null;
  panel.replaceChildren(...(empty ? beginning() : suggestions()));
  if (focused) panel.querySelector(`[data-try="${focused}"]`)?.focus();
}

/** Nobody is there yet. */
function beginning() {
  const step = (number) => el("li", {}, el("h3", {}, t(`begin_${number}_title`)), el("p", {}, ...withCode(t(`begin_${number}`))));
  return [
    view(),
    el("div", { class: "words" },
      el("h2", { id: "welcome-title" }, t("welcome_title")),
      el("p", {}, t("begin_text")),
      el("ol", { class: "steps" }, [1, 2, 3].map(step)),
      el("button", { type: "button", class: "main", onclick: () => addPerson(render) }, t("add_first_person"))),
  ];
}

/** Words between backticks are set as code. */
const withCode = (text) => text.split("`").map((part, index) => (index % 2 ? el("code", {}, part) : part));

function suggestions() {
  const things = [
    ["ask", () => ask()],
    ["accept", () => accept()],
    ["drop_out", () => dropOut()],
    model.time?.movable ? ["time", () => time()] : ["start", () => start()],
  ];
  const hint = el("p", { class: "hint", role: "status" });
  const card = ([name, action]) => el("li", {}, el("button", {
    type: "button", class: tried.has(name) ? "card tried" : "card", data: { try: name },
    onclick: () => {
      hint.textContent = action() ?? "";
      if (hint.textContent) return;
      tried.add(name);
      giveWay();
      render();
    },
  },
  el("strong", {}, t(`try_${name}_title`), tried.has(name) ? el("span", { class: "check" }, "✓", el("span", { class: "unseen" }, " ", t("tried"))) : null),
  el("span", {}, t(`try_${name}`))));
  return [
    view(),
    el("div", { class: "words" },
      el("h2", { id: "welcome-title" }, t("welcome_title")),
      el("p", {}, t("welcome_text")),
      isOffered() && el("button", { type: "button", class: "main", data: { try: "tour" }, onclick: enterTour },
        t(isUnderWay() ? "tour_go_on" : "tour_take"))),
    el("ol", { class: "cards" }, things.map(card)),
    hint,
    el("button", { type: "button", class: "close", "aria-label": t("close_welcome"), onclick: () => setOpen(false) }, "×"),
  ];
}

/** Puts words into somebody's composer, once that column is there. */
function write(person, chat, text, replyTo) {
  open(person, chat);
  giveWay();
  render();
  columnOf(person).compose(text, replyTo);
  byId("columns").querySelector(`[data-key="${person}"]`)?.scrollIntoView({ inline: "nearest", block: "nearest" });
}

/** Those who play this part, the ones on the desk first. */
function who(part) {
  const people = [...model.people.values()].filter((person) => person.part === part);
  const onDesk = (person) => desk.columns.some((column) => column.person === person.id);
  return people.sort((one, other) => onDesk(other) - onDesk(one));
}

const anybody = () => model.people.get(desk.columns[0]?.person) ?? model.people.values().next().value;

function ask() {
  const person = who("staff")[0] ?? who("coordinator")[0] ?? anybody();
  write(person.id, person.id, t("sample_ask"));
}

/** The newest card in a group of somebody who could take it. */
function accept() {
  const volunteers = [...who("volunteer"), ...[...model.people.values()].filter((person) => !person.part)];
  for (const person of volunteers) {
    for (const chat of chatsOf(person.id).filter(isGroup)) {
      const card = messagesOf(chat).findLast((message) => message.by === null && !message.deleted && message.buttons.length > 0);
      if (card) return write(person.id, chat, t("sample_accept"), card.id);
    }
  }
  return t("no_card_yet");
}

function dropOut() {
  const started = [...who("volunteer"), anybody()].filter((person) => person.started);
  if (started.length === 0) return t("nobody_started");
  const heardLast = (person) => messagesOf(person.id).findLast((message) => message.by === null)?.id ?? 0;
  const person = started.reduce((best, person) => (heardLast(person) > heardLast(best) ? person : best));
  write(person.id, person.id, t("sample_drop_out"));
  return undefined;
}

function time() {
  showMoves();
}

function start() {
  const person = [...model.people.values()].find((person) => !person.started) ?? anybody();
  open(person.id, person.id);
  render();
  const column = byId("columns").querySelector(`[data-key="${person.id}"]`);
  column?.querySelector(".gate:not([hidden]) input, textarea")?.focus();
}

/** The cogwheel as a low sun behind the mountains. */
function view() {
  const rays = [0, 45, 90, 135].map((turn) =>
    svg("rect", { class: "sun", x: -5, y: -31, width: 10, height: 62, rx: 3, transform: `translate(112 62) rotate(${turn})` }));
  return svg("svg", { class: "view", viewBox: "0 0 200 130", "aria-hidden": "true", preserveAspectRatio: "xMidYMid slice" },
    svg("rect", { class: "sky", width: 200, height: 130 }),
    ...rays, svg("circle", { class: "sun", cx: 112, cy: 62, r: 24 }), svg("circle", { class: "sky", cx: 112, cy: 62, r: 8 }),
    svg("path", { class: "far", d: "M-5 96 28 58l14 14 26-34 30 44 22-26 24 30 20-18 46 40v40H-5z" }),
    svg("path", { class: "snow", d: "m56 54 12-16 13 19-8-3-6 5-5-6z" }),
    svg("path", { class: "near", d: "M-5 104 22 86l24 14 34-22 38 26 34-18 53 30v20H-5z" }),
    svg("path", { class: "fjord", d: "M-5 112c40-6 60 4 100 0s70-4 110 0v20H-5z" }));
}
