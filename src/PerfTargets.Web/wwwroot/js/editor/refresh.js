// @ts-check
// What the server says of the saved form, and what others have typed, comes as the page that it would serve now. Only what changed is taken over,
// never a field that somebody may be typing in.

import { entries } from "./autosave.js";
import { composed } from "./composition.js";
import { add, keyOf, groupOf, rowsOf, remove } from "./rows.js";

/** The parts of the rail that tell of what is saved. */
const PARTS = ["findings", "steps", "correctable", "unconfirmed"];

const form = /** @type {HTMLFormElement} */ (document.getElementById("edit"));

/** The page as it is served now; null when it is another page. @returns {Promise<Document | null>} */
async function fetchPage() {
  try {
    const response = await fetch(form.getAttribute("action") + location.search, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return response.ok && page.getElementById("edit") ? page : null;
  } catch (_) {
    return null;
  }
}

/** @param {string} name @param {ParentNode} page */
const hidden = (name, page) => /** @type {HTMLInputElement} */ (page.querySelector(`#edit input[name="${name}"]`));

/** The marks and sentences beside the fields, and the list of what was found, as they are for what is saved. @param {() => boolean} isCurrent */
export async function refreshFindings(isCurrent) {
  const page = await fetchPage();
  await composed();
  if (!page || !isCurrent()) return;
  for (const field of Array.from(form.querySelectorAll("input[id], textarea[id], select[id]"))) takeMarks(field, page.getElementById(field.id));
  for (const cell of Array.from(form.querySelectorAll("td.group"))) takeCell(cell, page.getElementById(cell.id));
  for (const id of PARTS) takePart(id, page);
}

/** @param {Element} field @param {Element | null} now */
function takeMarks(field, now) {
  const cell = field.closest("td");
  if (!cell) return;
  for (const name of ["aria-invalid", "aria-describedby"]) {
    const value = now && now.getAttribute(name);
    if (value === field.getAttribute(name)) continue;
    if (value) field.setAttribute(name, value);
    else field.removeAttribute(name);
  }
  takeCell(cell, now && now.closest("td"));
}

/** @param {Element} cell @param {Element | null} now */
function takeCell(cell, now) {
  for (const mark of ["bad", "warn"]) cell.classList.toggle(mark, Boolean(now && now.classList.contains(mark)));
  cell.classList.remove("edited");
  const [mine, theirs] = [said(cell), now ? said(now) : []];
  if (mine.some((one) => one.contains(document.activeElement))) return;
  if (mine.map((one) => one.outerHTML).join() === theirs.map((one) => one.outerHTML).join()) return;
  mine.forEach((one) => one.remove());
  const room = cell.querySelector(":scope > .stay") || cell;
  theirs.forEach((one) => room.append(document.importNode(one, true)));
}

/** @param {Element} cell */
const said = (cell) => Array.from(cell.querySelectorAll(":scope > .says, :scope > .note, :scope > .stay > .says, :scope > .stay > .note"));

/** A part of the rail, but not while the hand is in it. @param {string} id @param {Document} page */
function takePart(id, page) {
  const [mine, theirs] = [document.getElementById(id), page.getElementById(id)];
  if (!mine || !theirs || mine.contains(document.activeElement) || mine.innerHTML === theirs.innerHTML) return;
  const open = Array.from(mine.querySelectorAll("details"), (one) => one.open);
  const now = document.importNode(theirs, true);
  Array.from(now.querySelectorAll("details")).forEach((one, at) => { if (open[at]) one.open = true; });
  mine.replaceWith(now);
}

/**
 * The sheet as it now stands on the server, with others' texts in it; what was typed here since the post stays.
 * @param {URLSearchParams} posted
 */
export async function takeMerged(posted) {
  const page = await fetchPage();
  if (!page) return;
  await composed();
  const since = changesSince(posted);
  const hand = document.activeElement;
  const id = hand instanceof HTMLElement ? hand.id : "";
  const selection = hand instanceof HTMLTextAreaElement || hand instanceof HTMLInputElement ? [hand.selectionStart, hand.selectionEnd] : null;
  const place = scrollY;
  /** @type {Element} */ (document.getElementById("form")).replaceWith(document.importNode(/** @type {Element} */ (page.getElementById("form")), true));
  for (const name of ["version", "shown"]) hidden(name, document).value = hidden(name, page).value;
  for (const id of PARTS) takePart(id, page);
  since();
  scrollTo(0, place);
  const now = id && document.getElementById(id);
  if (!now) return;
  now.focus({ preventScroll: true });
  if (selection && selection[0] !== null && (now instanceof HTMLTextAreaElement || now instanceof HTMLInputElement)) now.setSelectionRange(selection[0], selection[1]);
}

/** What was typed, added and taken away since a post, to be done again on another sheet. @param {URLSearchParams} posted @returns {() => void} */
function changesSince(posted) {
  const was = new Map(Array.from(posted));
  const [rowsBefore, rowsNow] = [posted.getAll("row"), entries(form).filter(([name]) => name === "row").map(([, value]) => value)];
  const typed = entries(form).filter(([name, value]) => document.getElementById(name) && was.get(name) !== value);
  const marks = entries(form).filter(([name]) => name === "unconfirmed").map(([, value]) => value);
  return () => {
    for (const entry of rowsNow.filter((one) => !rowsBefore.includes(one))) {
      const [group, key] = entry.split(":");
      if (!document.getElementById(`row-${key}-name`)) add(group, { key, isUnconfirmed: marks.includes(`row-${key}`) });
    }
    for (const entry of rowsBefore.filter((one) => !rowsNow.includes(one))) {
      const [group, key] = entry.split(":");
      const tr = rowsOf(group).find((one) => keyOf(one) === key);
      if (tr && groupOf(tr) === group) remove(tr);
    }
    for (const [name, value] of typed) {
      const field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(name));
      if (field) field.value = value;
    }
  };
}
