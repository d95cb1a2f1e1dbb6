// The messages of a chat in a column.

import { older } from "./api.js";
import { el, keep, setText } from "./dom.js";
import { chatTitle, message as find, messagesOf, model, putOlder, shownOf } from "./model.js";
import { messageElement, signature, toggleChoices } from "./message.js";
import { t } from "./texts.js";

const NEAR_PX = 60;
/** As many as the server sends of a chat at first. */
const AT_FIRST = 60;

/** Makes the log of a column. */
export function makeLog(column) {
  const list = el("ol", { class: "messages" });
  const back = el("button", { type: "button", class: "quiet back", hidden: true, onclick: () => showOlder(column, log) });
  const log = el("div", { class: "log", role: "log", "aria-live": "off", "aria-describedby": "log-help" }, back, list);
  const newer = el("button", {
    type: "button", class: "newer", hidden: true, onclick: () => scrollDown(log),
  });
  log.addEventListener("keydown", (event) => onKey(event, list, column));
  log.addEventListener("focusin", (event) => {
    const item = event.target.closest(".message");
    if (item) makeCurrent(list, item);
  });
  const parts = { log, list, back, newer, follows: true };
  const stay = new ResizeObserver(() => parts.follows && scrollDown(log));
  stay.observe(log);
  stay.observe(list);
  let top = 0;
  log.addEventListener("scroll", () => {
    // Only who scrolls up stops following: what grows in the meantime does not.
    parts.follows = atEnd(log) || (parts.follows && log.scrollTop >= top);
    top = log.scrollTop;
    if (parts.follows) newer.hidden = true;
    column.seen();
  }, { passive: true });
  return parts;
}

const atEnd = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;

export function scrollDown(log) {
  log.scrollTop = log.scrollHeight;
}

/** Brings a message into view, and keeps it there unless it is at the end. */
export function lookAt(parts, item) {
  item.scrollIntoView({ block: "nearest" });
  parts.follows = atEnd(parts.log);
}

/** Brings the log up to date. */
export function showLog(parts, column) {
  const { log, list, back, newer } = parts;
  const chat = column.chat;
  const messages = shownOf(chat);
  const another = log.dataset.chat !== chat;
  parts.follows ||= another;
  const last = list.lastElementChild?.dataset.key;
  if (another) list.replaceChildren();
  log.dataset.chat = chat;
  log.setAttribute("aria-label", t("messages_in", { chat: chatTitle(chat) }));
  back.hidden = messagesOf(chat).length < AT_FIRST || model.complete.has(chat);
  setText(back, t("older"));
  setText(newer, t("newer"));
  const before = new Map(messages.map((message, index) => [message.id, messages[index - 1]]));
  keep(list, messages, (message) => message.id,
    (message) => fresh(message, before, column),
    (element, message) => refresh(element, message, before, column));
  const current = list.querySelector(":scope > [tabindex='0']") ?? list.lastElementChild;
  if (current) makeCurrent(list, current);
  if (parts.follows) scrollDown(log);
  else if (list.lastElementChild?.dataset.key !== last) newer.hidden = false;
  if (another) newer.hidden = true;
}

function fresh(message, before, column) {
  const above = before.get(message.id);
  const element = messageElement(message, above, column);
  element.dataset.signature = signature(message, above);
  return element;
}

/** Makes the element of a changed message anew, in its place and with the focus where it was. */
function refresh(element, message, before, column) {
  if (element.dataset.signature === signature(message, before.get(message.id))) return;
  const again = fresh(message, before, column);
  again.dataset.key = element.dataset.key;
  again.tabIndex = element.tabIndex;
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  element.replaceWith(again);
  if (!focused) return;
  const key = focused.dataset.focus;
  (key ? again.querySelector(`[data-focus="${CSS.escape(key)}"]`) ?? again : again).focus({ preventScroll: true });
}

function makeCurrent(list, item) {
  for (const other of list.querySelectorAll(":scope > [tabindex='0']")) if (other !== item) other.tabIndex = -1;
  item.tabIndex = 0;
}

/** Arrows move between messages, Enter opens what one can do with one. */
function onKey(event, list, column) {
  const item = event.target;
  if (!item.classList.contains("message")) {
    if (event.key === "Escape" && item.closest(".message")) item.closest(".message").focus();
    return;
  }
  const to = {
    ArrowUp: item.previousElementSibling,
    ArrowDown: item.nextElementSibling,
    Home: list.firstElementChild,
    End: list.lastElementChild,
  };
  if (event.key in to) {
    event.preventDefault();
    to[event.key]?.focus();
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    const message = find(column.chat, Number(item.dataset.id));
    if (message) toggleChoices(item, message, column);
  }
}

async function showOlder(column, log) {
  const first = messagesOf(column.chat)[0];
  if (!first) return;
  const height = log.scrollHeight;
  try {
    putOlder(column.chat, await older(column.chat, first.id));
  } catch {
    return;
  }
  column.render();
  log.scrollTop += log.scrollHeight - height;
}
