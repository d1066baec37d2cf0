// What was typed on a page that saves nothing by itself is not left behind unasked.

import { attachChoice, askOnLeaving } from "./leaving.js";

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-asks]"))) {
  let isUnsaved = form.dataset.unsaved === "true";
  document.addEventListener("input", (event) => {
    if (/** @type {HTMLTextAreaElement} */ (event.target).form === form) isUnsaved = true;
  });
  askOnLeaving(form, form.dataset.asks || "", () => isUnsaved);
}
attachChoice();
