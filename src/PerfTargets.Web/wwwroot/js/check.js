// @ts-check
// What was written beside a warning is neither left behind unasked nor sent to nowhere; everything works without it.

import { attachChoice, askOnLeaving } from "./leaving.js";

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("submit"));

if (form) {
  let isUnsaved = form.dataset.unsaved === "true";
  document.addEventListener("input", (event) => {
    if (/** @type {HTMLTextAreaElement} */ (event.target).form === form) isUnsaved = true;
  });
  askOnLeaving(form, "您写的说明", () => isUnsaved);
}
attachChoice();
