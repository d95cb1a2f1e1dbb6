// Small helpers for making and keeping elements.

/**
 * Makes an element. Properties go on the element; names with a dash and `role` become attributes; `onclick` and the like listen.
 * Children that are null or false are left out.
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name === "class") element.className = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Makes an element of an SVG. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Makes `parent` show `items` in order, and keeps the elements of those that were there. `make(item)` makes an element, `update(element, item)`
 * brings it up to date. What is not an item's (no `data-key`) stays where it is, at the end.
 */
export function keep(parent, items, key, make, update = () => {}) {
  const old = new Map();
  for (const child of parent.children) if (child.dataset.key) old.set(child.dataset.key, child);
  let place = parent.firstElementChild;
  for (const item of items) {
    const name = String(key(item));
    let element = old.get(name);
    old.delete(name);
    if (!element) {
      element = make(item);
      element.dataset.key = name;
    }
    if (element === place) place = place.nextElementSibling;
    else parent.insertBefore(element, place);
    update(element, item);
  }
  for (const element of old.values()) element.remove();
}

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Sets a text only where it differs, so that screen readers and selections are left in peace. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Says something to a screen reader, once. */
export function announce(text) {
  const place = byId("announcer");
  const line = el("p", {}, text);
  place.append(line);
  setTimeout(() => line.remove(), 8000);
}

export const isNarrow = () => matchMedia("(max-width: 719px)").matches;
