// @ts-check
// The editor's page: puts the parts together. Everything works without it, by the buttons.

import { Autosave } from "./editor/autosave.js";
import { whenComposed } from "./editor/composition.js";
import { attachCounter } from "./editor/counter.js";
import { offerDraft } from "./editor/draft-offer.js";
import { markSent, sent } from "./editor/drafts.js";
import { grow } from "./editor/grow.js";
import { attachKeys } from "./editor/keys.js";
import { attachLibrary } from "./editor/library.js";
import { attachPaste } from "./editor/paste.js";
import { isThere } from "./editor/post.js";
import { refreshFindings, takeMerged } from "./editor/refresh.js";
import { SaveState } from "./editor/save-state.js";
import { attachSigns } from "./editor/signs.js";
import { attachSums } from "./editor/sums.js";

const REFRESH_AFTER = 1_000;
const PLACE = "perftargets-place";

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("edit"));

/** How to find a field again, or a button after which one wants to be on it again. @param {Element | null} one */
function selectorOf(one) {
  if (one instanceof HTMLButtonElement && one.name === "action") return /^save\b/.test(one.value) ? `button[value="${one.value}"]` : "";
  return one && one.id && one !== document.body ? "#" + CSS.escape(one.id) : "";
}

/** @param {HTMLFormElement} form */
function attach(form) {
  const save = /** @type {HTMLButtonElement} */ (document.querySelector('button[form="edit"][value^="save"]'));
  const state = new SaveState(form);
  let refreshing = 0;
  const autosave = new Autosave(form, {
    show: (now, answer) => state.show(now, answer),
    saved: () => {
      clearTimeout(refreshing);
      refreshing = window.setTimeout(() => { if (!autosave.isUnsaved) refreshFindings(() => !autosave.isUnsaved); }, REFRESH_AFTER);
    },
    merged: async (posted) => {
      const taken = await takeMerged(posted);
      if (taken.sheet) {
        showSums();
        renewLibrary();
      }
      if (taken.isReturned) state.say("这份目标表刚才被退回修改，退回意见已显示在旁边。您填写的内容没有丢失。");
      return taken.sheet;
    },
  });
  if (document.getElementById("problems")) {
    // What the server refused stands on the page and nowhere else.
    autosave.changes++;
    autosave.draft = sent();
  }
  markSent("");

  attachKeys(form, save);
  const showSums = attachSums(form);
  attachCounter(form);
  const renewLibrary = attachLibrary(form);
  attachPaste(form, { say: (words, undo) => state.say(words, undo) });
  attachSigns(form, { tell: (words, undo) => state.say(words, undo, "signs") });

  const changed = () => autosave.changed();
  // Fields of the form stand beside it too: 填写说明 in the list of findings.
  document.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field !== /** @type {unknown} */ (form) && field.form !== form) return;
    if (field instanceof HTMLTextAreaElement) grow(field);
    const cell = field.closest("td");
    // What was found there was found in another text.
    if (cell && (cell.classList.contains("bad") || cell.classList.contains("warn"))) cell.classList.add("edited");
    whenComposed(changed);
  });

  attachLeaving(form, autosave);
  offerDraft(form, state, autosave);
  comeBack(autosave.isUnsaved);
}

/** By which button the form goes out, once: Chromium 80 does not say it of a submit. @param {HTMLFormElement} form */
function lastPressed(form) {
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

/** @param {HTMLFormElement} form @param {Autosave} autosave */
function attachLeaving(form, autosave) {
  const pressed = lastPressed(form);
  let isAsking = false;
  let isAnswered = false;

  form.addEventListener("submit", (event) => {
    const button = pressed();
    // A save under way has its answer first: it brings the version that this post answers to. And nothing unsaved leaves for where nobody is.
    if (button && !isAnswered && (isAsking || autosave.inFlight || autosave.isUnsaved)) {
      event.preventDefault();
      if (isAsking) return;
      isAsking = true;
      autosave.reaches().then((isThere) => {
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
    markSent(autosave.leave());
    const hand = selectorOf(document.activeElement);
    sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname, top: Math.round(scrollY), hand }));
  });

  let isSaved = false;
  document.addEventListener("submit", (event) => {
    const signOut = /** @type {HTMLFormElement} */ (event.target);
    if (signOut.id !== "sign-out" || isSaved || !autosave.isUnsaved) return;
    event.preventDefault();
    autosave.saveNow().then(() => {
      isSaved = autosave.isSigningOut = true;
      signOut.requestSubmit();
      isSaved = false;
    });
  }, true);

  window.addEventListener("beforeunload", (event) => {
    if (!autosave.isUnsaved) return;
    autosave.keepDraft();
    event.preventDefault();
    event.returnValue = "";
  });
}

/** Two texts to choose from: neither is saved until a button is pressed and somebody is there to take it. @param {HTMLFormElement} form */
function attachChoice(form) {
  const state = new SaveState(form);
  const pressed = lastPressed(form);
  let isTaken = false;
  form.addEventListener("submit", (event) => {
    const button = pressed();
    if (isTaken || !button) return;
    event.preventDefault();
    isThere().then((there) => {
      isTaken = there;
      if (there) form.requestSubmit(button);
      else state.tell("saving", "现在连不上服务器，您填写的内容和选择仍在本页。请不要关闭页面，过一会儿再按一次。");
    });
  });
  window.addEventListener("beforeunload", (event) => {
    if (isTaken) return;
    event.preventDefault();
    event.returnValue = "";
  });
}

/** After saving, people stay where they were, the hand on the same field or button; where the address names a place it knows better. @param {boolean} isRefused */
function comeBack(isRefused) {
  const place = JSON.parse(sessionStorage.getItem(PLACE) || "null");
  sessionStorage.removeItem(PLACE);
  if (!place || place.path !== location.pathname || isRefused) return;
  addEventListener("load", () => {
    const hand = place.hand && document.querySelector(place.hand);
    if (!hand && (location.hash || document.querySelector("[autofocus]"))) return;
    scrollTo(0, place.top);
    if (hand) hand.focus({ preventScroll: true });
  });
}

const choice = /** @type {HTMLFormElement | null} */ (document.querySelector("form.conflict"));

if (form) attach(form);
if (choice) attachChoice(choice);
