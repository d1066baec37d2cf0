// @ts-check
// Comfort for the editor; everything works without it.

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("edit"));
const save = /** @type {HTMLButtonElement} */ (document.querySelector('button[form="edit"][value^="save"]'));
const saved = document.getElementById("saved");
const PLACE = "perftargets-place";

let unsaved = document.getElementById("problems") !== null;
let composing = false;

/** Browsers that size fields by their content need no help. @param {HTMLTextAreaElement} area */
function grow(area) {
  if (CSS.supports("field-sizing", "content") || area.scrollHeight <= area.clientHeight) return;
  area.style.height = area.scrollHeight + "px";
}

/** The field below in the same column. @param {HTMLTextAreaElement} area */
function below(area) {
  const column = area.id.slice(area.id.lastIndexOf("-"));
  const fields = /** @type {HTMLTextAreaElement[]} */ (Array.from(document.querySelectorAll('textarea[id^="row-"]')));
  const same = fields.filter((field) => field.id.endsWith(column));
  return same[same.indexOf(area) + 1];
}

/** How to find a field again, or a button after which one wants to be on it again. @param {Element | null} one */
function selectorOf(one) {
  if (one instanceof HTMLButtonElement && one.name === "action") return /^(save|up|down)\b/.test(one.value) ? `button[value="${one.value}"]` : "";
  return one && one.id && one !== document.body ? "#" + CSS.escape(one.id) : "";
}

if (form) {
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLTextAreaElement) grow(event.target);
    if (!unsaved && saved) {
      saved.textContent = "有未保存的修改";
      saved.classList.add("unsaved");
    }
    unsaved = true;
  });

  // Enter in a row goes to the row below as in a spreadsheet; Shift+Enter breaks the line. 项目名称 is one line, in which Enter saves.
  // An input method's Enter is its own.
  form.addEventListener("compositionstart", () => { composing = true; });
  form.addEventListener("compositionend", () => { composing = false; });
  form.addEventListener("focusout", () => { composing = false; });
  form.addEventListener("keydown", (event) => {
    const area = event.target;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || composing || event.keyCode === 229) return;
    if (!(area instanceof HTMLTextAreaElement)) return;
    if (area.id.startsWith("row-")) {
      event.preventDefault();
      const next = below(area);
      if (next) next.focus();
    } else if (area.id === "projectName") {
      event.preventDefault();
      save.click();
    }
  });

  form.addEventListener("submit", () => {
    unsaved = false;
    const hand = selectorOf(document.activeElement);
    sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname, top: Math.round(scrollY), hand }));
  });

  window.addEventListener("beforeunload", (event) => {
    if (!unsaved) return;
    event.preventDefault();
    event.returnValue = "";
  });

  // After saving or moving a row, people stay where they were, the hand on the same field or button. Where a row came or went, the link or the
  // page knows better.
  const place = JSON.parse(sessionStorage.getItem(PLACE) || "null");
  sessionStorage.removeItem(PLACE);
  if (place && place.path === location.pathname && !unsaved) {
    addEventListener("load", () => {
      const hand = place.hand && document.querySelector(place.hand);
      if (!hand && (location.hash || document.querySelector("[autofocus]"))) return;
      scrollTo(0, place.top);
      if (hand) hand.focus({ preventScroll: true });
    });
  }
}
