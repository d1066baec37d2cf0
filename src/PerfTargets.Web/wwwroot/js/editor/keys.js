// @ts-check
// The sheet by keyboard: Enter goes down the column, Ctrl+Enter adds a row, Ctrl+↑ and Ctrl+↓ move one. And the buttons beside the rows, without
// a new page. The hand is always where one would go on.

import { isComposingKey, whenComposed } from "./composition.js";
import { findRemoved, forgetUndo, offerUndo } from "./removed.js";
import { add, cellOf, fieldOf, groupOf, isBlank, move, relabel, remove, restore, rowAbove, rowBelow } from "./rows.js";

/** @param {HTMLFormElement} form @param {HTMLButtonElement} save */
export function attachKeys(form, save) {
  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (isComposingKey(event)) {
      // Nor does it send the form or break a line where there is only one.
      if (event.key === "Enter" && field instanceof HTMLElement && (field instanceof HTMLInputElement || /^(row-|projectName$)/.test(field.id))) event.preventDefault();
      return;
    }
    if (!(field instanceof HTMLTextAreaElement)) return;
    if (field.id === "projectName" && event.key === "Enter") {
      event.preventDefault();
      save.click();
    }
    if (!field.id.startsWith("row-")) return;
    const tr = /** @type {HTMLTableRowElement} */ (field.closest("tr"));
    const column = field.id.endsWith("-value") ? "value" : "name";
    const control = event.ctrlKey || event.metaKey;
    if (event.key === "Enter") {
      event.preventDefault();
      if (control) {
        fieldOf(add(groupOf(tr), { below: tr }), "name").focus();
      } else {
        const next = event.shiftKey ? rowAbove(tr) : rowBelow(tr);
        if (next) fieldOf(next, column).focus();
      }
    } else if (control && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const [start, end] = [field.selectionStart, field.selectionEnd];
      const moved = move(tr, event.key === "ArrowUp" ? -1 : 1);
      field.focus();
      field.setSelectionRange(start, end);
      if (moved) field.scrollIntoView({ block: "nearest" });
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

/** What a button does without a new page; null for the others. @param {Element} button @returns {(() => void) | null} */
function actionOf(button) {
  const [action, target] = (button.getAttribute("value") || "").split(":");
  const tr = button.closest("tr");
  switch (action) {
    case "add":
      return () => fieldOf(add(target), "name").focus();
    case "up":
    case "down":
      return () => {
        if (tr) move(tr, action === "up" ? -1 : 1);
        const again = document.querySelector(`button[value="${action}:${target}"]`);
        const field = document.getElementById(`row-${target}-name`);
        /** @type {HTMLElement} */ (again || field).focus();
      };
    case "remove":
      return () => {
        if (!tr) return;
        const [group, blank] = [groupOf(tr), isBlank(tr)];
        const removed = remove(tr);
        const next = blank ? /** @type {HTMLElement} */ (cellOf(group).querySelector(".add")) : offerUndo(removed);
        next.focus();
        next.scrollIntoView({ block: "nearest" });
      };
    case "undo": {
      const removed = findRemoved(target);
      return removed && (() => {
        forgetUndo(target);
        const row = restore(removed);
        fieldOf(row, "name").focus();
      });
    }
    default:
      return null;
  }
}
