// What is typed on a page that saves nothing by itself: its buttons leave only for a server that answers, and any other way out is asked about.

import { isThere } from "./editor/post.js";
import { notices } from "./editor/notices.js";

export const STAYED_AFTER = 20_000;

/** By which button the form goes out, once: Chromium 80 does not say it of a submit. @param {HTMLFormElement} form */
export function lastPressed(form) {
  /** @type {HTMLButtonElement | null} */
  let pressed = null;
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button && button.form === form) pressed = button;
  }, true);
  return () => {
    const button = pressed;
    pressed = null;
    return button;
  };
}

/** @param {HTMLFormElement} form */
const isHeld = (form) => form.hasAttribute("data-gone");

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

/** The page's own keys rest too. The mouse is held by the stylesheet. @param {HTMLFormElement} form */
export function attachHold(form) {
  form.addEventListener("keydown", (event) => {
    if (!isHeld(form)) return;
    event.stopImmediatePropagation();
    if (["Enter", " "].includes(event.key) || (isChoice(event.target) && event.key !== "Tab")) event.preventDefault();
  }, true);
  form.addEventListener("paste", (event) => { if (isHeld(form)) event.stopImmediatePropagation(); }, true);
}

/** @param {HTMLFormElement} form @param {string} what stands on the page, in words @param {() => boolean} isUnsaved */
export function askOnLeaving(form, what, isUnsaved) {
  const pressed = lastPressed(form);
  let isAsking = false;
  let isAnswered = false;
  let isTaken = false;
  attachHold(form);
  form.addEventListener("submit", (event) => {
    const button = pressed();
    isTaken = isAnswered;
    if (isAnswered || !button) {
      holdUntilAnswered(form, () => notices.tell("saving", `服务器没有回答，页面没有打开。${what}仍在本页，可以接着改，过一会儿再按一次。`));
      return;
    }
    event.preventDefault();
    if (isAsking || isHeld(form)) return;
    isAsking = true;
    isThere().then((there) => {
      isAsking = false;
      isAnswered = there;
      if (there) form.requestSubmit(button);
      else notices.tell("saving", `现在连不上服务器，${what}仍在本页。请不要关闭页面，过一会儿再按一次。`);
      isAnswered = false;
    });
  });
  window.addEventListener("beforeunload", (event) => {
    // Only this once: the page may not come, and then everything is still here.
    const isAsked = !isTaken && isUnsaved();
    isTaken = false;
    if (!isAsked) return;
    event.preventDefault();
    event.returnValue = "";
  });
}

/** Two texts to choose from: neither is saved until a button is pressed. */
export function attachChoice() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.conflict"));
  if (form) askOnLeaving(form, "您填写的内容和选择", () => true);
  return form;
}
