// The page's words. Each language is a table of its own, complete.

const NAMES = ["nb", "nn", "en"];
const tables = {};
let current = "nb";
const listeners = [];

/** The language that was chosen before, or the browser's. */
function wanted() {
  const chosen = localStorage.getItem("tannhjul.language");
  if (NAMES.includes(chosen)) return chosen;
  for (const language of navigator.languages ?? []) {
    const code = language.toLowerCase().split("-")[0];
    if (code === "no") return "nb";
    if (NAMES.includes(code)) return code;
  }
  return "nb";
}

/** Fetches the words and writes them into the page. */
export async function loadTexts() {
  await setLanguage(wanted(), false);
}

const words = async (name) => (await fetch(`/chat/files/${name}`)).json();

export async function setLanguage(code, chosen = true) {
  tables[code] ??= Object.assign({}, ...(await Promise.all([words(`${code}.json`), words(`tour_${code}.json`)])));
  current = code;
  if (chosen) localStorage.setItem("tannhjul.language", code);
  document.documentElement.lang = code;
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", t(element.dataset.tLabel));
  }
  for (const listener of listeners) listener();
}

export const language = () => current;

export function onLanguage(listener) {
  listeners.push(listener);
}

/** A text, with `{name}` filled in. With a count, `key_one` is taken for one. */
export function t(key, values = {}) {
  const table = tables[current] ?? {};
  const text = (values.count === 1 && table[`${key}_one`]) || table[key];
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** One a time zone: they are dear to make. */
const clocks = {};

/** The parts of an instant on the wall clock of `zone`. */
export function wallClock(instant, zone) {
  const format = (clocks[zone] ??= new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", weekday: "short",
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  }));
  const parts = Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]));
  return {
    ...parts,
    clock: `${parts.hour}:${parts.minute}`,
    date: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(parts.weekday),
  };
}

/** "lørdag". */
export const weekday = (instant, zone) => tables[current].weekdays[wallClock(instant, zone).weekday];

/** "lørdag 21. november". */
export function dayName(instant, zone) {
  const wall = wallClock(instant, zone);
  const table = tables[current];
  return t("day", { weekday: weekday(instant, zone), day: Number(wall.day), month: table.months[wall.month - 1] });
}
