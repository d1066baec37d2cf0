// @ts-check
// Ctrl+Z after something that was done to rows or texts here takes that back. The browser's own knows only what was typed, and would change it in
// another field.

import { isComposingKey } from "./composition.js";
import { wayBack } from "./hand.js";

/** What was done last, as long as nothing was typed since. @type {(() => void) | null} */
let last = null;

/** @param {() => void} takeBack */
export function undoBy(takeBack) {
  last = takeBack;
}

/** @param {HTMLFormElement} form */
export function attachUndo(form) {
  // What is typed is the browser's to take back.
  form.addEventListener("input", (event) => { if (event.isTrusted) last = null; });
  document.addEventListener("keydown", (event) => {
    const hand = /** @type {HTMLElement} */ (event.target);
    if (!last || isComposingKey(event) || event.code !== "KeyZ" || event.shiftKey || event.altKey || event.ctrlKey === event.metaKey) return;
    if (hand !== document.body && !form.contains(hand)) return;
    event.preventDefault();
    const [takeBack, back] = [last, wayBack(hand)];
    last = null;
    takeBack();
    if (document.activeElement !== document.body) return;
    const place = back();
    if (place) place.focus();
  });
}
