// Ctrl+Z takes back what was done to rows or texts here, step by step. The browser's own knows only what was typed, and would change another field.

import { isComposingKey } from "./composition.js";
import { goingBack } from "./hand.js";

/** What was done since something was typed. @type {(() => void)[]} */
let done = [];

/** @param {() => void} takeBack */
export function undoBy(takeBack) {
  done.push(takeBack);
}

/** @param {HTMLFormElement} form */
export function attachUndo(form) {
  // What is typed is the browser's to take back.
  form.addEventListener("input", (event) => { if (event.isTrusted) done = []; });
  document.addEventListener("keydown", (event) => {
    const hand = /** @type {HTMLElement} */ (event.target);
    if (done.length === 0 || isComposingKey(event) || event.code !== "KeyZ" || event.shiftKey || event.altKey || event.ctrlKey === event.metaKey) return;
    if (hand !== document.body && !form.contains(hand)) return;
    event.preventDefault();
    const goBack = goingBack(hand);
    /** @type {() => void} */ (done.pop())();
    if (document.activeElement === document.body) goBack();
  });
}
