// The people one can play, along the edge of the page.

import { shownColumns } from "./desk.js";
import { byId, el, keep, setText } from "./dom.js";
import { everybody, firstName, unreadOf } from "./model.js";
import { t } from "./texts.js";

const HUES = 8;

/** A face: a person's initials, or the cogwheel for the bot. */
export function avatar(person) {
  if (!person) return el("img", { class: "avatar bot", src: "/chat/files/mark.svg", alt: "", width: 32, height: 32 });
  const words = person.name.split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...word][0] ?? "").join("");
  return el("span", { class: `avatar hue${Number(person.id.slice(1)) % HUES}`, "aria-hidden": "true" }, initials.toUpperCase());
}

/** What a person does, in the page's language. */
export const partName = (person) => (person.part ? t(`part_${person.part}`) : "");

/** Shows the people; `onOpen(person)` hears whom one wants to play. */
export function showPeople(onOpen) {
  const atFirst = byId("people").childElementCount === 0;
  const shown = new Set(shownColumns().map((column) => column.person));
  keep(byId("people"), everybody(), (person) => person.id,
    (person) => el("li", {},
      el("button", { type: "button", onclick: () => onOpen(person.id) },
        el("span", { class: "face" }, avatar(person), el("span", { class: "badge", "aria-hidden": "true" })),
        el("span", { class: "name" }),
        el("span", { class: "unseen about" }))),
    (item, person) => {
      const button = item.firstElementChild;
      item.dataset.part = person.part ?? "";
      const count = unreadOf(person.id);
      if (!shown.has(person.id)) {
        button.removeAttribute("aria-current");
      } else if (!button.hasAttribute("aria-current")) {
        button.setAttribute("aria-current", "true");
        if (!atFirst) item.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      button.title = [person.name, partName(person)].filter(Boolean).join(", ");
      setText(button.querySelector(".name"), firstName(person));
      const badge = button.querySelector(".badge");
      badge.hidden = count === 0;
      setText(badge, count > 99 ? "99+" : String(count));
      setText(button.querySelector(".about"),
        [person.name, partName(person), count > 0 ? t("unread", { count }) : ""].filter(Boolean).join(", "));
    });
}
