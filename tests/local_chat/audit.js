// Run in the page: gives what a person could not read or name, a line each.
const faults = [];
const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const pen = canvas.getContext("2d", { willReadFrequently: true });

/** A colour as [red, green, blue, alpha], however it is written. */
const rgba = (colour) => {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
};
const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
const behind = (element) => {
  if (!element) return [255, 255, 255, 1];
  const own = rgba(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, behind(element.parentElement));
};
const luminance = (colour) => {
  const [red, green, blue] = colour.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  const text = node.textContent.trim();
  if (!text || !isSeen(element) || element.closest(".unseen, noscript, [aria-disabled=true], .skip")) continue;
  // Pictures, not letters.
  if (/^[\p{Extended_Pictographic}\uFE0F\s\d]+$/u.test(text)) continue;
  const ground = behind(element);
  const ratio = contrast(over(rgba(getComputedStyle(element).color), ground), ground);
  if (ratio < 4.5) faults.push(`contrast ${ratio.toFixed(2)}: ${element.tagName}.${element.className} «${text.slice(0, 30)}»`);
}

for (const element of document.querySelectorAll("button, a[href], input, textarea, select, section, nav, [role=log]")) {
  if (!isSeen(element)) continue;
  const labelled = element.getAttribute("aria-labelledby");
  const name = element.getAttribute("aria-label") ?? (labelled && document.getElementById(labelled)?.textContent) ??
    (element.closest("label")?.textContent || (element.matches("button, a") && element.textContent));
  if (!name || !name.trim()) faults.push(`no name: ${element.outerHTML.slice(0, 120)}`);
}

const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
for (const id of ids.filter((id, place) => ids.indexOf(id) !== place)) faults.push(`twice: #${id}`);

const levels = [...document.querySelectorAll("h1, h2, h3")].filter(isSeen).map((heading) => Number(heading.tagName[1]));
levels.forEach((level, place) => {
  if (place > 0 && level > levels[place - 1] + 1) faults.push(`heading ${level} after ${levels[place - 1]}`);
});
return faults;
