// An input method at work: until it has done, nothing moves, counts, saves or is sent.

let composing = false;
/** Each act once, however often it was asked for. @type {Set<() => void>} */
let waiting = new Set();

function done() {
  composing = false;
  const acts = waiting;
  waiting = new Set();
  // The browser's own event about the text comes first.
  setTimeout(() => acts.forEach(whenComposed));
}

document.addEventListener("compositionstart", () => { composing = true; });
document.addEventListener("compositionend", done);
// Some never say that they have ended: when the hand leaves the field, or text comes without them, they have.
document.addEventListener("focusout", () => { if (composing) done(); });
document.addEventListener("input", (event) => { if (composing && event instanceof InputEvent && !event.isComposing) done(); }, true);

export const isComposing = () => composing;

/** The Enter that confirms a candidate is no Enter. @param {KeyboardEvent} event */
export const isComposingKey = (event) => composing || event.isComposing || event.keyCode === 229;

/** Now, or as soon as the input method has done. @param {() => void} act */
export function whenComposed(act) {
  if (composing) waiting.add(act);
  else act();
}

/** Ends as soon as the input method has done. @returns {Promise<void>} */
export const composed = () => new Promise((resolve) => whenComposed(resolve));
