// A person's column: who it is, that person's chats, the one that is open, and where to write.

import { act } from "./api.js";
import { compose, edit, makeComposer, reply, showComposer } from "./composer.js";
import { close, open, shownColumns, use } from "./desk.js";
import { aboutChat, joinGroup } from "./dialogs.js";
import { byId, el, isNarrow, keep, setText } from "./dom.js";
import { lookAt, makeLog, scrollDown, showLog } from "./log.js";
import { chatTitle, chatsOf, firstName, isGroup, messagesOf, model, noteRead, shownOf, unread } from "./model.js";
import { avatar, partName } from "./people.js";
import { t } from "./texts.js";
import { tell } from "./toast.js";

/** person → column on the page. */
const columns = new Map();
let render = () => {};

/** Shows the columns of the desk. `everything` shows the whole page anew. */
export function showColumns(everything) {
  render = everything;
  const shown = shownColumns();
  keep(byId("columns"), shown, (place) => place.person, (place) => makeColumn(place.person), (element, place) => {
    const column = columns.get(place.person);
    column.chat = place.chat;
    showColumn(element, column);
  });
  for (const person of columns.keys()) if (!shown.some((place) => place.person === person)) columns.delete(person);
  markRead();
}

export const columnOf = (person) => columns.get(person);

function makeColumn(person) {
  const column = {
    person,
    chat: person,
    reply: (message) => reply(column, column.composer, message),
    edit: (message) => edit(column, column.composer, message),
    compose: (text, replyTo) => compose(column, column.composer, text, replyTo),
    show: (chat) => {
      open(person, chat);
      render();
    },
    toEnd: () => {
      column.log.follows = true;
      scrollDown(column.log.log);
    },
    lookAt: (item) => lookAt(column.log, item),
    seen: () => markRead(),
    render: () => render(),
  };
  column.log = makeLog(column);
  column.composer = makeComposer(column);
  columns.set(person, column);

  const info = el("button", { type: "button", class: "quiet info", onclick: () => aboutChat(column, () => render()) }, "⋯");
  const join = el("button", { type: "button", class: "quiet join", onclick: () => joinGroup(column, () => render()) }, "+");
  const element = el("section", { class: "column" },
    el("header", {},
      el("span", { class: "face" }),
      el("h2", {}, el("span", { class: "name" }), el("small", { class: "part" })),
      info,
      el("button", {
        type: "button", class: "close", onclick: () => { close(person); render(); byId("columns").focus(); },
      }, "×")),
    el("nav", { class: "chats" }, el("ul", {}), join),
    el("div", { class: "toasts" }),
    el("div", { class: "empty" },
      el("img", { src: "/chat/files/mark.svg", alt: "", width: 64, height: 64 }), el("p")),
    column.log.log, column.log.newer,
    column.composer.form,
    el("div", { class: "gate" }));
  element.addEventListener("focusin", () => use(person));
  return element;
}

function showColumn(element, column) {
  const person = model.people.get(column.person);
  element.setAttribute("aria-label", t("column", { name: person.name }));
  const face = element.querySelector("header .face");
  if (!face.firstChild) face.append(avatar(person));
  setText(element.querySelector(".name"), person.name);
  setText(element.querySelector(".part"), partName(person));
  const closing = element.querySelector("header .close");
  closing.setAttribute("aria-label", t("close_column", { name: person.name }));
  closing.hidden = isNarrow() || shownColumns().length < 2;
  showChats(element, column);
  showGate(element, column, person);
  showComposer(column.composer, column);
  showLog(column.log, column);
}

function showChats(element, column) {
  const chats = element.querySelector(".chats");
  chats.setAttribute("aria-label", t("chats_of", { name: model.people.get(column.person).name }));
  const title = (selector, text) => {
    const button = element.querySelector(selector);
    button.setAttribute("aria-label", text);
    button.title = text;
  };
  title(".info", t("about_chat", { chat: chatTitle(column.chat) }));
  title(".join", t("join_group"));
  keep(chats.querySelector("ul"), chatsOf(column.person), (chat) => chat,
    (chat) => el("li", {}, el("button", { type: "button", onclick: () => column.show(chat) },
      isGroup(chat) ? null : el("img", { src: "/chat/files/mark.svg", alt: "", width: 18, height: 18 }),
      el("span", { class: "title" }), el("span", { class: "badge" }))),
    (item, chat) => {
      const button = item.firstElementChild;
      const count = unread(column.person, chat);
      setText(button.querySelector(".title"), chatTitle(chat));
      if (chat !== column.chat) {
        button.removeAttribute("aria-current");
      } else if (!button.hasAttribute("aria-current")) {
        button.setAttribute("aria-current", "true");
        item.scrollIntoView({ block: "nearest" });
      }
      const badge = button.querySelector(".badge");
      badge.hidden = count === 0;
      setText(badge, count > 99 ? "99+" : String(count));
      badge.setAttribute("aria-label", t("unread", { count }));
    });
}

/** Where one can't write yet (or any more): why, and what to do about it. An empty chat says what it is for. */
function showGate(element, column, person) {
  const { composer } = column;
  const empty = element.querySelector(".empty");
  const gate = element.querySelector(".gate");
  const group = model.groups.get(column.chat);
  const closed = group ? null : person.blocked ? "blocked" : person.started ? null : "start";
  const nothing = shownOf(column.chat).length === 0;
  const words = group ? (group.bot ? "empty_group" : "empty_group_without_bot") : "empty_private";
  empty.hidden = !nothing;
  column.log.log.hidden = nothing;
  setText(empty.querySelector("p"), t(words, { first: firstName(person), name: person.name }));
  composer.form.hidden = closed !== null;
  const signature = `${closed} ${document.documentElement.lang}`;
  if (gate.dataset.signature === signature) return;
  gate.dataset.signature = signature;
  gate.hidden = closed === null;
  gate.replaceChildren(...(closed === "start" ? startGate(column, person) : closed ? blockedGate(column, person) : []));
}

function startGate(column, person) {
  const code = el("input", { type: "text", autocomplete: "off", spellcheck: false, maxLength: 64, name: "code" });
  const form = el("form", {
    onsubmit: (event) => {
      event.preventDefault();
      play(column, { do: "start", person: column.person, code: code.value.trim() });
    },
  }, el("label", {}, t("code"), code), el("button", { type: "submit", class: "main" }, t("start")));
  return [el("p", {}, t("not_started", { first: firstName(person) })), form];
}

function blockedGate(column, person) {
  return [
    el("p", {}, t("is_blocked", { first: firstName(person) })),
    el("button", {
      type: "button", class: "main", onclick: () => play(column, { do: "block", person: column.person, blocked: false }),
    }, t("unblock")),
  ];
}

async function play(column, action) {
  try {
    await act(action);
    column.composer.field.focus();
  } catch (refused) {
    tell(column.person, t(refused.key), true);
  }
}

/** Notes what the open columns have shown. */
async function markRead() {
  if (document.hidden) return;
  const marks = [];
  for (const column of columns.values()) {
    const newest = messagesOf(column.chat).at(-1);
    if (!newest || !column.log.follows || unread(column.person, column.chat) === 0) continue;
    noteRead(column.person, column.chat, newest.id);
    marks.push({ person: column.person, chat: column.chat, message: newest.id });
  }
  if (marks.length === 0) return;
  render();
  await act({ do: "read", marks }).catch(() => {});
}
