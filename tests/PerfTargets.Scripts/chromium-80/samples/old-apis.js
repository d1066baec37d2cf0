// Comes near to what is refused, and is as old as Chromium 80 or our own.
"x".replace(/x/g, "y");
"x".matchAll(/x/g);
[[1]].flat();
Object.fromEntries([["a", 1]]);
Object.prototype.hasOwnProperty.call({}, "a");
Promise.allSettled([]);
new WeakMap();
crypto.getRandomValues(new Uint8Array(16));
document.body.append("x");
document.querySelector("form")?.requestSubmit();
document.querySelector("dialog")?.showModal();
new AbortController().abort();
navigator.locks.request("a", () => {});
navigator.userActivation.isActive.valueOf();
queueMicrotask(() => {});
globalThis.setTimeout(() => {});
Array.from(document.querySelectorAll("li")).map((one) => one.closest("ul"));
const own = { at: (/** @type {number} */ index) => index, replaceAll: () => "", hasOwn: true };
own.at(0);
own.replaceAll();
const { hasOwn } = own;
hasOwn.valueOf();
class Row { at() { return this; } }
new Row().at();
