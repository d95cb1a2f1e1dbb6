// Which people lie open on the desk, with which chat of theirs, and what is half written. Kept with the window, so that a reload loses nothing.

import { chatsOf, model } from "./model.js";
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

/** `columns`: [{person, chat}]; `active`: the person whose column is shown where there is room for one. */
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

/** Who is worth seeing first, shown in the order of the way a need takes. */
function atFirst() {
  const people = [...model.people.values()];
  const wanted = ["staff", "volunteer", "coordinator", "volunteer", "club_contact", "volunteer"];
  const picked = [];
  for (const part of wanted) {
    const person = people.find((person) => person.part === part && !picked.includes(person));
    if (person) picked.push(person);
  }
  for (const person of people) if (!picked.includes(person)) picked.push(person);
  const order = ["staff", "coordinator", "club_contact", "volunteer", null];
  const shown = picked.slice(0, Math.min(room(), 5));
  return shown.sort((one, other) => order.indexOf(one.part) - order.indexOf(other.part));
}

/** Volunteers and club contacts live in their group, others in their chat with the bot. */
function usualChat(person) {
  const chats = chatsOf(person);
  const inGroup = ["volunteer", "club_contact"].includes(model.people.get(person)?.part);
  return (inGroup && chats[1]) || chats[0];
}

/** Opens a person's column, with a chat if one is given. */
export function open(person, chat) {
  let column = desk.columns.find((column) => column.person === person);
  if (!column) {
    column = { person, chat: usualChat(person) };
    desk.columns.push(column);
  }
  if (chat) column.chat = chat;
  desk.active = person;
  keepDesk();
  return column;
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
