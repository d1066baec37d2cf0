// @ts-check
// What was written beside a warning is not left behind unasked; everything works without it.

const form = document.getElementById("submit");
let unsaved = form !== null && form.dataset.unsaved === "true";

if (form) {
  document.addEventListener("input", (event) => {
    if (/** @type {HTMLTextAreaElement} */ (event.target).form === form) unsaved = true;
  });
  form.addEventListener("submit", () => { unsaved = false; });
  window.addEventListener("beforeunload", (event) => {
    if (!unsaved) return;
    event.preventDefault();
    event.returnValue = "";
  });
}
