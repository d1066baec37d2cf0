// @ts-check
// Unsaved text in the browser's storage, for the time that the server cannot be reached: one entry for this person and this form.

const PREFIX = "perftargets:";

/** @typedef {{ at: string, fields: [string, string][] }} Draft */

/** @param {string} key @param {Draft} draft */
export function keep(key, draft) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch (_) {
    // Full, or forbidden: the text still stands on the page, which says that it is not saved.
  }
}

/** @param {string} key @returns {Draft | null} */
export function find(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + key) || "null");
    return draft && Array.isArray(draft.fields) ? draft : null;
  } catch (_) {
    return null;
  }
}

/** @param {string} key */
export function forget(key) {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch (_) {
    // Where nothing can be kept, nothing is there.
  }
}

export function forgetAll() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch (_) {
    // As above.
  }
}

const SENT = "perftargets-sent";

/** A post with this text in it is on its way. @param {string} key */
export function markSent(key) {
  sessionStorage.setItem(SENT, key);
}

/** The page that came tells whether the post was taken. @param {boolean} isTaken */
export function settleSent(isTaken) {
  const key = sessionStorage.getItem(SENT);
  if (!key || !isTaken) return;
  sessionStorage.removeItem(SENT);
  forget(key);
}
