// What the editor asks of the server behind the page's back.

/** @typedef {import("./autosave.js").Answer} Answer */

export const TOKEN = "__RequestVerificationToken";
const PATIENCE = 20_000;

/** All that the form would post, but for what is only of this one post. @param {HTMLFormElement} form @returns {[string, string][]} */
export function entries(form) {
  return /** @type {[string, string][]} */ (Array.from(new FormData(form), ([name, value]) => [name, String(value)])
    .filter(([name]) => name !== "operation" && name !== "action" && name !== TOKEN));
}

/** No answer after a time is none. @template T @param {(signal: AbortSignal) => Promise<T>} ask @returns {Promise<T>} */
export async function within(ask) {
  const patience = new AbortController();
  const limit = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await ask(patience.signal);
  } finally {
    clearTimeout(limit);
  }
}

/** @param {string} address @param {URLSearchParams} body @returns {Promise<{ status: number, answer: Answer | null }>} status 0 when there was no answer */
export async function send(address, body) {
  try {
    return await within(async (signal) => {
      const response = await fetch(address, { method: "POST", body, signal, credentials: "same-origin", redirect: "manual" });
      const isAnswer = (response.headers.get("content-type") || "").startsWith("application/json");
      return { status: response.status, answer: isAnswer ? await response.json() : null };
    });
  } catch (_) {
    return { status: 0, answer: null };
  }
}

/** Whether a post would be answered: by a proxy too, but for one that finds nobody behind it. */
export async function isThere() {
  try {
    return (await within((signal) => fetch("/health/live", { signal, cache: "no-store" }))).status < 500;
  } catch (_) {
    return false;
  }
}

/**
 * A page that nobody will see: what the next page is to say is kept for one that is opened.
 * @param {string} address @returns {Promise<{ status: number, page: Document }>}
 */
export function fetchPage(address) {
  return within(async (signal) => {
    const response = await fetch(address, { signal, credentials: "same-origin", headers: { "X-Requested-With": "script" } });
    return { status: response.status, page: new DOMParser().parseFromString(await response.text(), "text/html") };
  });
}

/**
 * A token of the session that there is now, if it is this person's.
 * @param {string} address @param {string} person
 * @returns {Promise<{ token: string, state: "lost" | "signed-out" | "other-person" | "" }>}
 */
export async function freshToken(address, person) {
  try {
    const { status, page } = await fetchPage(address);
    const signOut = status < 500 && page.getElementById("sign-out");
    const token = /** @type {HTMLInputElement | null} */ (signOut && signOut.querySelector(`input[name="${TOKEN}"]`));
    if (!signOut || !token) return { token: "", state: status < 500 ? "signed-out" : "lost" };
    return signOut.dataset.person === person ? { token: token.value, state: "" } : { token: "", state: "other-person" };
  } catch (_) {
    return { token: "", state: "lost" };
  }
}
