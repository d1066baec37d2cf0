// @ts-check
// Cells pasted into the sheet: what would come is shown first, 撤销 takes it back, and what has no place is shown and not dropped.

import { readBlock } from "./clipboard.js";
import { element, newId, short } from "./element.js";
import { place } from "./placing.js";
import { add, cellOf, fieldOf, groupOf, groups, isBlank, keyOf, relabel, remove, rowsOf } from "./rows.js";

/** @typedef {{ group: string, key: string | null, name?: string, value?: string, replaces: string }} Step key is null for a row to be added */

/** @param {HTMLFormElement} form @param {{ say: (words: string, undo?: () => void) => void }} page */
export function attachPaste(form, page) {
  form.addEventListener("paste", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !field.id.startsWith("row-") || !event.clipboardData) return;
    const block = readBlock(event.clipboardData);
    if (!block) return;
    event.preventDefault();
    if (block.length === 1 && block[0].length === 1) {
      // One cell, with the line end that copying gives it: the browser's own typing, so that its own undo knows of it.
      document.execCommand("insertText", false, block[0][0]);
      return;
    }
    const column = field.id.endsWith("-value") ? "value" : "name";
    const placing = place(block, column, groups());
    const steps = plan(placing.lines, /** @type {Element} */ (field.closest("tr")));
    ask(steps, placing, field, () => {
      const undo = carryOut(steps);
      page.say(`已粘贴 ${steps.length} 行。` + (placing.left.length > 0 ? `没有位置的内容：${placing.left.join("；")}` : ""), undo);
    });
  });
}

/**
 * Blank rows from the hand on are filled first; a single column goes down beside what stands there; everything else becomes a new row, and no
 * row that holds a text gets another one unseen.
 * @param {import("./placing.js").Line[]} lines @param {Element} start
 * @returns {Step[]}
 */
function plan(lines, start) {
  const here = groupOf(start);
  /** @type {Map<string, Element[]>} */
  const free = new Map();
  /** @param {string} group @param {boolean} single */
  const next = (group, single) => {
    let rows = free.get(group);
    if (!rows) {
      const all = rowsOf(group);
      const from = group === here ? all.indexOf(/** @type {HTMLTableRowElement} */ (start)) : 0;
      rows = single ? all.slice(from) : all.slice(from).filter(isBlank);
      free.set(group, rows);
    }
    return rows.shift();
  };
  return lines.map(({ group, entry }) => {
    const [where, columns] = [group || here, /** @type {("name" | "value")[]} */ (Object.keys(entry))];
    const tr = next(where, columns.length === 1);
    const replaces = tr ? columns.map((column) => fieldOf(tr, column).value.trim()).filter((text) => text !== "" ).join("　") : "";
    return { group: where, key: tr ? keyOf(tr) : null, ...entry, replaces };
  });
}

/** @param {Step[]} steps @returns {() => void} takes it back, but for what was typed since */
function carryOut(steps) {
  /** @type {{ key: string, added: boolean, before: { name?: string, value?: string }, after: { name?: string, value?: string } }[]} */
  const done = [];
  let last = null;
  for (const { group, key, name, value } of steps) {
    const found = key && rowsOf(group).find((row) => keyOf(row) === key);
    const tr = found || add(group, { key: newId(), name, value });
    /** @type {{ name?: string, value?: string }[]} */
    const [before, after] = [{}, {}];
    for (const column of /** @type {("name" | "value")[]} */ (["name", "value"])) {
      const text = column === "name" ? name : value;
      if (text === undefined) continue;
      before[column] = found ? fieldOf(tr, column).value : "";
      after[column] = text;
      fill(fieldOf(tr, column), text);
      last = fieldOf(tr, column);
    }
    done.push({ key: keyOf(tr), added: !found, before, after });
  }
  for (const group of new Set(steps.map((step) => step.group))) relabel(group);
  if (last) last.focus();
  return () => {
    for (const { key, added, before, after } of done.reverse()) {
      const entry = document.querySelector(`input[name="row"][value$=":${key}"]`);
      const tr = entry && entry.closest("tr");
      if (!tr) continue;
      const untouched = /** @type {("name" | "value")[]} */ (Object.keys(after)).filter((column) => fieldOf(tr, column).value === after[column]);
      for (const column of untouched) fill(fieldOf(tr, column), before[column] || "");
      if (added && isBlank(tr)) remove(tr);
    }
  };
}

/** @param {HTMLTextAreaElement} field @param {string} text */
function fill(field, text) {
  if (field.value === text) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {Step[]} steps @param {import("./placing.js").Placing} placing @param {HTMLElement} field @param {() => void} go */
function ask(steps, { left, heading }, field, go) {
  const title = element("h2", { id: "pasting" }, steps.length > 0 ? `将粘贴 ${steps.length} 行` : "没有可以粘贴的内容");
  const lines = steps.map(({ group, key, name, value, replaces }) => element("tr", {},
    element("td", {}, cellOf(group).dataset.label || ""),
    element("td", {}, name === undefined ? "（不变）" : name),
    element("td", {}, value === undefined ? "（不变）" : value),
    element("td", replaces ? { class: "replaced" } : {}, replaces ? `替换“${short(replaces)}”` : key ? "填入空行" : "新增一行")));
  const head = element("thead", {}, element("tr", {}, ...["二级指标", "三级指标", "指标值", ""].map((word) => element("th", { scope: "col" }, word))));
  const dialog = element("dialog", { class: "pasting", "aria-labelledby": "pasting" }, title);
  if (heading) dialog.append(element("p", { class: "hint" }, "第 1 行是表头，不粘贴。"));
  if (steps.length > 0) dialog.append(element("div", { class: "scrolls", tabindex: "0" }, element("table", { class: "list" }, head, element("tbody", {}, ...lines))));
  if (left.length > 0) dialog.append(element("p", {}, `以下 ${left.length} 处没有对应的位置，不会粘贴，请自行填写：`), element("ul", {}, ...left.map((text) => element("li", {}, text))));
  const yes = element("button", { class: "btn btn-primary", type: "button" }, "粘贴");
  const no = element("button", { class: "btn", type: "button" }, steps.length > 0 ? "取消" : "关闭");
  dialog.append(element("div", { class: "buttons" }, ...(steps.length > 0 ? [yes] : []), no));
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    field.focus();
    if (dialog.returnValue === "yes") go();
  });
  yes.addEventListener("click", () => dialog.close("yes"));
  no.addEventListener("click", () => dialog.close());
  dialog.showModal();
  (steps.length > 0 ? yes : no).focus();
}
