// @ts-check
// What the server says of the saved form, and what others have typed, comes as the page that it would serve now. Only what changed is taken over,
// never a field that somebody may be typing in.

import { entries } from "./autosave.js";
import { isComposing, whenComposed } from "./composition.js";
import { add, keyOf, rowsOf, remove } from "./rows.js";

/** The parts of the rail that tell of what is saved. */
const PARTS = ["findings", "steps", "correctable", "unconfirmed"];

/** The fields that people type in or choose from. */
const TYPED = /^(project|overallGoal|funds-|row-|na-reason-|reason-)/;

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
  if (!page || !isCurrent() || isComposing()) return;
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
 * The sheet as it now stands on the server, with others' texts in it; what was typed here since the post stays. Where others have typed in the same
 * place, nobody here has seen it: the page goes on from what it had shown there, so that the next save asks.
 * @param {URLSearchParams} posted
 */
export async function takeMerged(posted) {
  const page = await fetchPage();
  if (!page) return;
  await new Promise((resolve) => whenComposed(() => resolve(undefined)));
  const since = changesSince(posted);
  const [seen, now] = [hashes(document), hashes(page)];
  const unseen = since.places.filter((place) => seen.get(place) !== now.get(place));
  const hand = document.activeElement;
  const id = hand instanceof HTMLElement ? hand.id : "";
  const selection = hand instanceof HTMLTextAreaElement || hand instanceof HTMLInputElement ? [hand.selectionStart, hand.selectionEnd] : null;
  const top = scrollY;
  /** @type {Element} */ (document.getElementById("form")).replaceWith(document.importNode(/** @type {Element} */ (page.getElementById("form")), true));
  for (const place of unseen) {
    const hash = seen.get(place);
    if (hash === undefined) now.delete(place);
    else now.set(place, hash);
  }
  hidden("shown", document).value = Array.from(now, ([place, hash]) => `${place}=${hash}`).join(" ");
  if (unseen.length === 0) hidden("version", document).value = hidden("version", page).value;
  for (const id of PARTS) takePart(id, page);
  since.redo();
  scrollTo(0, top);
  const field = id && document.getElementById(id);
  if (!field) return;
  field.focus({ preventScroll: true });
  if (selection && selection[0] !== null && (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) field.setSelectionRange(selection[0], selection[1]);
}

/** What a page had shown, by the keys of its places. @param {ParentNode} page @returns {Map<string, string>} */
const hashes = (page) => new Map(hidden("shown", page).value.split(" ").filter(Boolean).map((pair) => /** @type {[string, string]} */ (pair.split("="))));

/** The key of a field's place. @param {string} name */
const placeOf = (name) => name.replace(/^(row-.+)-(name|value)$/, "$1").replace(/^na-reason-/, "na-");

/** What was typed, added and taken away since a post, to be done again on another sheet. @param {URLSearchParams} posted */
function changesSince(posted) {
  const was = new Map(Array.from(posted));
  const fields = entries(form);
  /** @type {Map<string, string>} */
  const is = new Map(fields);
  const [rowsBefore, rowsNow] = [posted.getAll("row"), fields.filter(([name]) => name === "row").map(([, value]) => value)];
  const typed = fields.filter(([name, value]) => TYPED.test(name) && was.get(name) !== value);
  const [marksBefore, marksNow] = [posted.getAll("na"), fields.filter(([name]) => name === "na").map(([, value]) => value)];
  const marked = marksBefore.concat(marksNow).filter((group) => marksBefore.includes(group) !== marksNow.includes(group));
  const removed = rowsBefore.filter((one) => !rowsNow.includes(one));
  const places = typed.map(([name]) => placeOf(name)).concat(marked.map((group) => `na-${group}`), removed.map((one) => `row-${one.split(":")[1]}`));

  function redo() {
    for (const [group, key] of rowsNow.map((one) => one.split(":"))) {
      // A row that others have deleted comes back where something was typed in it since.
      if (document.getElementById(`row-${key}-name`) || (rowsBefore.includes(`${group}:${key}`) && !places.includes(`row-${key}`))) continue;
      add(group, { key, name: is.get(`row-${key}-name`), value: is.get(`row-${key}-value`) });
    }
    for (const [group, key] of removed.map((one) => one.split(":"))) {
      const tr = rowsOf(group).find((one) => keyOf(one) === key);
      if (tr) remove(tr);
    }
    for (const [name, value] of typed) {
      const field = /** @type {HTMLTextAreaElement | null} */ (form.elements.namedItem(name));
      if (field) field.value = value;
    }
    for (const group of marked) {
      const mark = /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="na"][value="${group}"]`));
      if (mark) mark.checked = marksNow.includes(group);
    }
  }
  return { places, redo };
}
