// Where a link or a tick leads, the hand goes into the field in which one would type.

import { fieldOf, rowsOf } from "./rows.js";

const FIELDS = "textarea, select, input:not([type=hidden])";

/** @typedef {HTMLTextAreaElement | HTMLSelectElement | HTMLInputElement} Field */

/** @param {HTMLFormElement} form */
export function attachGoing(form) {
  document.addEventListener("click", (event) => {
    // Another tab or window is the browser's to open.
    if (event.button !== 0 || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return;
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const place = link && document.getElementById(decoded(String(link.getAttribute("href")).slice(1)));
    if (place && form.contains(place) && go(place)) event.preventDefault();
  });
  addEventListener("load", () => {
    const place = document.querySelector("td:target");
    if (place instanceof HTMLElement && form.contains(place)) go(place);
  });

  form.addEventListener("click", (event) => {
    const summary = event.target instanceof Element ? event.target.closest(".na > summary") : null;
    const fold = summary && summary.parentElement;
    if (fold instanceof HTMLDetailsElement && !fold.open) fold.addEventListener("toggle", () => boxIn(fold).focus(), { once: true });
  });
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "na" && target.checked) reasonOf(target).focus();
  });
}

/** @param {string} name as an address has it */
function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch (_) {
    // A % that stands for itself.
    return name;
  }
}

/** @param {HTMLElement} place @returns whether the hand is there */
function go(place) {
  const field = place.matches(FIELDS) ? /** @type {Field} */ (place) : fieldAt(place);
  if (!field) return false;
  place.scrollIntoView();
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "nearest" });
  return true;
}

/** Of a group's cell the reason, where the box is ticked, or the first blank field of its rows, else the first. @param {HTMLElement} place @returns {Field | null} */
function fieldAt(place) {
  if (!place.dataset.group) return place.querySelector(FIELDS);
  const box = /** @type {HTMLInputElement | null} */ (place.querySelector('input[name="na"]:checked'));
  if (box) return reasonOf(box);
  const fields = rowsOf(place.dataset.group).flatMap((tr) => [fieldOf(tr, "name"), fieldOf(tr, "value")]);
  return fields.find((field) => field.value.trim() === "") || fields[0] || null;
}

/** @param {Element} fold of 不涉及 */
export const boxIn = (fold) => /** @type {HTMLInputElement} */ (fold.querySelector('input[name="na"]'));

/** @param {HTMLInputElement} box */
export const reasonOf = (box) => /** @type {HTMLTextAreaElement} */ (/** @type {HTMLElement} */ (box.closest(".na")).querySelector("textarea"));
