// Which people lie open on the desk, with which chat of theirs, and what is half written. Kept with the window, so that a reload loses nothing.

import { chatsOf, everybody, model } from "./model.js";
import { isNarrow } from "./dom.js";

const COLUMN_WIDTH_PX = 316;
const RAIL_WIDTH_PX = 104;

function load(key, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

const save = (key, value) => sessionStorage.setItem(key, JSON.stringify(value));

/** `columns`: [{person, chat, used}], `used` the greater the later; `active`: the person whose column is shown where there is room for one. */
export const desk = { columns: load("tannhjul.columns", []), active: load("tannhjul.active", null) };
/** What is to be opened as soon as the server has told of it. */
let awaited = null;
const drafts = load("tannhjul.drafts", {});

export function keepDesk() {
  save("tannhjul.columns", desk.columns);
  save("tannhjul.active", desk.active);
}

const room = () => Math.max(1, Math.floor((innerWidth - RAIL_WIDTH_PX) / COLUMN_WIDTH_PX));

/** Takes away who is gone; on an empty desk puts people of different parts, as many as there is room for. */
export function tidyDesk() {
  if (awaited && chatsOf(awaited.person).includes(awaited.chat ?? awaited.person) && model.people.has(awaited.person)) {
    const { person, chat } = awaited;
    awaited = null;
    open(person, chat);
  }
  desk.columns = desk.columns.filter((column) => model.people.has(column.person));
  for (const column of desk.columns) {
    if (!chatsOf(column.person).includes(column.chat)) column.chat = usualChat(column.person);
  }
  if (desk.columns.length === 0) {
    desk.columns = atFirst().map((person) => ({ person: person.id, chat: usualChat(person.id) }));
  }
  if (!desk.columns.some((column) => column.person === desk.active)) desk.active = desk.columns[0]?.person ?? null;
}

/** Who is worth seeing first: somebody of each part, and of the volunteers those with the most company. */
function atFirst() {
  const company = (person) => Math.max(0, ...chatsOf(person.id).map((chat) => model.groups.get(chat)?.members.length ?? 0));
  const people = everybody();
  const liveliest = [...people].sort((one, other) => company(other) - company(one));
  const picked = new Set();
  for (const part of ["staff", "volunteer", "coordinator", "volunteer", "club_contact", "volunteer"]) {
    const person = liveliest.find((person) => person.part === part && !picked.has(person));
    if (person) picked.add(person);
  }
  const wanted = new Set([...picked, ...people].slice(0, Math.min(room(), 5)));
  return people.filter((person) => wanted.has(person));
}

/** Volunteers and club contacts live in their group, others in their chat with the bot. */
function usualChat(person) {
  const chats = chatsOf(person);
  const inGroup = ["volunteer", "club_contact"].includes(model.people.get(person)?.part);
  return (inGroup && chats[1]) || chats[0];
}

/** Opens a person's column, with a chat if one is given. Where there is no room it takes the place of the one longest unused. */
export function open(person, chat) {
  let column = desk.columns.find((column) => column.person === person);
  if (!column) {
    column = { person, chat: usualChat(person) };
    if (!isNarrow() && desk.columns.length >= room()) {
      const longestUnused = desk.columns.reduce((one, other) => ((other.used ?? 0) < (one.used ?? 0) ? other : one));
      desk.columns[desk.columns.indexOf(longestUnused)] = column;
    } else {
      desk.columns.push(column);
    }
  }
  if (chat) column.chat = chat;
  use(person);
  return column;
}

/**
 * Lays out these columns and no others, in their order; where there is no room for all, those that are `needed` before the rest. Brings `first`
 * to the front where there is room for one.
 */
export function stage(places, needed, first) {
  const most = isNarrow() ? places.length : room();
  const kept = new Set([...places].sort((one, other) => needed(other) - needed(one)).slice(0, most));
  desk.columns = places.filter((place) => kept.has(place)).map(({ person, chat }) => ({ person, chat }));
  desk.active = first ?? desk.columns[0]?.person ?? null;
  keepDesk();
}

/** Notes that somebody is being played. */
export function use(person) {
  const column = desk.columns.find((column) => column.person === person);
  if (column) column.used = Math.max(0, ...desk.columns.map((column) => column.used ?? 0)) + 1;
  desk.active = person;
  keepDesk();
}

/** Opens what was just made, once it is there. */
export function openSoon(person, chat) {
  awaited = { person, chat };
}

export function close(person) {
  const place = desk.columns.findIndex((column) => column.person === person);
  desk.columns = desk.columns.filter((column) => column.person !== person);
  desk.active = desk.columns[Math.max(0, place - 1)]?.person ?? null;
  keepDesk();
}

/** The columns to show now. */
export const shownColumns = () =>
  isNarrow() ? desk.columns.filter((column) => column.person === desk.active) : desk.columns;

/** What is half written: {text, replyTo, editing, nonce}. */
export const draft = (person, chat) => (drafts[`${person} ${chat}`] ??= { text: "" });

export function setDraft(person, chat, value) {
  const key = `${person} ${chat}`;
  if (value.text || value.replyTo || value.editing) drafts[key] = value;
  else delete drafts[key];
  save("tannhjul.drafts", drafts);
}
