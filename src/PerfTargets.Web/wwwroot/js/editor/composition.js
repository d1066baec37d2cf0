// @ts-check
// An input method at work: until it has done, nothing moves, counts, saves or is sent.

let composing = false;
/** @type {(() => void)[]} */
let waiting = [];

function done() {
  composing = false;
  const acts = waiting;
  waiting = [];
  // The browser's own event about the text comes first.
  setTimeout(() => acts.forEach(whenComposed));
}

document.addEventListener("compositionstart", () => { composing = true; });
document.addEventListener("compositionend", done);
// Some input methods never say that they have ended when the hand leaves the field.
document.addEventListener("focusout", () => { if (composing) done(); });

export const isComposing = () => composing;

/** The key belongs to the input method: the Enter that confirms a candidate is no Enter. @param {KeyboardEvent} event */
export const isComposingKey = (event) => composing || event.isComposing || event.keyCode === 229;

/** Now, or as soon as the input method has done. @param {() => void} act */
export function whenComposed(act) {
  if (composing) waiting.push(act);
  else act();
}
