// Unsaved text in the browser's storage: of one person, one form, the version it was typed over, and one opened page.

import { newId } from "./element.js";

const PREFIX = "perftargets:";

/**
 * @typedef {{ at: string, fields: [string, string][], sent?: string, isSeen?: boolean }} Draft
 *   sent: the operation with which it was posted. isSeen: the person has had it before them when it could not be saved.
 */
/** @typedef {Draft & { key: string }} KeptDraft */

/** @param {string} owner the ids of person and form @param {string} version @param {string} page */
export const draftKey = (owner, version, page) => `${owner}:${version}:${page}`;

/** Storage may be full, or forbidden: the text still stands on the page. @template T @param {T} otherwise @param {() => T} act */
function tried(otherwise, act) {
  try {
    return act();
  } catch (_) {
    return otherwise;
  }
}

/** @param {string} key @param {Draft} draft */
export const keep = (key, draft) => tried(undefined, () => localStorage.setItem(PREFIX + key, JSON.stringify(draft)));

/** The newest first. @param {string} owner a person, or a person and a form @returns {KeptDraft[]} */
export function find(owner) {
  /** @type {KeptDraft[]} */
  const found = [];
  for (const key of keys(owner)) {
    const draft = read(key);
    if (draft) found.push(Object.assign(draft, { key }));
  }
  return found.sort((one, other) => other.at.localeCompare(one.at));
}

/** Nothing where it is not ours, or of an earlier version. @param {string} key @returns {Draft | null} */
function read(key) {
  const draft = tried(null, () => JSON.parse(localStorage.getItem(PREFIX + key) || "null"));
  return draft && Array.isArray(draft.fields) && typeof draft.at === "string" ? draft : null;
}

/** @param {string} key @param {Partial<Draft>} marks */
function mark(key, marks) {
  const draft = read(key);
  if (draft) keep(key, Object.assign(draft, marks));
}

/** @param {string} key */
export const markSeen = (key) => mark(key, { isSeen: true });

/** @param {string} key */
export const forget = (key) => tried(undefined, () => localStorage.removeItem(PREFIX + key));

/** The draft of a text that stands on this page, of which the browser asks on leaving. */
export const here = { draft: "" };

/** @param {string} person */
export const forgetAll = (person) => keys(person).forEach(forget);

/** @param {string} owner */
const keys = (owner) => tried(/** @type {string[]} */ ([]), () => Object.keys(localStorage)
  .filter((key) => key.startsWith(`${PREFIX}${owner}:`)).map((key) => key.slice(PREFIX.length)));

/** What the next page of this window is to know; "" is nothing. @param {string} name @param {string} text */
export const passOn = (name, text) => tried(undefined, () => (text ? sessionStorage.setItem(name, text) : sessionStorage.removeItem(name)));

/** @param {string} name */
export const passedOn = (name) => tried("", () => sessionStorage.getItem(name) || "");

const SENT = "perftargets-sent";

/** @param {HTMLFormElement} form */
const operationIn = (form) => /** @type {HTMLInputElement} */ (form.elements.namedItem("operation"));

/** @param {HTMLFormElement} form */
export const operationOf = (form) => operationIn(form).value;

/** @param {HTMLFormElement} form */
export function renewOperation(form) {
  operationIn(form).value = newId();
}

/**
 * A post with this text in it is on its way, perhaps over signing in or a choice between two texts.
 * @param {string} key "" when what goes has all been saved @param {string} operation
 */
export function markSent(key, operation) {
  passOn(SENT, key);
  mark(key, { sent: operation });
}

/** The draft whose text this window has posted last. */
export const sent = () => passedOn(SENT);

/** @param {string} person @param {string[]} operations of posts that the server has taken, as the page that came says */
export function settleSent(person, operations) {
  for (const draft of find(person)) if (draft.sent && operations.includes(draft.sent)) forget(draft.key);
}

const channel = "BroadcastChannel" in window ? new BroadcastChannel("perftargets") : null;

/** @typedef {"signed-out" | "which drafts" | "drafts"} Subject of what the windows of one browser tell each other */

/** @param {Subject} subject @param {string} text */
export function tell(subject, text) {
  if (channel) channel.postMessage([subject, text]);
}

/** @param {Subject} subject @param {(text: string) => void} act */
export function hear(subject, act) {
  if (channel) channel.addEventListener("message", ({ data }) => { if (data[0] === subject) act(data[1]); });
}
