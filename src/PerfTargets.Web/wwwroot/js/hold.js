// @ts-check
// A form that has gone out with a post takes nothing until another page comes: what would be typed into it meanwhile would be lost.

const STAYED_AFTER = 20_000;

/** @param {HTMLFormElement} form */
export const isHeld = (form) => form.hasAttribute("data-gone");

/** @param {HTMLFormElement} form @param {() => void} stayed no other page has come, or somebody has stopped the browser */
export function holdUntilAnswered(form, stayed) {
  hold(form, true);
  window.setTimeout(() => {
    // It is all still here, and what is typed from now on must not go with a page that comes late.
    window.stop();
    hold(form, false);
    stayed();
  }, STAYED_AFTER);
}

/** Fields keep the hand, and take nothing. @param {HTMLFormElement} form @param {boolean} isHeld */
function hold(form, isHeld) {
  form.toggleAttribute("data-gone", isHeld);
  for (const field of Array.from(form.elements)) if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.readOnly = isHeld;
}

/** @param {EventTarget | null} one where other keys than in a text choose */
const isChoice = (one) => one instanceof HTMLSelectElement || (one instanceof HTMLInputElement && ["checkbox", "radio"].includes(one.type));

/** The page's own keys rest too, and those that press a button or choose. The mouse is held by the stylesheet. @param {HTMLFormElement} form */
export function attachHold(form) {
  form.addEventListener("keydown", (event) => {
    if (!isHeld(form)) return;
    event.stopImmediatePropagation();
    if (["Enter", " "].includes(event.key) || (isChoice(event.target) && event.key !== "Tab")) event.preventDefault();
  }, true);
  form.addEventListener("paste", (event) => { if (isHeld(form)) event.stopImmediatePropagation(); }, true);
}
