// What the server says of the saved form, and what others have typed, comes as the page that it would serve now: only what changed is taken over.

import { composed } from "./composition.js";
import { wayBack } from "./hand.js";
import { leaveButtonsOut } from "./keys.js";
import { changesSince, isTextField } from "./merge.js";
import { fetchPage } from "./post.js";

/** The parts of the rail that tell of what is saved. */
const PARTS = ["returned", "findings", "steps", "correctable", "unconfirmed"];

const form = /** @type {HTMLFormElement} */ (document.getElementById("edit"));

/** The page as it is served now; null when it is another page. @returns {Promise<Document | null>} */
async function pageNow() {
  try {
    const { status, page } = await fetchPage(form.getAttribute("action") + location.search);
    return status === 200 && page.getElementById("edit") ? page : null;
  } catch (_) {
    return null;
  }
}

/** @param {string} name @param {ParentNode} page */
const hidden = (name, page) => /** @type {HTMLInputElement} */ (page.querySelector(`#edit input[name="${name}"]`));

/** The marks and sentences beside the fields, and the list of what was found, as they are for what is saved. @param {() => boolean} isCurrent */
export async function refreshFindings(isCurrent) {
  const page = await pageNow();
  await composed();
  if (!page || !isCurrent()) return;
  const hand = document.activeElement;
  const top = topOf(hand);
  for (const field of Array.from(form.querySelectorAll("input[id], textarea[id], select[id]"))) takeMarks(field, page.getElementById(field.id));
  for (const cell of Array.from(form.querySelectorAll("td.group"))) takeCell(cell, page.getElementById(cell.id));
  for (const id of PARTS) takePart(id, page);
  // Sentences that came or went above it do not move the field in which somebody is about to type.
  scrollBy({ top: topOf(hand) - top, behavior: "instant" });
}

/** @param {Element | null} hand */
const topOf = (hand) => (hand && hand !== document.body ? hand.getBoundingClientRect().top : 0);

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
  const [mine, theirs] = [sentencesOf(cell), now ? sentencesOf(now) : []];
  if (mine.some((one) => one.contains(document.activeElement))) return;
  if (mine.map((one) => one.outerHTML).join() === theirs.map((one) => one.outerHTML).join()) return;
  mine.forEach((one) => one.remove());
  const room = cell.querySelector(":scope > .stay") || cell;
  theirs.forEach((one) => room.append(document.importNode(one, true)));
}

/** @param {Element} cell */
const sentencesOf = (cell) => Array.from(cell.querySelectorAll(":scope > .says, :scope > .note, :scope > .stay > .says, :scope > .stay > .note"));

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
 * @returns {Promise<{ sheet: boolean, isReturned?: boolean }>} no sheet when it could not be fetched
 */
export async function takeMerged(posted) {
  const page = await pageNow();
  if (!page) return { sheet: false };
  await composed();
  const since = changesSince(form, posted);
  const sheet = /** @type {Element} */ (document.getElementById("form"));
  const hand = document.activeElement;
  const back = hand && sheet.contains(hand) ? wayBack(hand) : () => null;
  const selection = isTextField(hand) && !(hand instanceof HTMLSelectElement) ? [hand.selectionStart, hand.selectionEnd] : null;
  const unfolded = Array.from(sheet.querySelectorAll("details[open] > summary"), wayBack);
  const place = scrollY;
  const opinion = textOf("returned");
  takeStatus(page);
  sheet.replaceWith(document.importNode(/** @type {Element} */ (page.getElementById("form")), true));
  leaveButtonsOut();
  takeShown(page, since.places);
  for (const id of PARTS) if (!since.needs(id, page)) takePart(id, page);
  since.redo();
  for (const find of unfolded) {
    const summary = find();
    if (summary && summary.parentElement instanceof HTMLDetailsElement) summary.parentElement.open = true;
  }
  scrollTo(0, place);
  const now = back();
  if (now) {
    now.focus({ preventScroll: true });
    if (selection && selection[0] !== null && isTextField(now) && !(now instanceof HTMLSelectElement)) now.setSelectionRange(selection[0], selection[1]);
  }
  return { sheet: true, isReturned: textOf("returned") !== opinion };
}

/** What the next save is compared with. @param {Document} page @param {string[]} places where something was typed here since the post */
function takeShown(page, places) {
  const [seen, now] = [hashes(document), hashes(page)];
  const unseen = places.filter((place) => seen.get(place) !== now.get(place));
  for (const place of unseen) {
    const hash = seen.get(place);
    if (hash === undefined) now.delete(place);
    else now.set(place, hash);
  }
  hidden("shown", document).value = Array.from(now, ([place, hash]) => `${place}=${hash}`).join(" ");
  if (unseen.length === 0) hidden("version", document).value = hidden("version", page).value;
}

/** What a page had shown, by the keys of its places. @param {ParentNode} page @returns {Map<string, string>} */
const hashes = (page) => new Map(hidden("shown", page).value.split(" ").filter(Boolean).map((pair) => /** @type {[string, string]} */ (pair.split("="))));

/** @param {string} id */
const textOf = (id) => (document.getElementById(id) || document.body).textContent;

/** A form may have been sent up and returned meanwhile. @param {Document} page */
function takeStatus(page) {
  const [mine, theirs] = [document, page].map((one) => one.querySelector(".page-head .tag"));
  if (mine && theirs) mine.replaceWith(document.importNode(theirs, true));
}
