// The page of the local chat: the people one plays, side by side.

import { act, follow, onConnection } from "./api.js";
import { showClock, startClock } from "./clock.js";
import { columnOf, showColumns } from "./column.js";
import { open, tidyDesk } from "./desk.js";
import { addPerson } from "./dialogs.js";
import { announce, byId, isNarrow } from "./dom.js";
import { answered } from "./message.js";
import { author, chatTitle, isGroup, model, takeIn } from "./model.js";
import { showPeople } from "./people.js";
import { language, loadTexts, onLanguage, setLanguage, t } from "./texts.js";
import { tell } from "./toast.js";
import { lookAround, startTour } from "./tour.js";
import { pointOut, showTour, startTourPanel } from "./tour_panel.js";
import { giveWay, showWelcome, startWelcome } from "./welcome.js";

const MOST_ANNOUNCED = 3;

/** Shows everything as it is now. */
function render() {
  if (model.home === null) return;
  tidyDesk();
  showClock();
  showPeople((person) => {
    giveWay();
    open(person);
    render();
    const column = byId("columns").querySelector(`[data-key="${person}"]`);
    column?.scrollIntoView({ inline: "nearest", block: "nearest" });
    // On a phone that would bring up the keyboard over half of what one wants to read.
    if (!isNarrow()) columnOf(person)?.composer.field.focus();
  });
  showTour();
  showWelcome();
  showColumns(render);
  pointOut();
}

function onState(state) {
  const news = takeIn(state);
  if (news === null) {
    location.reload();
    return;
  }
  render();
  lookAround();
  for (const press of news.presses) {
    answered(press.id, true);
    if (press.text) tell(press.person, press.text);
  }
  // One message stands in many columns; a screen reader shall hear it once.
  for (const message of news.fresh.slice(-MOST_ANNOUNCED)) {
    const where = isGroup(message.chat) ? chatTitle(message.chat) : model.people.get(message.chat)?.name;
    announce(t("announced", { chat: where, name: author(message), text: message.text }));
  }
}

/** Shows a line across the page; without words it goes away. */
function showBanner(text, wrong = false) {
  const banner = byId("banner");
  banner.textContent = text;
  banner.hidden = !text;
  banner.classList.toggle("wrong", wrong);
}

function showLanguage() {
  document.title = t("page_title");
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language()));
  }
  render();
}

/** A link of the bot that was opened as a page of its own: plays it as whoever comes first. */
async function followStartLink() {
  const code = location.hash.match(/^#start=(.*)$/)?.[1];
  if (code === undefined) return;
  history.replaceState(null, "", location.pathname);
  const person = byId("columns").querySelector(".column")?.dataset.key;
  if (!person) return;
  open(person, person);
  await act({ do: "start", person, code: decodeURIComponent(code) }).catch((refused) => tell(person, t(refused.key), true));
}

let bannerTimer;
await loadTexts();
onLanguage(showLanguage);
onConnection((connected) => showBanner(connected ? "" : t("away"), !connected));
startWelcome(render);
startTour(render);
startTourPanel();
startClock((text) => {
  showBanner(text, true);
  clearTimeout(bannerTimer);
  bannerTimer = setTimeout(() => showBanner(""), 6000);
});
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => setLanguage(button.dataset.language));
}
byId("add-person").addEventListener("click", () => addPerson(render));
addEventListener("resize", render);
document.addEventListener("visibilitychange", render);
showLanguage();
let first = true;
await follow((state) => {
  onState(state);
  if (first) followStartLink();
  first = false;
});
