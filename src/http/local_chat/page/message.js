// One message in a chat, and what one can do with it.

import { act } from "./api.js";
import { el } from "./dom.js";
import { author, isGroup, message as find, model } from "./model.js";
import { dayName, language, t, wallClock } from "./texts.js";
import { avatar } from "./people.js";
import { tell } from "./toast.js";

const REACTIONS = ["👍", "❤", "👌", "😂", "🤔", "👎"];
/** Presses that wait for the bot's answer: press id → the button. */
const waiting = new Map();
const LONGEST_PRESS_MS = 10000;

const coloured = (emoji) => (emoji === "❤" ? "❤\uFE0F" : emoji);
const at = (message) => new Date(message.sent_at);

/** What of a message is shown: where this is the same, the element stands. */
export function signature(message, before) {
  const reply = message.reply_to && find(message.chat, message.reply_to);
  return [message.change, reply?.change, follows(message, before), startsDay(message, before), language()].join(" ");
}

/** The element of a message. `column` is whose column it stands in; `before` the message above. */
export function messageElement(message, before, column) {
  const own = message.by === column.person;
  const kind = message.by === null ? "bot" : own ? "own" : "other";
  const item = el("li", {
    class: `message ${kind}${follows(message, before) ? " follows" : ""}`,
    tabIndex: -1,
    data: { id: message.id },
  });
  if (startsDay(message, before)) item.append(el("p", { class: "day" }, dayName(at(message), model.time.zone)));
  if (message.deleted) {
    item.append(el("p", { class: "deleted" }, t("deleted")));
    return item;
  }
  const showsWho = isGroup(message.chat) && !own && !follows(message, before);
  const bubble = el("div", { class: "bubble" },
    el("span", { class: showsWho ? "by" : "by unseen" }, own ? t("you_as", { name: author(message) }) : author(message)),
    quote(message),
    el("div", { class: "text", dir: "auto" }, linked(message.text)),
    message.document
      ? el("a", { class: "file", href: `/chat/document/${message.id}`, download: message.document },
        el("span", { class: "unseen" }, t("file"), " "), message.document)
      : null,
    el("div", { class: "meta" },
      el("button", {
        class: "more", type: "button", tabIndex: -1, "aria-expanded": "false", "aria-label": t("message_choices"),
        onclick: () => toggleChoices(item, message, column),
      }, "⋯"),
      message.edited_at && message.by !== null ? el("span", {}, t("edited")) : null,
      el("time", { dateTime: message.sent_at }, wallClock(at(message), model.time.zone).clock)));
  if (isGroup(message.chat) && !own) {
    item.append(el("span", { class: "face", "aria-hidden": "true" }, avatar(model.people.get(message.by))));
  }
  item.append(el("div", { class: "body" }, bubble, keys(message, column), reactions(message, column)));
  return item;
}

const startsDay = (message, before) =>
  !before || wallClock(at(message), model.time.zone).date !== wallClock(at(before), model.time.zone).date;

/** Whether the message follows another of the same author closely, and needs no name. */
const follows = (message, before) =>
  Boolean(before) && !before.deleted && before.by === message.by && !startsDay(message, before) &&
  at(message) - at(before) < 5 * 60 * 1000;

function quote(message) {
  if (!message.reply_to) return null;
  const replied = find(message.chat, message.reply_to);
  const words = !replied || replied.deleted ? t("deleted") : replied.text.split("\n")[0];
  return el("div", { class: "quote" },
    el("span", { class: "unseen" }, t("replies_to"), " "),
    el("strong", {}, replied ? author(replied) : "…"), " ", el("span", {}, words));
}

/** What belongs together stays on a line. */
const unbroken = (text) => text.replace(/kl\. (?=\d)/g, "kl.\u00A0");

/** The text with web addresses as links. */
function linked(text) {
  return unbroken(text).split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/).map((part, index) =>
    index % 2 ? el("a", { href: part, target: "_blank", rel: "noopener noreferrer" }, part) : part);
}

/** The buttons of the bot. */
function keys(message, column) {
  if (message.buttons.length === 0) return null;
  const key = (button, place) => {
    if (button.data !== undefined) {
      return el("button", {
        type: "button", class: "key", data: { focus: place, press: button.data },
        onclick: (event) => press(event.currentTarget, message, button.data, column),
      }, button.label);
    }
    const start = button.link.match(/^\/chat#start=(.*)$/);
    if (start) {
      return el("button", {
        type: "button", class: "key link", data: { focus: place },
        onclick: () => openPrivate(column, decodeURIComponent(start[1])),
      }, button.label);
    }
    return el("a", {
      class: "key link", href: button.link, target: "_blank", rel: "noopener noreferrer", data: { focus: place },
    }, button.label, el("span", { class: "unseen" }, " ", t("new_window")));
  };
  return el("div", { class: "keys" }, message.buttons.map((row, line) =>
    el("div", { class: "key-row" }, row.map((button, place) => key(button, `key ${line} ${place}`)))));
}

async function press(button, message, data, column) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    const { press } = await act({ do: "press", person: column.person, message: message.id, data });
    if (!answered(press)) {
      waiting.set(press, button);
      setTimeout(() => answered(press), LONGEST_PRESS_MS);
    }
  } catch (refused) {
    button.removeAttribute("aria-busy");
    tell(column.person, t(refused.key), true);
  }
}

const early = new Set();

/** The answer to a press has come (or is not coming). The state may bring it before the press itself has returned. */
export function answered(press, fromState = false) {
  const button = waiting.get(press);
  if (button) button.removeAttribute("aria-busy");
  else if (fromState) early.add(press);
  waiting.delete(press);
  return !fromState && early.delete(press);
}

async function openPrivate(column, code) {
  try {
    await act({ do: "start", person: column.person, code });
    column.show(column.person);
  } catch (refused) {
    tell(column.person, t(refused.key), true);
  }
}

function reactions(message, column) {
  if (message.reactions.length === 0) return null;
  const by = Map.groupBy(message.reactions, (reaction) => reaction.emoji);
  const chip = ([emoji, given]) => {
    const mine = given.some((reaction) => reaction.by === column.person);
    const names = given.map((reaction) => author(reaction)).join(", ");
    return el("button", {
      type: "button", class: "reaction", "aria-pressed": String(mine), title: names, data: { focus: `reaction ${emoji}` },
      "aria-label": t("reaction_by", { reaction: t(`reaction_${REACTIONS.indexOf(emoji)}`), names }),
      onclick: () => react(message, mine ? "" : emoji, column),
    }, el("span", { "aria-hidden": "true" }, coloured(emoji), given.length > 1 ? ` ${given.length}` : ""));
  };
  return el("div", { class: "reactions" }, [...by].map(chip));
}

async function react(message, emoji, column) {
  try {
    await act({ do: "react", person: column.person, message: message.id, emoji });
  } catch (refused) {
    tell(column.person, t(refused.key), true);
  }
}

/** Opens or closes what one can do with a message. */
export function toggleChoices(item, message, column) {
  const open = item.querySelector(".choices");
  document.querySelectorAll(".choices").forEach(closeChoices);
  if (open || message.deleted) return;
  const then = (action) => () => {
    closeChoices(item.querySelector(".choices"));
    action();
  };
  const own = message.by === column.person;
  const mine = message.reactions.find((reaction) => reaction.by === column.person)?.emoji;
  const choices = el("div", { class: "choices", role: "group", "aria-label": t("message_choices") },
    el("div", { class: "faces" }, REACTIONS.map((emoji, index) => el("button", {
      type: "button", "aria-pressed": String(mine === emoji), "aria-label": t(`reaction_${index}`), title: t(`reaction_${index}`),
      onclick: then(() => { item.focus(); react(message, mine === emoji ? "" : emoji, column); }),
    }, coloured(emoji)))),
    el("button", { type: "button", onclick: then(() => column.reply(message)) }, t("reply")),
    own && el("button", { type: "button", onclick: then(() => column.edit(message)) }, t("edit")),
    own && el("button", { type: "button", onclick: then(() => { item.focus(); remove(message, column); }) }, t("delete")));
  choices.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    closeChoices(choices);
    item.focus();
  });
  item.querySelector(".more").setAttribute("aria-expanded", "true");
  item.querySelector(".bubble").after(choices);
  choices.querySelector("button").focus();
  choices.scrollIntoView({ block: "nearest" });
}

function closeChoices(choices) {
  choices.closest(".message").querySelector(".more").setAttribute("aria-expanded", "false");
  choices.remove();
}

async function remove(message, column) {
  try {
    await act({ do: "delete", person: column.person, message: message.id });
  } catch (refused) {
    tell(column.person, t(refused.key), true);
  }
}

document.addEventListener("click", (event) => {
  if (event.target.closest(".choices, .more")) return;
  document.querySelectorAll(".choices").forEach(closeChoices);
});
