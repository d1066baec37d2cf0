// Leaving the editor, and where one comes back to. Nothing unsaved leaves for where nobody is, and nothing is typed into a page whose text has gone.

import { attachHold, holdUntilAnswered, lastPressed, STAYED_AFTER } from "../leaving.js";
import { composed } from "./composition.js";
import { hear, markSent, operationOf, passedOn, passOn, renewOperation } from "./drafts.js";

/** @typedef {import("./autosave.js").Autosave} Autosave */

const PLACE = "perftargets-place";

/** The page goes out with a post. @param {HTMLFormElement} form @param {Autosave} autosave */
export function leave(form, autosave) {
  const left = autosave.leave();
  markSent(left.draft, operationOf(form));
  holdUntilAnswered(form, () => {
    // The next button is another post, and that one may have been carried out.
    renewOperation(form);
    markSent("", "");
    autosave.page.show("stayed");
    autosave.stay(left);
  });
}

/** @param {HTMLFormElement} form @param {Autosave} autosave */
export function attachLeaving(form, autosave) {
  const pressed = lastPressed(form);
  let isAsking = false;
  let isAnswered = false;

  attachHold(form);
  form.addEventListener("submit", (event) => {
    const button = pressed();
    // A save under way has its answer first: it brings the version that this post answers to.
    if (button && !isAnswered && (isAsking || autosave.inFlight || autosave.isUnsaved)) {
      event.preventDefault();
      if (isAsking) return;
      isAsking = true;
      autosave.reaches().then(async (isThere) => {
        await composed();
        // One may have begun while the server was asked.
        await autosave.settle();
        isAsking = false;
        if (!isThere) return;
        // Others' texts may have brought another sheet with the same buttons.
        const now = Array.from(form.elements).find((one) => one === button || (one instanceof HTMLButtonElement && one.value === button.value));
        isAnswered = true;
        if (now) form.requestSubmit(/** @type {HTMLButtonElement} */ (button.form ? button : now));
        isAnswered = false;
      });
      return;
    }
    leave(form, autosave);
    const hand = selectorOf(document.activeElement);
    passOn(PLACE, JSON.stringify({ path: location.pathname, top: Math.round(scrollY), hand }));
  });

  let isSaved = false;
  let isSaving = false;
  document.addEventListener("submit", (event) => {
    const signOut = /** @type {HTMLFormElement} */ (event.target);
    if (signOut.id !== "sign-out" || isSaved || !autosave.isUnsaved) return;
    event.preventDefault();
    if (isSaving) return;
    isSaving = true;
    autosave.saveNow().finally(() => { isSaving = false; }).then(() => {
      isSaved = autosave.isSigningOut = true;
      signOut.requestSubmit();
      isSaved = false;
      // Asked whether to leave the text, the person may have stayed.
      window.setTimeout(() => {
        autosave.isSigningOut = false;
        autosave.keepDraft();
      }, STAYED_AFTER);
    });
  }, true);
  hear("signed-out", (person) => { if (person === autosave.person) autosave.signedOut(); });

  window.addEventListener("beforeunload", (event) => {
    if (!autosave.isUnsaved) return;
    autosave.keepDraft();
    event.preventDefault();
    event.returnValue = "";
  });
  // What was typed when the way was already another's.
  window.addEventListener("pagehide", () => autosave.keepDraft());
}

/** How to find a field or button again. @param {Element | null} one */
function selectorOf(one) {
  if (one instanceof HTMLButtonElement && one.name === "action") {
    // One stands above the sheet, one beneath.
    return /^save\b/.test(one.value) ? `${one.closest("form") ? "#edit " : ""}button[value="${one.value}"]` : "";
  }
  return one && one.id && one !== document.body ? "#" + CSS.escape(one.id) : "";
}

/** After saving, people stay where they were, unless the address names a place. @param {boolean} isRefused */
export function comeBack(isRefused) {
  const place = JSON.parse(passedOn(PLACE) || "null");
  passOn(PLACE, "");
  if (!place || place.path !== location.pathname || isRefused) return;
  addEventListener("load", () => {
    const hand = place.hand && document.querySelector(place.hand);
    if (!hand && (location.hash || document.querySelector("[autofocus]"))) return;
    scrollTo(0, place.top);
    if (hand) hand.focus({ preventScroll: true });
  });
}
