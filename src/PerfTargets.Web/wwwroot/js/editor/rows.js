// The rows of the sheet, changed without a new page, into what the server makes too.

import { element, newId } from "./element.js";

/** @typedef {{ name: string, value: string }} Texts */
/** @typedef {{ group: string, key: string, at: number, name: string, value: string, isUnconfirmed: boolean }} Removed */

const form = /** @type {HTMLFormElement} */ (document.getElementById("edit"));
const COLUMNS = 14;

/** The cells of deleted rows, in case they come back. @type {Map<string, Element[]>} */
const kept = new Map();

/** @type {Set<string>} */
const touched = new Set();
let depth = 0;

/**
 * Changes to rows as one: names and buttons are put right once, and the rest of the editor hears once that the person has changed something.
 * @template T @param {() => T} act @returns {T}
 */
export function atOnce(act) {
  depth++;
  try {
    return act();
  } finally {
    if (--depth === 0 && touched.size > 0) {
      touched.forEach(relabel);
      touched.clear();
      form.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
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

/** @param {string} key @returns {HTMLTableRowElement | null} */
export function rowOf(key) {
  const field = document.getElementById(`row-${key}-name`);
  return field && field.closest("tr");
}

/** @param {Element} tr @param {"name" | "value"} column */
export const fieldOf = (tr, column) => /** @type {HTMLTextAreaElement} */ (tr.querySelector(`textarea[id^="row-"][id$="-${column}"]`));

/** @param {Element} tr @returns {Texts} */
const textsOf = (tr) => ({ name: fieldOf(tr, "name").value, value: fieldOf(tr, "value").value });

/** @param {Element} tr */
export const isBlank = (tr) => fieldOf(tr, "name").value.trim() + fieldOf(tr, "value").value.trim() === "";

/** @param {Element | null} tr */
const ifRow = (tr) => (tr && entryOf(tr) ? /** @type {HTMLTableRowElement} */ (tr) : null);

/** The next row of the sheet, of whatever group. @param {Element} tr */
export const rowBelow = (tr) => ifRow(tr.nextElementSibling);

/** @param {Element} tr */
export const rowAbove = (tr) => ifRow(tr.previousElementSibling);

/** @returns {HTMLTableRowElement[]} */
export const allRows = () => Array.from(document.querySelectorAll('table.form input[name="row"]'), (entry) => /** @type {HTMLTableRowElement} */ (entry.closest("tr")));

/** Those that the group's own cell spans. @param {string} group @returns {HTMLTableRowElement[]} */
export function rowsOf(group) {
  const cell = cellOf(group);
  const rows = [];
  for (let tr = cell && cell.parentElement; tr && rows.length < cell.rowSpan; tr = /** @type {HTMLElement | null} */ (tr.nextElementSibling)) rows.push(tr);
  return /** @type {HTMLTableRowElement[]} */ (rows);
}

/** @param {string} group */
export const cellOf = (group) => /** @type {HTMLTableCellElement} */ (document.querySelector(`td.group[data-group="${group}"]`));

/** @returns {{ group: string, label: string }[]} */
export const groups = () => Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("td.group")),
  (cell) => ({ group: cell.dataset.group || "", label: cell.dataset.label || "" }));

/** As many as the server counts. @param {string} text */
function lines(text) {
  return text.split("\n").reduce((sum, line) => {
    const halves = Array.from(line).reduce((wide, character) => wide + (character < "\u2E80" && !"≥≤—“”…".includes(character) ? 1 : 2), 0);
    return sum + Math.max(1, Math.ceil(halves / (2 * COLUMNS)));
  }, 0);
}

/** The labels of the first level. */
export const levels = () => Array.from(document.querySelectorAll('table.form th[scope="rowgroup"]'), (cell) => cell.textContent || "");

/** Two cells with the fields of a row. @param {string} group @param {string} key @param {Texts} texts */
function cells(group, key, texts) {
  /** @param {"name" | "value"} column */
  const field = (column) => {
    const id = `row-${key}-${column}`;
    const area = element("textarea", { id, name: id, rows: String(lines(texts[column])) });
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

/** All cells that span the rows of this group get longer or shorter. @param {string} group @param {number} by */
function stretch(group, by) {
  const cells = /** @type {HTMLTableCellElement[]} */ (Array.from(document.querySelectorAll("td.group")));
  const cell = cellOf(group);
  // The cell of the first level begins beside the first of its groups, that of 绩效指标 beside the first of all.
  let first = cells.indexOf(cell);
  while (first > 0 && !levelBeside(cells[first])) first--;
  const upright = /** @type {Element} */ (cell.closest("table")).querySelector("th.upright");
  for (const one of [cell, levelBeside(cells[first]), upright]) if (one) /** @type {HTMLTableCellElement} */ (one).rowSpan += by;
}

/** @param {Element} cell of a group */
const levelBeside = (cell) => /** @type {Element} */ (cell.parentElement).querySelector(":scope > th:not(.upright)");

/** Puts the names of fields and buttons right, and shows the buttons that a row has in its place. @param {string} group */
export function relabel(group) {
  const rows = rowsOf(group);
  const cell = cellOf(group);
  const label = cell.dataset.label || "";
  const { name, value } = /** @type {HTMLTableElement} */ (cell.closest("table")).dataset;
  cell.classList.toggle("tall", rows.length > 8);
  rows.forEach((tr, index) => {
    const which = rows.length === 1 ? label : `${label}第 ${index + 1} 行`;
    called(fieldOf(tr, "name"), `${which} ${name}`);
    called(fieldOf(tr, "value"), `${which} ${value}`);
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
      const kept = /** @type {HTMLButtonElement | undefined} */ (there.find((one) => one.matches(`[value^="${value}"]`)));
      const button = kept || element("button", { name: "action", value, tabindex: "-1" }, sign);
      called(button, `${word} ${which}`);
      if (ops.children[place] !== button) ops.insertBefore(button, ops.children[place] || null);
    });
    while (ops.children.length > wanted.length) /** @type {Element} */ (ops.lastElementChild).remove();
  });
}

/** @param {Element} one @param {string} name */
function called(one, name) {
  if (one.getAttribute("aria-label") !== name) one.setAttribute("aria-label", name);
}

/**
 * A row more in a group, below another or at its end.
 * @param {string} group @param {{ below?: Element | null, key?: string, at?: number, isUnconfirmed?: boolean } & Partial<Texts>} [row]
 */
export function add(group, { below, key = newId(), at, name = "", value = "", isUnconfirmed = false } = {}) {
  return atOnce(() => {
    const rows = rowsOf(group);
    const last = below || (at === undefined ? rows[rows.length - 1] : rows[Math.min(at, rows.length) - 1]);
    const pair = kept.get(key) || cells(group, key, { name, value });
    kept.delete(key);
    // Says to the server that 待核对 comes back with the row.
    if (isUnconfirmed) pair[0].prepend(element("input", { type: "hidden", name: "unconfirmed", value: `row-${key}` }));
    let tr;
    if (last) {
      tr = element("tr", {}, ...pair);
      last.after(tr);
    } else {
      // First of its group: the group's cells stand in the row that is first now, so its texts move down one.
      const first = rows[0];
      first.after(element("tr", {}, ...own(first)));
      first.append(...pair);
      tr = first;
    }
    stretch(group, 1);
    touched.add(group);
    return tr;
  });
}

/**
 * Takes a row away; what it was, to be brought back. The group keeps a blank row, so that people can type.
 * @param {Element} tr @returns {Removed}
 */
export function remove(tr) {
  return atOnce(() => {
    const [group, key, rows] = [groupOf(tr), keyOf(tr), rowsOf(groupOf(tr))];
    const at = rows.indexOf(/** @type {HTMLTableRowElement} */ (tr));
    const isUnconfirmed = tr.querySelector(`button[value="confirm:row-${key}"], input[name="unconfirmed"]`) !== null;
    const removed = { group, key, at, isUnconfirmed, ...textsOf(tr) };
    const mark = tr.querySelector('input[name="unconfirmed"]');
    if (mark) mark.remove();
    kept.set(key, own(tr));
    if (rows.length === 1) {
      own(tr).forEach((cell) => cell.remove());
      tr.append(...cells(group, newId(), { name: "", value: "" }));
    } else {
      stretch(group, -1);
      if (at === 0) {
        own(tr).forEach((cell) => cell.remove());
        tr.append(...own(rows[1]));
        rows[1].remove();
      } else {
        tr.remove();
      }
    }
    touched.add(group);
    return removed;
  });
}

/** Changes places with the row above or below, if the group has one there. @param {Element} tr @param {-1 | 1} by */
export function move(tr, by) {
  return atOnce(() => {
    const rows = rowsOf(groupOf(tr));
    const other = rows[rows.indexOf(/** @type {HTMLTableRowElement} */ (tr)) + by];
    if (!other) return null;
    const [mine, theirs] = [own(tr), own(other)];
    other.append(...mine);
    tr.append(...theirs);
    touched.add(groupOf(other));
    return other;
  });
}

/** @param {Removed} removed */
export function restore(removed) {
  return atOnce(() => {
    const rows = rowsOf(removed.group);
    const lone = rows.length === 1 && isBlank(rows[0]) ? keyOf(rows[0]) : null;
    add(removed.group, removed);
    const find = (/** @type {string} */ key) => rowsOf(removed.group).find((one) => keyOf(one) === key);
    if (lone) remove(/** @type {Element} */ (find(lone)));
    return /** @type {HTMLTableRowElement} */ (find(removed.key));
  });
}
