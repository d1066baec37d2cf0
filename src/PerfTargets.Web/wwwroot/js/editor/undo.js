// Ctrl+Z takes back what was done to rows or texts here, step by step. The browser's own knows only what was typed, and would change another field.

import { isComposingKey } from "./composition.js";
import { goingBack } from "./hand.js";

/** What was done since something was typed. @type {(() => boolean)[]} */
let done = [];

/** @param {() => boolean} takeBack false where there is nothing to be taken back any more */
export function undoBy(takeBack) {
  done.push(takeBack);
}

/** @param {HTMLFormElement} form */
export function attachUndo(form) {
  // What is typed is the browser's to take back.
  form.addEventListener("input", (event) => { if (event.isTrusted && /** @type {HTMLInputElement} */ (event.target).form === form) done = []; });
  document.addEventListener("keydown", (event) => {
    const hand = /** @type {HTMLElement} */ (event.target);
    if (done.length === 0 || isComposingKey(event) || event.code !== "KeyZ" || event.shiftKey || event.altKey || event.ctrlKey === event.metaKey) return;
    if (hand !== document.body && !form.contains(hand)) return;
    const goBack = goingBack(hand);
    let takeBack;
    do takeBack = done.pop(); while (takeBack && !takeBack());
    if (!takeBack) return;
    event.preventDefault();
    if (document.activeElement === document.body) goBack();
  });
}
