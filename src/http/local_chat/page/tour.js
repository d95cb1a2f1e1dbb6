// The guided tour: goes through the steps, each by the same calls that somebody's own typing and clicking makes.
//
// Where it stands is kept in the browser, so that it can be left and taken up again. A step is done when what it expects has come, whoever did it:
// a visitor may as well press the button in the chat.

import { Refused, act } from "./api.js";
import { stage } from "./desk.js";
import { messagesOf, model, now } from "./model.js";
import { language, t, wallClock } from "./texts.js";
import { GROUPS, PEOPLE, STEPS } from "./tour_steps.js";

const KEY = "tannhjul.tour";
/** Longest wait for what a step expects, once it has been carried out. */
const PATIENCE_MS = 10000;
const AFRESH_PATIENCE_MS = 30000;
/** What lies with the connection or the server: the same step may be tried again. */
const PASSING = ["error_away", "error_failed"];
/** Most events that are passed on the way to what a step expects. */
const MOST_EVENTS = 15;
/** After this hour the first day is too short for the tour. */
const LATEST_START = "13:00";

/**
 * `after`: it begins on the platform that comes after this one. Else: `home`: the platform it is about; `run`: a name for this time through; `day`: its first day; `step`: the place in STEPS; `base`: the change
 * after which the step's messages come; `met`: numbers, messages and people that were remembered; `pointed`: the messages to look at.
 */
let state = load();
/** "step" while a step is carried out, "afresh" while all is made anew. */
let busy = null;
/** Why it does not go on: a key of the table of words. */
let stuck = null;
let render = () => {};
/** What waits for something to be so. */
const waiting = new Set();

function load() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function save() {
  localStorage.setItem(KEY, JSON.stringify(state));
}

export function startTour(everything) {
  render = everything;
}

/** What the panel shows: "intro" (all must be made anew first), "step", "end"; and what goes with it. `passing`: what it is stuck on may pass. */
export function tourView() {
  const place = state.step ?? 0;
  const view = !begun() ? "intro" : place >= STEPS.length ? "end" : "step";
  return { view, step: STEPS[place], place, busy, stuck, passing: PASSING.includes(stuck), ...weekdays() };
}

/** Whether it stands at a step of this platform. */
const begun = () => state.step !== undefined && state.home === model.home;

export const isTouring = () => Boolean(state.open) && isOffered();

/** Whether the tour has been left on the way. */
export const isUnderWay = () => begun() && state.step < STEPS.length;

/** There is a tour where everybody it meets is there, time can be moved, and one may begin afresh. */
export function isOffered() {
  if (!model.afresh || !model.time?.movable) return false;
  const names = new Set([...model.people.values()].map((person) => person.name));
  const titles = new Set([...model.groups.values()].map((group) => group.title));
  return Object.values(PEOPLE).every((name) => names.has(name)) && Object.values(GROUPS).every((title) => titles.has(title));
}

/** Takes the tour up where it was, or begins it. */
export function openTour() {
  state.open = true;
  if (isUnderWay()) {
    showStage(STEPS[Math.max(0, state.step - 1)]);
  } else if (!begun() && isUntouched()) {
    begin();
  }
  save();
  render();
}

/** Leaves it where it is; when it is over, the next time begins at the beginning. */
export function leaveTour() {
  state = isUnderWay() ? { ...state, open: false, pointed: [] } : {};
  stuck = null;
  save();
  render();
}

/** Nobody has said more than one code in each chat, which is deleted when it is read, and the day is young. */
function isUntouched() {
  const isQuiet = [...model.messages.keys()].every((chat) => {
    const said = messagesOf(chat).filter((message) => message.by !== null);
    return said.length < 2 && said.every((message) => message.deleted || message.text.startsWith("/start"));
  });
  return isQuiet && wallClock(now(), model.time.zone).clock < LATEST_START;
}

function begin() {
  state = {
    open: true, home: model.home, run: crypto.randomUUID(), day: wallClock(now(), model.time.zone).date,
    step: -1, base: model.change, met: {}, pointed: [],
  };
  stuck = null;
  goOn();
  showStage(STEPS[state.step]);
}

/** To the next step that there is in this language. */
function goOn() {
  do state.step += 1;
  while (STEPS[state.step]?.onlyIn && !STEPS[state.step].onlyIn.includes(language()));
}

/** Has everything thrown away, and begins when it has been made anew; the page is then loaded again. */
export async function beginAfresh() {
  if (busy) return;
  busy = "afresh";
  stuck = null;
  state = { open: true, after: model.home };
  save();
  render();
  try {
    await act({}, "/chat/afresh");
    await sleep(AFRESH_PATIENCE_MS);
    throw new Refused("failed");
  } catch (refused) {
    stuck = refused.key;
  } finally {
    busy = null;
    render();
  }
}

/** Hears of every change: begins what was to begin, lets go on what waited, and sees what a visitor has done. */
export function lookAround() {
  if (model.home === null || !isOffered()) return;
  if (state.after !== undefined && state.after !== model.home) {
    begin();
    save();
  } else if (state.home !== undefined && state.home !== model.home) {
    state = { open: state.open };
    save();
  }
  for (const look of [...waiting]) look();
  if (busy === null && isTouring() && isUnderWay()) {
    const found = met(STEPS[state.step]);
    if (found) advance(found);
  }
}

/** Carries out the step and waits for what it expects. */
export async function carryOut() {
  if (busy || !isUnderWay()) return;
  const step = STEPS[state.step];
  busy = "step";
  stuck = null;
  showStage(step);
  render();
  try {
    for (const [place, one] of step.acts.entries()) await perform(one, `${state.run} ${step.name} ${place}`, step);
    advance(await until(() => met(step)));
  } catch (refused) {
    if (!(refused instanceof Refused)) console.warn("tour:", refused);
    stuck = refused.key ?? "error_failed";
  } finally {
    busy = null;
    render();
  }
}

/** Leaves the step as it is and goes to the next, for which what has come since counts. */
export function skipStep() {
  if (busy || !isUnderWay()) return;
  stuck = null;
  goOn();
  save();
  lookAround();
  render();
}

function advance({ met: remembered, messages }) {
  Object.assign(state.met, remembered);
  state.pointed = messages.map((message) => message.id);
  state.base = model.change;
  stuck = null;
  const done = STEPS[state.step];
  goOn();
  save();
  showStage(done, messages.at(-1).chat);
  arrived = true;
  render();
}

/** Whether the page has yet to bring into view what has just come. */
let arrived = false;
export function takeArrived() {
  const is = arrived;
  arrived = false;
  return is;
}

export const pointedAt = () => (isTouring() ? (state.pointed ?? []) : []);

/** The button that the step would press: {chat, data}, where it is one. */
export function wantedPress() {
  if (!isTouring() || !isUnderWay() || busy) return null;
  const one = STEPS[state.step].acts.find((one) => one.press);
  const found = one && button(chatOf(one), one.press);
  return found ? { message: found.message.id, data: found.data } : null;
}

// What is done.

async function perform(one, name, step) {
  if (one.clock) return one.clock === "onwards" ? moveOnwards(step) : moveTo(one.clock);
  const person = personOf(one.who);
  if (one.say) {
    const to = one.to === undefined ? null : remembered(one.to);
    return act({ do: "say", person, chat: chatOf(one), text: t(`tour_${one.say}_said`), reply_to: to, nonce: name });
  }
  if (one.react) return act({ do: "react", person, message: remembered(one.to), emoji: one.react });
  const { message, data } = await until(() => button(chatOf(one), one.press)).catch(() => { throw new Refused("no_such_button"); });
  return act({ do: "press", person, message: message.id, data });
}

async function moveTo({ day, at }) {
  const there = `${later(state.day, day)}T${at}:00`;
  const isThere = (instant) => {
    const wall = wallClock(instant, model.time.zone);
    return `${wall.date}T${wall.clock}:00` >= there;
  };
  if (isThere(now())) return;
  await act({ to: { at: there } }, "/chat/time");
  // On the way things happen one after the other; what counts is how it looks when all of it has.
  await until(() => isThere(new Date(model.time.now)));
}

async function moveOnwards(step) {
  for (let events = 0; events < MOST_EVENTS && !met(step); events += 1) {
    const next = Date.parse(model.time.next_event);
    await act({ to: "next_event" }, "/chat/time");
    await until(() => Date.parse(model.time.now) >= next);
  }
}

/** A day after another: both as on a calendar. */
function later(day, days) {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

// What is expected.

/** What has come of a step, all of it: {met, messages}; null while something lacks. */
function met(step) {
  const found = { met: {}, messages: [] };
  for (const one of step.expect) {
    const message = expected(one, found.met);
    if (!message) return null;
    if (one.as) found.met[one.as] = message.id;
    found.messages.push(message);
  }
  return found;
}

/** The newest message that is as expected. Numbers and people that were not met before are put into `fresh`. */
function expected(one, fresh) {
  for (const place of [one.in].flat()) {
    const chat = placeOf(place);
    if (!chat) continue;
    for (const message of messagesOf(chat).reverse()) {
      if (message.change <= state.base) continue;
      const numbers = fits(message, one, fresh);
      if (!numbers) continue;
      Object.assign(fresh, numbers);
      if (one.who) fresh[one.who] = chat;
      return message;
    }
  }
  return null;
}

/** The numbers in the button of a message that is as expected, if it is. */
function fits(message, { button: wanted, text, plain, message: name }, fresh) {
  if (message.by !== null || message.deleted) return null;
  if (name && message.id !== remembered(name)) return null;
  if (text && !holds(message.text, text, { ...state.met, ...fresh })) return null;
  const buttons = message.buttons.flat();
  if (plain && (message.edited_at || buttons.some((button) => button.data !== undefined))) return null;
  if (!wanted) return {};
  for (const { data } of buttons) {
    const numbers = data && matches(wanted, data, { ...state.met, ...fresh });
    if (numbers) return numbers;
  }
  return null;
}

/** Whether a text holds these words, with numbers that were met; "#1" is not in "#17". */
function holds(text, wanted, known) {
  const words = wanted.replace(/\{(\w+)\}/g, (_, name) => known[name]);
  return text.split(words).slice(1).some((rest) => !/^\d/.test(rest));
}

/** Whether data begin with what is wanted: the numbers that were not known before, if so. */
function matches(wanted, data, known) {
  const unknown = [];
  const pattern = wanted.replace(/\{(\w+)\}/g, (_, name) => {
    if (name in known) return known[name];
    unknown.push(name);
    return "(\\d+)";
  });
  const found = data.match(new RegExp(`^${pattern}(?=:|$)`));
  return found && Object.fromEntries(unknown.map((name, place) => [name, Number(found[place + 1])]));
}

/** The newest button in a chat with data that begin so. What was not met before is to be new. */
function button(chat, wanted) {
  if (!chat) return null;
  for (const message of messagesOf(chat).reverse()) {
    if (message.by !== null || message.deleted) continue;
    for (const { data } of message.buttons.flat()) {
      const numbers = data && matches(wanted, data, state.met);
      if (!numbers || (Object.keys(numbers).length > 0 && message.change <= state.base)) continue;
      return { message, data };
    }
  }
  return null;
}

/** Gives what `holds` gives as soon as that is something. A hidden page hears nothing, so the time does not count there. */
function until(holds) {
  return new Promise((resolve, reject) => {
    let timer;
    const end = (settle, value) => {
      waiting.delete(look);
      clearTimeout(timer);
      settle(value);
    };
    const look = () => {
      const value = holds();
      if (value) end(resolve, value);
    };
    const giveUp = () => {
      if (document.hidden) timer = setTimeout(giveUp, PATIENCE_MS);
      else end(reject, new Refused("not_come"));
    };
    timer = setTimeout(giveUp, PATIENCE_MS);
    waiting.add(look);
    look();
  });
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Who and where.

const named = (things, key, name) => [...things.values()].find((thing) => thing[key] === name)?.id;

/** A person of the tour, or one who was remembered. */
const personOf = (who) => (who in PEOPLE ? named(model.people, "name", PEOPLE[who]) : state.met?.[who]);

const placeOf = (place) => (place in GROUPS ? named(model.groups, "title", GROUPS[place]) : personOf(place));

const chatOf = ({ who, in: place }) => placeOf(place ?? who);

function remembered(name) {
  const id = state.met[name];
  if (id === undefined) throw new Refused("no_such_message");
  return id;
}

/** Puts the columns of a step on the desk; the one in which the eye shall rest, or in which something is done, is seen where there is room for one. */
function showStage(step, chat) {
  const places = step.stage.split(" ").map((place) => {
    const [who, group] = place.split("@");
    return { person: personOf(who), chat: placeOf(group ?? who) };
  }).filter((place) => place.person && place.chat);
  const actor = step.acts.find((one) => one.who);
  const first = (chat && places.find((place) => place.chat === chat)) ?? places.find((place) => place.person === personOf(actor?.who));
  const needed = new Set([first?.chat, ...step.expect.flatMap((one) => one.in).map(placeOf), actor && chatOf(actor)]);
  stage(places, (place) => needed.has(place.chat), first?.person);
}

/** The days of the steps, for their words. */
function weekdays() {
  if (!state.day) return {};
  return { day: new Date(`${later(state.day, 1)}T12:00:00Z`) };
}
