// @ts-check
// Comfort for the editor; everything works without it.

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("edit"));
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

if (form) {
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLTextAreaElement) grow(event.target);
    if (!unsaved && saved) {
      saved.textContent = "有未保存的修改";
      saved.classList.add("unsaved");
    }
    unsaved = true;
  });

  // Enter in a row goes to the row below as in a spreadsheet; Shift+Enter breaks the line. An input method's Enter is its own.
  form.addEventListener("compositionstart", () => { composing = true; });
  form.addEventListener("compositionend", () => { composing = false; });
  form.addEventListener("focusout", () => { composing = false; });
  form.addEventListener("keydown", (event) => {
    const area = event.target;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || composing || event.keyCode === 229) return;
    if (!(area instanceof HTMLTextAreaElement) || !area.id.startsWith("row-")) return;
    event.preventDefault();
    const next = below(area);
    if (next) next.focus();
  });

  form.addEventListener("submit", () => {
    unsaved = false;
    sessionStorage.setItem(PLACE, location.pathname + " " + Math.round(scrollY));
  });

  window.addEventListener("beforeunload", (event) => {
    if (!unsaved) return;
    event.preventDefault();
    event.returnValue = "";
  });

  // After saving, people stay where they were; a link to a row knows better.
  const place = (sessionStorage.getItem(PLACE) || "").split(" ");
  sessionStorage.removeItem(PLACE);
  if (place[0] === location.pathname && !location.hash && !unsaved) scrollTo(0, Number(place[1]));
}
