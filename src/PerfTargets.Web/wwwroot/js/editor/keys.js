// The sheet by keyboard (KEYS): Enter goes to the next line or down the column, after Tab from the name to the next name. And the buttons beside the
// rows, without a new page; since keys do the same, Tab goes from text to text. The hand is always where one would go on.

import { isComposingKey, whenComposed } from "./composition.js";
import { element } from "./element.js";
import { goingBack } from "./hand.js";
import { findRemoved, forgetUndo, offerUndo } from "./removed.js";
import { add, cellOf, fieldOf, groupOf, isBlank, keyOf, move, relabel, remove, restore, rowAbove, rowBelow, rowOf, rowsOf } from "./rows.js";
import { undoBy } from "./undo.js";

const KEYS = ["Enter 下一行", "Ctrl+Enter 加行", "Ctrl+↑↓ 移动", "Alt+Delete 删行", "Alt+K 指标库", "Ctrl+Z 撤销", "Ctrl+S 保存"];

const FIELDS = "#form td.in textarea, #form td.in select, #form td.in input:not([type=hidden])";

/** @param {HTMLFormElement} form @param {() => void} save */
export function attachKeys(form, save) {
  const steps = document.getElementById("steps");
  if (steps) steps.after(element("p", { class: "keys" }, ...KEYS.map((key) => element("span", {}, key))));
  leaveButtonsOut();
  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyS" || event.shiftKey || event.altKey || event.ctrlKey === event.metaKey) return;
    // The browser would save the page as a file.
    event.preventDefault();
    if (!form.hasAttribute("data-gone")) save();
  }, true);
  /** The row in which Tab went on from the name. @type {Element | null} */
  let tabbed = null;
  form.addEventListener("pointerdown", () => { tabbed = null; });
  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (isComposingKey(event)) {
      // Nor does it send the form or break a line where there is only one.
      if (event.key === "Enter" && field instanceof HTMLElement && (field instanceof HTMLInputElement || /^(row-|projectName$)/.test(field.id))) event.preventDefault();
      return;
    }
    if (event.key === "Enter" && field instanceof HTMLElement && field.matches('input[id], textarea[id="projectName"]')) {
      // It would send the form, and what is typed next would meet another page.
      event.preventDefault();
      goOn(form, field, event.shiftKey ? -1 : 1);
    }
    if (!(field instanceof HTMLTextAreaElement)) return;
    if (!field.id.startsWith("row-")) return;
    const tr = /** @type {HTMLTableRowElement} */ (field.closest("tr"));
    const column = field.id.endsWith("-value") ? "value" : "name";
    const control = event.ctrlKey || event.metaKey;
    if (event.key === "Tab" && column === "name") tabbed = event.shiftKey ? null : tr;
    if (event.key === "Enter") {
      event.preventDefault();
      if (control) {
        addRow(groupOf(tr), tr);
      } else {
        const next = event.shiftKey ? rowAbove(tr) : rowBelow(tr);
        if (next) fieldOf(next, tabbed === tr && !event.shiftKey ? "name" : column).focus();
        tabbed = null;
      }
    } else if (control && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const [start, end] = [field.selectionStart, field.selectionEnd];
      const moved = moveRow(tr, event.key === "ArrowUp" ? -1 : 1);
      field.focus();
      field.setSelectionRange(start, end);
      if (moved) field.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Delete" && event.altKey && !control && !event.shiftKey) {
      event.preventDefault();
      if (!event.repeat) removeUnderHand(tr, column);
    }
  });

  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[name="action"]') : null;
    const act = button && actionOf(button);
    if (!act) return;
    event.preventDefault();
    act();
  });

  form.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !field.id.startsWith("row-")) return;
    const tr = /** @type {HTMLTableRowElement} */ (field.closest("tr"));
    whenComposed(() => typedIn(tr));
  });
}

/** Keys do what the rows' buttons do, so that Tab need not stop at each of them. */
export function leaveButtonsOut() {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".form .ops button, .form .adds button"))) button.tabIndex = -1;
}

/** As Tab does, past the buttons. @param {HTMLFormElement} form @param {HTMLElement} field @param {-1 | 1} by */
function goOn(form, field, by) {
  const fields = Array.from(form.querySelectorAll(FIELDS));
  const next = fields[fields.indexOf(field) + by];
  if (!(next instanceof HTMLElement)) return;
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
}

/** @param {HTMLTableRowElement} tr */
function typedIn(tr) {
  // What was typed over is to be confirmed no more.
  const mark = tr.querySelector('input[name="unconfirmed"]');
  if (mark) mark.remove();
  // A lone row can be deleted once something stands in it.
  const group = groupOf(tr);
  const isLone = cellOf(group).rowSpan === 1;
  if (isLone && (tr.querySelector('button[value^="remove:"]') !== null) === isBlank(tr)) relabel(group);
}

/** @param {string} group @param {Element} [below] */
function addRow(group, below) {
  const goBack = goingBack(/** @type {Element} */ (document.activeElement));
  const added = add(group, { below });
  const key = keyOf(added);
  fieldOf(added, "name").focus();
  undoBy(() => {
    const tr = rowOf(key);
    if (!tr || !isBlank(tr)) return false;
    remove(tr);
    goBack();
    return true;
  });
}

/** @param {Element} tr @param {-1 | 1} by */
function moveRow(tr, by) {
  const key = keyOf(tr);
  const moved = move(tr, by);
  if (moved) undoBy(() => {
    const now = rowOf(key);
    const back = now && move(now, by === 1 ? -1 : 1);
    if (back) fieldOf(back, "name").focus();
    return back !== null;
  });
  return moved;
}

/** @param {Element} tr @returns {HTMLElement | null} 撤销, where there was something in the row */
function removeRow(tr) {
  const blank = isBlank(tr);
  const removed = remove(tr);
  if (blank) return null;
  undoBy(() => bringBack(removed.key));
  return offerUndo(removed);
}

/** One goes on in the row that comes after, or is now the last. @param {HTMLTableRowElement} tr @param {"name" | "value"} column */
function removeUnderHand(tr, column) {
  const [group, rows] = [groupOf(tr), rowsOf(groupOf(tr))];
  if (rows.length === 1 && isBlank(tr)) return;
  removeRow(tr);
  const left = rowsOf(group);
  fieldOf(left[Math.min(rows.indexOf(tr), left.length - 1)], column).focus();
}

/** @param {string} key of a row that was deleted @returns whether it is back */
function bringBack(key) {
  const removed = findRemoved(key);
  if (!removed) return false;
  forgetUndo(key);
  fieldOf(restore(removed), "name").focus();
  return true;
}

/** What a button does without a new page; null for the others. @param {Element} button @returns {(() => void) | null} */
function actionOf(button) {
  const [action, target] = (button.getAttribute("value") || "").split(":");
  const tr = button.closest("tr");
  switch (action) {
    case "add":
      return () => addRow(target);
    case "up":
    case "down":
      return () => {
        if (tr) moveRow(tr, action === "up" ? -1 : 1);
        const again = document.querySelector(`button[value="${action}:${target}"]`);
        const field = document.getElementById(`row-${target}-name`);
        /** @type {HTMLElement} */ (again || field).focus();
      };
    case "remove":
      return () => {
        if (!tr) return;
        const group = groupOf(tr);
        const next = removeRow(tr) || /** @type {HTMLElement} */ (cellOf(group).querySelector(".add"));
        next.focus();
        next.scrollIntoView({ block: "nearest" });
      };
    case "undo": {
      return findRemoved(target) && (() => bringBack(target));
    }
    default:
      return null;
  }
}
