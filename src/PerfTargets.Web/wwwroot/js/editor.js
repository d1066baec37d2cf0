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

/** The fields of rows in a column, or in both. */
function rowFields(column = "") {
  const fields = /** @type {HTMLTextAreaElement[]} */ (Array.from(document.querySelectorAll('textarea[id^="row-"]')));
  return fields.filter((field) => field.id.endsWith(column));
}

/** The field so many below in the same column. @param {HTMLTextAreaElement} area @param {number} by */
function below(area, by) {
  const same = rowFields(area.id.slice(area.id.lastIndexOf("-")));
  return same[same.indexOf(area) + by];
}

/** The group that a row's field stands in. @param {HTMLTextAreaElement} field */
function groupOf(field) {
  const entry = /** @type {HTMLInputElement} */ (field.closest("tr")?.querySelector('input[name="row"]'));
  return entry.value.split(":")[0];
}

/**
 * Cells copied from a spreadsheet, each with the field that it belongs into, from this one to the right and down; nothing where they reach
 * beyond the group or onto something typed: then the browser pastes as it always does, and no text is lost.
 * @param {HTMLTextAreaElement} area @param {string} text
 * @returns {{ field: HTMLTextAreaElement, cell: string }[]}
 */
function placeCells(area, text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
  // In quotation marks a cell has line breaks of its own.
  if (!lines.every((cells) => cells.length === lines[0].length) || lines[0].length > 2 || text.includes('"')) return [];
  if (lines.length * lines[0].length === 1) return [];
  const [fields, group] = [rowFields(), groupOf(area)];
  const start = fields.indexOf(area);
  const placed = lines.flatMap((cells, row) => cells.map((cell, column) => ({ field: fields[start + 2 * row + column], cell: cell.trim() })));
  const fits = (start % 2) + lines[0].length <= 2;
  return fits && placed.every(({ field }) => field && groupOf(field) === group && field.value.trim() === "") ? placed : [];
}

/** How to find a field again, or a button after which one wants to be on it again. @param {Element | null} one */
function selectorOf(one) {
  if (one instanceof HTMLButtonElement && one.name === "action") return /^(save|up|down)\b/.test(one.value) ? `button[value="${one.value}"]` : "";
  return one && one.id && one !== document.body ? "#" + CSS.escape(one.id) : "";
}

if (form) {
  // Fields of the form stand beside it too: 填写说明 in the list of findings.
  document.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.form !== form) return;
    if (field instanceof HTMLTextAreaElement) grow(field);
    if (!unsaved && saved) {
      saved.textContent = "有未保存的修改";
      saved.classList.add("unsaved");
    }
    unsaved = true;
  });

  // A row's field is one line of text. Enter goes to the row below as in a spreadsheet, Shift+Enter to the one above; in 项目名称 Enter saves.
  // An input method's Enter is its own.
  form.addEventListener("compositionstart", () => { composing = true; });
  form.addEventListener("compositionend", () => { composing = false; });
  form.addEventListener("focusout", () => { composing = false; });
  form.addEventListener("keydown", (event) => {
    const area = event.target;
    if (event.key !== "Enter" || event.isComposing || composing || event.keyCode === 229) return;
    if (!(area instanceof HTMLTextAreaElement)) return;
    if (area.id.startsWith("row-")) {
      event.preventDefault();
      const next = below(area, event.shiftKey ? -1 : 1);
      if (next) next.focus();
    } else if (area.id === "projectName") {
      event.preventDefault();
      save.click();
    }
  });

  form.addEventListener("paste", (event) => {
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement) || !area.id.startsWith("row-") || !event.clipboardData) return;
    const placed = placeCells(area, event.clipboardData.getData("text/plain"));
    if (placed.length === 0) return;
    event.preventDefault();
    for (const { field, cell } of placed) {
      field.value = cell;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    placed[placed.length - 1].field.focus();
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
