// Where the hand is, to be found again on a sheet that came in the place of this one.

import { cellOf, groupOf } from "./rows.js";

/** @param {Element} one */
function named(one) {
  const name = one.getAttribute("name");
  const isOneOfMany = one instanceof HTMLButtonElement || (one instanceof HTMLInputElement && one.type === "checkbox");
  return name ? `#edit ${one.localName}[name=${JSON.stringify(name)}]` + (isOneOfMany ? `[value=${JSON.stringify(one.value)}]` : "") : "";
}

/**
 * A way back to a field, button or anything else of the sheet: the same one; where it is no more, the field beside it; where its row is no more, the
 * button that adds one.
 * @param {Element} one @returns {() => HTMLElement | null}
 */
export function wayBack(one) {
  const [same, group, cell] = [named(one), groupOf(one), one.closest("td")];
  const inCell = cell && (cell.id || (cell.querySelector("[id]") || cell).id);
  return () => {
    if (one.isConnected) return /** @type {HTMLElement} */ (one);
    const found = same && document.querySelector(same);
    if (found) return /** @type {HTMLElement} */ (found);
    const here = inCell && document.getElementById(inCell);
    const room = (here && here.closest("td")) || (group && cellOf(group));
    if (!room) return null;
    const alike = same || !one.matches("summary, a") ? undefined : Array.from(room.querySelectorAll(one.localName)).find((other) => other.textContent === one.textContent);
    return /** @type {HTMLElement | null} */ (alike || room.querySelector(".add") || room.querySelector("textarea, select, input:not([type=hidden])"));
  };
}

/** @param {Element} one @returns {() => void} puts the hand back there */
export function goingBack(one) {
  const back = wayBack(one);
  return () => {
    const place = back();
    if (place) place.focus();
  };
}
