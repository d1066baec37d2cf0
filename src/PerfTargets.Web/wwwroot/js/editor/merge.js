// What was typed, added, moved and taken away since a post, done again on the sheet that comes back with others' texts in it.

import { entries } from "./post.js";
import { findRemoved, forgetUndo, offerUndo } from "./removed.js";
import { entryOf, isBlank, keyOf, move, remove, restore, rowsOf } from "./rows.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} TextField */

/** @param {unknown} one @returns {one is TextField} */
export const isTextField = (one) => one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement
  || (one instanceof HTMLInputElement && one.type !== "hidden" && one.type !== "checkbox");

/** @param {HTMLFormElement} form @param {string} name @returns {TextField | null} */
function fieldNamed(form, name) {
  const field = form.elements.namedItem(name);
  return isTextField(field) ? field : null;
}

/** The key of a field's place, as the server compares texts. @param {string} name */
const placeOf = (name) => name.replace(/^(row-.+)-(name|value)$/, "$1").replace(/^na-reason-/, "na-");

/** The blank row in which somebody may be about to type. */
function blankUnderHand() {
  const cell = document.activeElement && document.activeElement.closest("td.in");
  const tr = cell && cell.querySelector('[id^="row-"]') && cell.closest("tr");
  return tr && isBlank(tr) ? entryOf(tr).value : "";
}

/** @param {HTMLFormElement} form @param {URLSearchParams} posted */
export function changesSince(form, posted) {
  const was = new Map(Array.from(posted));
  const now = entries(form);
  const typed = now.filter(([name, value]) => was.get(name) !== value && fieldNamed(form, name));
  /** @param {string} name */
  const all = (name) => now.filter(([one]) => one === name).map(([, value]) => value);
  const [rowsBefore, rowsNow] = [posted.getAll("row"), all("row")];
  const [marksBefore, marksNow] = [posted.getAll("na"), all("na")];
  const blank = blankUnderHand();
  const undone = all("removed").map((entry) => findRemoved(entry.split(":")[1]));

  return {
    /** The keys of the places that the changes touch. */
    places: typed.map(([name]) => placeOf(name))
      .concat(marksBefore.concat(marksNow).filter((group) => marksBefore.includes(group) !== marksNow.includes(group)).map((group) => `na-${group}`))
      .concat(rowsBefore.filter((one) => !rowsNow.includes(one)).map((one) => `row-${one.split(":")[1]}`)),

    /** A part of the page with text in it that would have no place any more. @param {string} id @param {Document} page */
    needs(id, page) {
      const part = document.getElementById(id);
      return typed.some(([name]) => part && part.contains(fieldNamed(form, name)) && !page.getElementById(name));
    },

    redo() {
      rowsNow.forEach(bringBack);
      for (const entry of rowsBefore.filter((one) => !rowsNow.includes(one))) {
        const tr = find(entry);
        if (tr) remove(tr);
      }
      for (const [name, value] of typed) {
        const field = fieldNamed(form, name);
        if (field) field.value = value;
      }
      if (rowsBefore.filter((one) => rowsNow.includes(one)).join() !== rowsNow.filter((one) => rowsBefore.includes(one)).join()) rowsNow.forEach(putInPlace);
      for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[name="na"]'))) {
        if (marksBefore.includes(box.value) !== marksNow.includes(box.value)) box.checked = marksNow.includes(box.value);
      }
      // The newest stands first.
      for (const removed of undone.reverse()) {
        if (!removed) continue;
        forgetUndo(removed.key);
        if (!fieldNamed(form, `row-${removed.key}-name`)) offerUndo(removed);
      }
    },
  };

  /** A row that is new or has new text, or is blank and has the hand in it: the server has no blank rows. Others' deletions stand. @param {string} entry */
  function bringBack(entry) {
    const [group, key] = entry.split(":");
    const isNew = entry === blank || !rowsBefore.includes(entry) || typed.some(([name]) => name.startsWith(`row-${key}-`));
    if (!isNew || fieldNamed(form, `row-${key}-name`)) return;
    const at = rowsNow.filter((one) => one.startsWith(`${group}:`)).indexOf(entry);
    const text = new Map(now);
    restore({ group, key, at, name: text.get(`row-${key}-name`) || "", value: text.get(`row-${key}-value`) || "", isUnconfirmed: all("unconfirmed").includes(`row-${key}`) });
  }

  /** Behind the rows that stood before it here. @param {string} entry */
  function putInPlace(entry) {
    const group = entry.split(":")[0];
    const behind = rowsNow.slice(rowsNow.indexOf(entry) + 1);
    /** @param {Element} tr */
    const above = (tr) => rowsOf(group)[rowsOf(group).findIndex((one) => one === tr) - 1];
    /** @type {Element | null | undefined} */
    let tr = find(entry);
    while (tr && above(tr) && behind.includes(`${group}:${keyOf(above(tr))}`)) tr = move(tr, -1);
  }

  /** @param {string} entry */
  function find(entry) {
    const [group, key] = entry.split(":");
    return rowsOf(group).find((one) => keyOf(one) === key);
  }
}
