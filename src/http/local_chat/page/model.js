// What the page knows of the platform.

export const model = {
  home: null,
  people: new Map(),
  groups: new Map(),
  /** chat → (id → message), in the order of ids. */
  messages: new Map(),
  /** "person chat" → the newest message that was read. */
  reads: new Map(),
  time: null,
  /** The latest change that is known. */
  change: 0,
  /** Whether everything may be thrown away and made anew. */
  afresh: false,
  /** Milliseconds that the service's clock is ahead of this computer's. */
  ahead: 0,
  /** Chats of which everything said before is here. */
  complete: new Set(),
};

const shownPresses = new Set();

/**
 * Takes in what the server says. Gives the messages that were not known before (none at first) and the answers to presses; null where this is
 * another platform and the page must begin anew.
 */
export function takeIn(state) {
  if (model.home !== null && (model.home !== state.home || state.whole)) return null;
  const atFirst = model.home === null;
  model.home = state.home;
  model.people = new Map(state.people.map((person) => [person.id, person]));
  model.groups = new Map(state.groups.map((group) => [group.id, group]));
  for (const read of state.reads) noteRead(read.person, read.chat, read.message);
  model.time = state.time;
  model.change = state.change;
  model.afresh = state.afresh;
  model.ahead = Date.parse(state.time.now) - Date.now();
  const fresh = state.messages.filter((message) => put(message) && !atFirst);
  sort();
  const presses = state.presses.filter((press) => !shownPresses.has(press.id));
  for (const press of presses) shownPresses.add(press.id);
  return { fresh, presses };
}

/** Keeps a message; true where it was not known. An older state of a known one changes nothing. */
function put(message) {
  if (!model.messages.has(message.chat)) model.messages.set(message.chat, new Map());
  const chat = model.messages.get(message.chat);
  const known = chat.get(message.id);
  if (!known || known.change <= message.change) chat.set(message.id, message);
  return !known && !message.deleted;
}

/** Puts the messages of every chat in the order of their ids: they come in the order in which they changed. */
function sort() {
  for (const [chat, messages] of model.messages) {
    const ids = [...messages.keys()];
    if (ids.every((id, place) => place === 0 || ids[place - 1] < id)) continue;
    const sorted = [...messages.values()].sort((one, other) => one.id - other.id);
    model.messages.set(chat, new Map(sorted.map((message) => [message.id, message])));
  }
}

/** Keeps messages from before those that were known. */
export function putOlder(chat, messages) {
  for (const message of messages) put(message);
  sort();
  if (messages.length === 0) model.complete.add(chat);
}

export const now = () => new Date(Date.now() + model.ahead);

export function noteRead(person, chat, message) {
  const key = `${person} ${chat}`;
  if ((model.reads.get(key) ?? 0) < message) model.reads.set(key, message);
}

export const messagesOf = (chat) => [...(model.messages.get(chat)?.values() ?? [])];

export const message = (chat, id) => model.messages.get(chat)?.get(id);

export const isGroup = (chat) => chat.startsWith("g");

/** The chats of a person: the private one with the bot first. */
export function chatsOf(person) {
  const groups = [...model.groups.values()].filter((group) => group.members.includes(person));
  return [person, ...groups.map((group) => group.id)];
}

const PARTS = ["staff", "coordinator", "club_contact", "volunteer", null];

/** Everybody, in the order of the way a need takes: from the municipality to the volunteers. */
export const everybody = () =>
  [...model.people.values()].sort((one, other) => PARTS.indexOf(one.part) - PARTS.indexOf(other.part));

/** What is shown of a chat: it does not begin with what was deleted, such as a code that was read. */
export function shownOf(chat) {
  const messages = messagesOf(chat);
  const first = messages.findIndex((message) => !message.deleted);
  return first < 0 ? [] : messages.slice(first);
}

/** What a chat is called in a person's list. */
export const chatTitle = (chat) => model.groups.get(chat)?.title ?? "Tannhjul";

/** Who said it. */
export const author = (message) => (message.by === null ? "Tannhjul" : (model.people.get(message.by)?.name ?? "…"));

export const firstName = (person) => person.name.split(/\s+/)[0];

/** How many messages of a chat a person has not read. */
export function unread(person, chat) {
  const read = model.reads.get(`${person} ${chat}`) ?? 0;
  return messagesOf(chat).filter((message) => message.id > read && message.by !== person && !message.deleted).length;
}

export const unreadOf = (person) => chatsOf(person).reduce((sum, chat) => sum + unread(person, chat), 0);
