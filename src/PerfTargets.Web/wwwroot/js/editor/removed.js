// 撤销 of deleted rows: buttons beside their groups, and the hidden fields that the server reads.

import { element, short } from "./element.js";
import { cellOf } from "./rows.js";

/** @typedef {import("./rows.js").Removed} Removed */

const form = /** @type {HTMLFormElement} */ (document.getElementById("edit"));
const MOST = 10;

/** @param {Removed} removed */
export function offerUndo(removed) {
  const { group, key, at, name, value, isUnconfirmed } = removed;
  const said = short(`${name}　${value}`);
  const fields = [
    element("input", { type: "hidden", name: "removed", value: `${group}:${key}:${at}${isUnconfirmed ? ":unconfirmed" : ""}` }),
    element("input", { type: "hidden", name: `removed-${key}-name`, value: name }),
    element("input", { type: "hidden", name: `removed-${key}-value`, value }),
  ];
  form.prepend(...fields);
  const button = element("button", { class: "btn btn-small undo", id: `undo-${key}`, name: "action", value: `undo:${key}`, "aria-label": `撤销删除“${said}”` }, "撤销");
  const gone = element("div", { class: "gone", role: "status" }, `已删除“${said}”`);
  /** @type {Element} */ (cellOf(group).querySelector(".adds")).after(gone, button);
  const others = Array.from(form.querySelectorAll('input[name="removed"]')).slice(MOST);
  for (const other of others) forgetUndo(/** @type {HTMLInputElement} */ (other).value.split(":")[1]);
  return button;
}

/** @param {string} key */
const entryOf = (key) => /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="removed"][value*=":${key}:"]`));

/** What 撤销 of this row would bring back. @param {string} key @returns {Removed | null} */
export function findRemoved(key) {
  const entry = entryOf(key);
  if (!entry) return null;
  const [group, , at, mark] = entry.value.split(":");
  /** @param {string} column */
  const text = (column) => /** @type {HTMLInputElement} */ (form.elements.namedItem(`removed-${key}-${column}`)).value;
  return { group, key, at: Number(at), name: text("name"), value: text("value"), isUnconfirmed: mark === "unconfirmed" };
}

/** @param {string} key */
export function forgetUndo(key) {
  const button = document.getElementById(`undo-${key}`);
  const words = button && button.previousElementSibling;
  for (const one of [entryOf(key), words, button, ...form.querySelectorAll(`input[name^="removed-${key}-"]`)]) if (one) one.remove();
}
