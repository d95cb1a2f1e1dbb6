// The few things that need a window of their own: a new person, a new group, who is in a chat, another time.

import { act } from "./api.js";
import { openSoon } from "./desk.js";
import { byId, el } from "./dom.js";
import { chatTitle, firstName, isGroup, model, now } from "./model.js";
import { avatar, partName } from "./people.js";
import { language, t, wallClock } from "./texts.js";

/** Shows a dialog with a title; `fill(body, close)` puts in what it holds. The focus goes back to where it was. */
function show(title, fill) {
  const dialog = byId("dialog");
  const close = () => dialog.close();
  const body = el("div", { class: "body" });
  dialog.replaceChildren(
    el("header", {},
      el("h2", { id: "dialog-title" }, title),
      el("button", { type: "button", class: "close", "aria-label": t("close"), onclick: close }, "×")),
    body);
  fill(body, close);
  if (!dialog.open) dialog.showModal();
  body.querySelector("input, button")?.focus();
}

/** A small form with one field. `submit(value)` may throw a refusal, which is shown under the field. */
function oneField({ label, hint, value = "", type = "text", longest = 64, button }, submit) {
  const field = el("input", { type, value, maxLength: longest, required: true, autocomplete: "off" });
  const wrong = el("p", { class: "wrong", role: "alert" });
  return el("form", {
    onsubmit: async (event) => {
      event.preventDefault();
      wrong.textContent = "";
      try {
        await submit(field.value);
      } catch (refused) {
        wrong.textContent = t(refused.key ?? "error_failed");
        field.focus();
      }
    },
  }, el("label", {}, label, field), hint ? el("p", { class: "hint" }, hint) : null, wrong,
  el("button", { type: "submit", class: "main" }, button));
}

export function addPerson(render) {
  show(t("add_person"), (body, close) => {
    body.append(oneField({ label: t("name"), hint: t("add_person_hint"), button: t("add") }, async (name) => {
      const { person } = await act({ do: "add_person", name, language: language() });
      close();
      openSoon(person);
      render();
    }));
  });
}

/** The groups that a person is not in, and a new one. */
export function joinGroup(column, render) {
  const person = model.people.get(column.person);
  show(t("join_group"), (body, close) => {
    const others = [...model.groups.values()].filter((group) => !group.members.includes(person.id));
    body.append(el("ul", { class: "choice" }, others.map((group) => el("li", {}, el("button", {
      type: "button",
      onclick: () => attempt(body, async () => {
        await act({ do: "join", group: group.id, person: person.id });
        close();
        openSoon(person.id, group.id);
        render();
      }),
    }, el("strong", {}, group.title), " ", el("small", {}, t("members", { count: group.members.length })))))));
    body.append(el("h3", {}, t("new_group")), oneField({
      label: t("title"), hint: t("new_group_hint", { first: firstName(person) }), longest: 128, button: t("make_group"),
    }, async (title) => {
      const { group } = await act({ do: "add_group", title, person: person.id });
      close();
      openSoon(person.id, group);
      render();
    }));
  });
}

/** Who is in a chat, and the way out. */
export function aboutChat(column) {
  const person = model.people.get(column.person);
  const group = model.groups.get(column.chat);
  show(chatTitle(column.chat), (body, close) => {
    const choice = (text, action, kind = "") => el("button", {
      type: "button", class: kind,
      onclick: () => attempt(body, async () => { await act(action); close(); }),
    }, text);
    if (!isGroup(column.chat)) {
      body.append(el("p", {}, t("about_private", { first: firstName(person) })),
        choice(t(person.blocked ? "unblock" : "block"), { do: "block", person: person.id, blocked: !person.blocked }, "main"));
      return;
    }
    const member = (member) => el("li", {}, avatar(member), el("span", {}, member.name, " ", el("small", {}, partName(member))));
    const members = group.members.map((id) => model.people.get(id)).filter(Boolean);
    body.append(
      el("p", {}, t(group.bot ? "about_group" : "about_group_without_bot")),
      el("ul", { class: "members" },
        group.bot ? el("li", {}, avatar(null), el("span", {}, "Tannhjul")) : null, members.map(member)),
      el("div", { class: "row" },
        choice(t(group.bot ? "put_bot_out" : "let_bot_in"),
          { do: "set_bot", group: group.id, person: person.id, present: !group.bot }),
        choice(t("leave_group", { first: firstName(person) }), { do: "leave", group: group.id, person: person.id })));
  });
}

/** Another time to move to. `move(target)` does it. */
export function chooseTime(move) {
  const wall = wallClock(now(), model.time.zone);
  show(t("move_choose_title"), (body, close) => {
    body.append(oneField({
      label: t("move_to"), type: "datetime-local", value: `${wall.date}T${wall.clock}`, hint: t("move_hint"), button: t("move"),
    }, async (value) => {
      await move({ at: value.length === 16 ? `${value}:00` : value });
      close();
    }));
  });
}

async function attempt(body, action) {
  try {
    await action();
  } catch (refused) {
    body.querySelector(":scope > .wrong")?.remove();
    body.append(el("p", { class: "wrong", role: "alert" }, t(refused.key ?? "error_failed")));
  }
}
