// @ts-check
// The rows of the sheet, changed without a new page. What is made here is what the server makes, so that either can go on where the other stopped.

import { element, newId, short } from "./element.js";

/** @typedef {{ name: string, value: string }} Texts */
/** @typedef {{ group: string, key: string, at: number, name: string, value: string }} Removed */

const table = /** @type {HTMLTableElement} */ (document.querySelector("table.form"));
const form = /** @type {HTMLFormElement} */ (document.getElementById("edit"));
const MOST_REMOVED = 10;

/** Tells the rest of the editor that the person has changed something. */
function changed() {
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {Element} tr */
export const entryOf = (tr) => /** @type {HTMLInputElement} */ (tr.querySelector('input[name="row"]'));

/** The group that something in a row, or in a group's own cell, belongs to. @param {Element} one */
export function groupOf(one) {
  const tr = one.closest("tr");
  return tr && entryOf(tr) ? entryOf(tr).value.split(":")[0] : "";
}

/** @param {Element} tr */
export const keyOf = (tr) => entryOf(tr).value.split(":")[1];

/** @param {Element} tr @param {"name" | "value"} column */
export const fieldOf = (tr, column) => /** @type {HTMLTextAreaElement} */ (tr.querySelector(`textarea[id^="row-"][id$="-${column}"]`));

/** @param {Element} tr @returns {Texts} */
export const textsOf = (tr) => ({ name: fieldOf(tr, "name").value, value: fieldOf(tr, "value").value });

/** @param {Element} tr */
export const isBlank = (tr) => fieldOf(tr, "name").value.trim() + fieldOf(tr, "value").value.trim() === "";

/** @returns {HTMLTableRowElement[]} */
export const allRows = () => Array.from(document.querySelectorAll('table.form input[name="row"]'), (entry) => /** @type {HTMLTableRowElement} */ (entry.closest("tr")));

/** @param {string} group @returns {HTMLTableRowElement[]} */
export function rowsOf(group) {
  const entries = document.querySelectorAll(`table.form input[name="row"][value^="${group}:"]`);
  return Array.from(entries, (entry) => /** @type {HTMLTableRowElement} */ (entry.closest("tr")));
}

/** @param {string} group */
export const cellOf = (group) => /** @type {HTMLTableCellElement} */ (document.querySelector(`td.group[data-group="${group}"]`));

/** @returns {{ group: string, label: string }[]} */
export const groups = () => Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("td.group")),
  (cell) => ({ group: cell.dataset.group || "", label: cell.dataset.label || "" }));

/** Two cells with the fields of a row. @param {string} group @param {string} key @param {Texts} texts */
function cells(group, key, texts) {
  /** @param {"name" | "value"} column */
  const field = (column) => {
    const id = `row-${key}-${column}`;
    const area = element("textarea", { id, name: id, rows: "1" });
    area.value = texts[column];
    return area;
  };
  return [
    element("td", { class: "in" }, element("input", { type: "hidden", name: "row", value: `${group}:${key}` }), field("name")),
    element("td", { class: "in" }, element("div", { class: "line" }, field("value"), element("span", { class: "ops" }))),
  ];
}

/** The cells that a row has to itself. @param {Element} tr @returns {Element[]} */
const own = (tr) => Array.from(tr.querySelectorAll(":scope > td.in"));

/** Those that stand in a row for it and the ones below. @param {Element} tr @returns {HTMLTableCellElement[]} */
const spanning = (tr) => /** @type {HTMLTableCellElement[]} */ (Array.from(tr.children).filter((cell) => !cell.classList.contains("in")));

/** All cells that span a row of this group get longer or shorter. @param {string} group @param {number} by */
function stretch(group, by) {
  const first = rowsOf(group)[0];
  /** @type {Element | null} */
  let tr = first;
  const seen = new Set();
  // The cells of the first level and of 绩效指标 may begin in a row further up.
  while (tr && entryOf(tr)) {
    for (const cell of spanning(tr)) {
      const kind = cell.classList.contains("group") ? "group" : cell.classList.contains("upright") ? "all" : "level";
      if (seen.has(kind) || (kind === "group" && cell.dataset.group !== group)) continue;
      seen.add(kind);
      cell.rowSpan += by;
    }
    tr = tr.previousElementSibling;
  }
}

/** Puts the names of fields and buttons right, and shows the buttons that a row has in its place. @param {string} group */
export function relabel(group) {
  const rows = rowsOf(group);
  const cell = cellOf(group);
  const label = cell.dataset.label || "";
  cell.classList.toggle("tall", rows.length > 8);
  rows.forEach((tr, index) => {
    const which = rows.length === 1 ? label : `${label}第 ${index + 1} 行`;
    fieldOf(tr, "name").setAttribute("aria-label", `${which} ${table.dataset.name}`);
    fieldOf(tr, "value").setAttribute("aria-label", `${which} ${table.dataset.value}`);
    const ops = /** @type {HTMLElement} */ (tr.querySelector(".ops"));
    /** @type {[string, string, string, boolean][]} */
    const buttons = [
      ["up", "↑", "上移", index > 0],
      ["down", "↓", "下移", index < rows.length - 1],
      ["remove", "✕", "删除", rows.length > 1 || !isBlank(tr)],
    ];
    const wanted = buttons.filter(([, , , there]) => there);
    const there = Array.from(ops.children);
    // A button on which the hand is stays the same button.
    wanted.forEach(([action, sign, word], place) => {
      const value = `${action}:${keyOf(tr)}`;
      const kept = /** @type {HTMLButtonElement | undefined} */ (there.find((one) => one.getAttribute("value") === value));
      const button = kept || element("button", { name: "action", value }, sign);
      button.setAttribute("aria-label", `${word} ${which}`);
      if (ops.children[place] !== button) ops.insertBefore(button, ops.children[place] || null);
    });
    while (ops.children.length > wanted.length) /** @type {Element} */ (ops.lastElementChild).remove();
  });
}

/**
 * A row more in a group, below another or at its end.
 * @param {string} group @param {{ below?: Element | null, key?: string, at?: number } & Partial<Texts>} [row]
 */
export function add(group, { below, key = newId(), at, name = "", value = "" } = {}) {
  const rows = rowsOf(group);
  const last = below || (at === undefined ? rows[rows.length - 1] : rows[Math.min(at, rows.length) - 1]);
  const pair = cells(group, key, { name, value });
  let tr;
  if (last) {
    tr = element("tr", {}, ...pair);
    last.after(tr);
  } else {
    // First of its group: the cells of the group stand in the row that is first now, so its texts move down one.
    const first = rows[0];
    first.after(element("tr", {}, ...own(first)));
    first.append(...pair);
    tr = first;
  }
  stretch(group, 1);
  relabel(group);
  changed();
  return tr;
}

/**
 * Takes a row away; what it was, to be brought back. The group keeps a blank row, so that people can type.
 * @param {Element} tr @returns {Removed}
 */
export function remove(tr) {
  const [group, rows] = [groupOf(tr), rowsOf(groupOf(tr))];
  const at = rows.indexOf(/** @type {HTMLTableRowElement} */ (tr));
  const removed = { group, key: keyOf(tr), at, ...textsOf(tr) };
  if (rows.length === 1) {
    own(tr).forEach((cell) => cell.remove());
    tr.append(...cells(group, newId(), { name: "", value: "" }));
  } else {
    // Before the row is gone, as it may be the one to which the spanning cells belong.
    stretch(group, -1);
    if (at === 0) {
      own(tr).forEach((cell) => cell.remove());
      tr.append(...own(rows[1]));
      rows[1].remove();
    } else {
      tr.remove();
    }
  }
  relabel(group);
  changed();
  return removed;
}

/** Changes places with the row above or below, if the group has one there. @param {Element} tr @param {-1 | 1} by */
export function move(tr, by) {
  const rows = rowsOf(groupOf(tr));
  const other = rows[rows.indexOf(/** @type {HTMLTableRowElement} */ (tr)) + by];
  if (!other) return null;
  const [mine, theirs] = [own(tr), own(other)];
  other.append(...mine);
  tr.append(...theirs);
  relabel(groupOf(other));
  changed();
  return other;
}

/** @param {Removed} removed */
export function restore(removed) {
  const rows = rowsOf(removed.group);
  const lone = rows.length === 1 && isBlank(rows[0]) ? rows[0] : null;
  const tr = add(removed.group, removed);
  if (lone) remove(lone === tr ? rowsOf(removed.group)[1] : lone);
  return rowsOf(removed.group).find((one) => keyOf(one) === removed.key) || tr;
}

/** 撤销 beside the group, and the hidden fields in which the server reads the same. @param {Removed} removed */
export function offerUndo(removed) {
  const { group, key, at, name, value } = removed;
  const said = short(`${name}　${value}`);
  const fields = [
    element("input", { type: "hidden", name: "removed", value: `${group}:${key}:${at}` }),
    element("input", { type: "hidden", name: `removed-${key}-name`, value: name }),
    element("input", { type: "hidden", name: `removed-${key}-value`, value }),
  ];
  form.prepend(...fields);
  const button = element("button", { class: "btn btn-small undo", id: `undo-${key}`, name: "action", value: `undo:${key}`, "aria-label": `撤销删除“${said}”` }, "撤销");
  const gone = element("div", { class: "gone", role: "status" }, `已删除“${said}”`);
  /** @type {Element} */ (cellOf(group).querySelector(".adds")).after(gone, button);
  const others = Array.from(form.querySelectorAll('input[name="removed"]')).slice(MOST_REMOVED);
  for (const other of others) forgetUndo(/** @type {HTMLInputElement} */ (other).value.split(":")[1]);
  return button;
}

/** What 撤销 of this row would bring back. @param {string} key @returns {Removed | null} */
export function findRemoved(key) {
  const entries = /** @type {HTMLInputElement[]} */ (Array.from(form.querySelectorAll('input[name="removed"]')));
  const entry = entries.find((one) => one.value.split(":")[1] === key);
  if (!entry) return null;
  const [group, , at] = entry.value.split(":");
  /** @param {string} column */
  const text = (column) => /** @type {HTMLInputElement} */ (form.elements.namedItem(`removed-${key}-${column}`)).value;
  return { group, key, at: Number(at), name: text("name"), value: text("value") };
}

/** @param {string} key */
export function forgetUndo(key) {
  for (const entry of Array.from(/** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[type="hidden"]')))) {
    if (entry.name === `removed-${key}-name` || entry.name === `removed-${key}-value` || (entry.name === "removed" && entry.value.split(":")[1] === key)) entry.remove();
  }
  const button = document.getElementById(`undo-${key}`);
  if (!button) return;
  const gone = button.previousElementSibling;
  if (gone && gone.classList.contains("gone")) gone.remove();
  button.remove();
}
