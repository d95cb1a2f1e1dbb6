// Where one writes. What is written stays until the server has it.

import { act } from "./api.js";
import { draft, setDraft } from "./desk.js";
import { el, setText, svg } from "./dom.js";
import { author, chatTitle, firstName, isGroup, message as find, messagesOf, model } from "./model.js";
import { t } from "./texts.js";
import { tell } from "./toast.js";

const MAX_TEXT = 4096;
/** How often somebody is told that the bot did not hear what was said in a group. */
const CHATTER_HINTS = 2;
let chatterHints = 0;

/** Makes the composer of a column. */
export function makeComposer(column) {
  const context = el("div", { class: "context", hidden: true });
  const field = el("textarea", { rows: 1, maxLength: MAX_TEXT, autocomplete: "off", spellcheck: true, dir: "auto" });
  const label = el("span", { class: "unseen" });
  const send = el("button", { type: "submit", class: "send" },
    svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: "M4 20.5 21.5 12 4 3.5v6.6l10 1.9-10 1.9z" })),
    el("span", { class: "unseen" }));
  const form = el("form", { class: "composer" }, context, el("label", { class: "field" }, label, field), send);
  const parts = { form, context, field, label, send };

  field.addEventListener("input", () => {
    const half = draft(column.person, column.chat);
    setDraft(column.person, column.chat, { ...half, text: field.value, nonce: undefined });
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "Escape") {
      leaveContext(column, parts);
    } else if (event.key === "ArrowUp" && field.value === "") {
      const last = messagesOf(column.chat).findLast((message) => message.by === column.person && !message.deleted);
      if (last) {
        event.preventDefault();
        edit(column, parts, last);
      }
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(column, parts);
  });
  return parts;
}

/** Brings the composer up to date with the column's chat. */
export function showComposer(parts, column) {
  const { context, field, label, send } = parts;
  const half = draft(column.person, column.chat);
  const person = model.people.get(column.person);
  if (field.value !== half.text) field.value = half.text;
  const prompt = t(isGroup(column.chat) ? "write_to_group" : "write_to_bot", {
    name: person.name, first: firstName(person), chat: chatTitle(column.chat),
  });
  setText(label, prompt);
  field.placeholder = t("write_as", { first: firstName(person) });
  setText(send.querySelector(".unseen"), t("send"));
  const about = find(column.chat, half.editing ?? half.replyTo);
  context.hidden = !about || about.deleted;
  if (context.hidden) return;
  const words = half.editing ? t("editing") : t("replying_to", { name: author(about) });
  context.replaceChildren(
    el("p", {}, el("strong", {}, words), " ", half.editing ? "" : about.text.split("\n")[0]),
    el("button", {
      type: "button", class: "close", "aria-label": t(half.editing ? "stop_editing" : "stop_replying"),
      onclick: () => leaveContext(column, parts),
    }, "×"));
}

/** Puts words into the composer, as an answer to a message if one is given. */
export function compose(column, parts, text, replyTo) {
  setDraft(column.person, column.chat, { text, replyTo });
  showComposer(parts, column);
  parts.field.focus();
}

export function reply(column, parts, message) {
  const half = draft(column.person, column.chat);
  setDraft(column.person, column.chat, { text: half.editing ? "" : half.text, replyTo: message.id });
  showComposer(parts, column);
  parts.field.focus();
}

export function edit(column, parts, message) {
  setDraft(column.person, column.chat, { text: message.text, editing: message.id });
  showComposer(parts, column);
  parts.field.focus();
}

function leaveContext(column, parts) {
  const half = draft(column.person, column.chat);
  setDraft(column.person, column.chat, { text: half.editing ? "" : half.text });
  showComposer(parts, column);
  parts.field.focus();
}

async function submit(column, parts) {
  const { person, chat } = column;
  const half = { ...draft(person, chat) };
  const text = half.text.trim();
  if (!text || parts.form.getAttribute("aria-busy") === "true") return;
  parts.form.setAttribute("aria-busy", "true");
  try {
    if (half.editing) {
      await act({ do: "edit", person, message: half.editing, text });
    } else {
      // The name stays with the words until they were received: sent twice, they are said once.
      half.nonce ??= crypto.randomUUID();
      setDraft(person, chat, half);
      await act({ do: "say", person, chat, text, reply_to: half.replyTo ?? null, nonce: half.nonce });
      hintAtChatter(person, chat, text, half.replyTo);
    }
    if (draft(person, chat).text.trim() === text) setDraft(person, chat, { text: "" });
    column.toEnd();
  } catch (refused) {
    tell(person, t(refused.key), true);
  } finally {
    parts.form.removeAttribute("aria-busy");
    if (column.chat === chat) showComposer(parts, column);
  }
}

/** In a group the bot hears only what is for it; who plays for the first time should know why nothing comes. */
function hintAtChatter(person, chat, text, replyTo) {
  const toBot = text.startsWith("/") || (replyTo && find(chat, replyTo)?.by === null);
  if (!isGroup(chat) || toBot || chatterHints >= CHATTER_HINTS || !model.groups.get(chat)?.bot) return;
  chatterHints += 1;
  tell(person, t("only_people_saw"));
}
