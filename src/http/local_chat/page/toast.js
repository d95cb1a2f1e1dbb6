// Short words to one person, in that person's column.

import { announce, el } from "./dom.js";

const SHOWN_MS = 6000;

/** Shows `text` in the person's column for a while. */
export function tell(person, text, wrong = false) {
  const place = document.querySelector(`.column[data-key="${person}"] .toasts`);
  announce(text);
  if (!place) return;
  const toast = el("p", { class: wrong ? "toast wrong" : "toast", onclick: () => toast.remove() }, text);
  place.append(toast);
  while (place.children.length > 2) place.firstElementChild.remove();
  const end = () => (toast.matches(":hover") ? setTimeout(end, 1000) : toast.remove());
  setTimeout(end, SHOWN_MS);
}
