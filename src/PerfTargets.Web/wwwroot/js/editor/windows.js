// @ts-check
// What the windows of one browser tell each other.

const channel = "BroadcastChannel" in window ? new BroadcastChannel("perftargets") : null;

/** @typedef {"signed-out" | "which drafts" | "drafts"} Subject */

/** @param {Subject} subject @param {string} text */
export function tell(subject, text) {
  if (channel) channel.postMessage([subject, text]);
}

/** @param {Subject} subject @param {(text: string) => void} act */
export function hear(subject, act) {
  if (channel) channel.addEventListener("message", ({ data }) => { if (data[0] === subject) act(data[1]); });
}
