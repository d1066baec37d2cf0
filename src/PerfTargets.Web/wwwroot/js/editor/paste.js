// Cells pasted into the sheet: what would come is shown first, and what has no place is shown and not dropped.

import { readBlock } from "./clipboard.js";
import { element, fill, newId, short } from "./element.js";
import { canonical } from "./signs.js";
import { goingBack } from "./hand.js";
import { place } from "./placing.js";
import { add, allRows, atOnce, cellOf, fieldOf, groupOf, groups, isBlank, keyOf, levels, remove, rowOf, rowsOf } from "./rows.js";

/** @typedef {{ group: string, key: string | null, name?: string, value?: string, replaces: string }} Step key is null for a row to be added */

/** @param {HTMLFormElement} form @param {{ say: (words: string, undo?: () => boolean) => void }} page */
export function attachPaste(form, page) {
  form.addEventListener("paste", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !field.id.startsWith("row-") || !event.clipboardData) return;
    const block = readBlock(event.clipboardData);
    if (!block) return;
    event.preventDefault();
    const { rows, around } = block;
    if (rows.length === 1 && rows[0].length === 1 && around.length === 0) {
      // One cell, with the line end that copying gives it: the browser's own typing, so that its own undo knows of it.
      document.execCommand("insertText", false, rows[0][0]);
      return;
    }
    const column = field.id.endsWith("-value") ? "value" : "name";
    const placing = place(rows, column, groups(), levels());
    const { steps, over } = fitting(plan(placing.lines, /** @type {Element} */ (field.closest("tr"))));
    const left = [...around, ...placing.left, ...over];
    const goBack = goingBack(field);
    ask(steps, left, placing.heading, goBack, () => {
      const undo = carryOut(steps);
      page.say(`已粘贴 ${steps.length} 行。` + (left.length > 0 ? `没有位置的内容：${left.join("；")}` : ""), () => {
        const isBack = undo();
        goBack();
        return isBack;
      });
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
  return lines.map(({ group, entry: { name, value } }) => {
    // Signs as they are put right where one types; the preview shows them.
    const entry = { ...(name === undefined ? {} : { name: canonical(name) }), ...(value === undefined ? {} : { value: canonical(value) }) };
    const [where, columns] = [group || here, /** @type {("name" | "value")[]} */ (Object.keys(entry))];
    const tr = next(where, columns.length === 1);
    const replaces = tr ? columns.map((column) => fieldOf(tr, column).value.trim()).filter((text) => text !== "" ).join("　") : "";
    return { group: where, key: tr ? keyOf(tr) : null, ...entry, replaces };
  });
}

/** A form has so many rows and no more; the rest has no place. @param {Step[]} steps */
function fitting(steps) {
  const most = Number(/** @type {HTMLElement} */ (document.querySelector("table.form")).dataset.rowLimit);
  let room = most - allRows().filter((tr) => !isBlank(tr)).length;
  /** @type {string[]} */
  const over = [];
  const fit = steps.filter((step) => {
    const fits = step.replaces !== "" || room-- > 0;
    if (!fits) over.push([step.name, step.value].filter((text) => text).join("　"));
    return fits;
  });
  return { steps: fit, over: over.length === 0 ? [] : [`三级指标最多 ${most} 行`, ...over] };
}

/** @param {Step[]} steps @returns {() => boolean} takes it back, but for what was typed since */
function carryOut(steps) {
  const rows = new Map(allRows().map((tr) => [keyOf(tr), tr]));
  /** @type {Map<string, Element>} */
  const ends = new Map();
  const columns = /** @type {("name" | "value")[]} */ (["name", "value"]);
  const done = atOnce(() => steps.map(({ group, key, ...texts }) => {
    const found = key && rows.get(key);
    const tr = found || add(group, { key: newId(), below: ends.get(group), name: texts.name, value: texts.value });
    if (!found) ends.set(group, tr);
    const given = columns.filter((column) => texts[column] !== undefined);
    const before = given.map((column) => (found ? fieldOf(tr, column).value : ""));
    const fields = given.map((column) => fieldOf(tr, column));
    fields.forEach((field, at) => fill(field, texts[given[at]] || ""));
    return { key: keyOf(tr), added: !found, fields, given, before, after: fields.map((field) => field.value) };
  }));
  const last = done[done.length - 1].fields;
  last[last.length - 1].focus();
  return () => atOnce(() => done.reverse().filter(({ key, added, given, before, after }) => {
    const tr = rowOf(key);
    if (!tr) return false;
    const same = given.filter((column, at) => fieldOf(tr, column).value === after[at]);
    same.forEach((column) => fill(fieldOf(tr, column), before[given.indexOf(column)]));
    if (added && isBlank(tr)) remove(tr);
    return same.length > 0;
  }).length > 0);
}

/** @param {Step[]} steps @param {string[]} left @param {string} heading @param {() => void} goBack to where it was pasted @param {() => void} go */
function ask(steps, left, heading, goBack, go) {
  const title = element("h2", { id: "pasting" }, steps.length > 0 ? `将粘贴 ${steps.length} 行` : "没有可以粘贴的内容");
  const lines = steps.map(({ group, key, name, value, replaces }) => element("tr", {},
    element("td", {}, cellOf(group).dataset.label || ""),
    element("td", {}, name === undefined ? "（不变）" : name),
    element("td", {}, value === undefined ? "（不变）" : value),
    element("td", replaces ? { class: "replaced" } : {}, replaces ? `替换“${short(replaces)}”` : key ? "填入空行" : "新增一行")));
  const head = element("thead", {}, element("tr", {}, ...["二级指标", "三级指标", "指标值", ""].map((word) => element("th", { scope: "col" }, word))));
  const dialog = element("dialog", { class: "pasting", "aria-labelledby": "pasting" }, title);
  if (heading) dialog.append(element("p", { class: "hint" }, `表头“${short(heading)}”不粘贴。`));
  if (steps.length > 0) dialog.append(element("div", { class: "scrolls", tabindex: "0" }, element("table", { class: "list" }, head, element("tbody", {}, ...lines))));
  if (left.length > 0) dialog.append(element("p", {}, `以下 ${left.length} 处没有对应的位置，不会粘贴，请自行填写：`), element("ul", {}, ...left.map((text) => element("li", {}, text))));
  const yes = element("button", { class: "btn btn-primary", type: "button" }, "粘贴");
  const no = element("button", { class: "btn", type: "button" }, steps.length > 0 ? "取消" : "关闭");
  dialog.append(element("div", { class: "buttons" }, ...(steps.length > 0 ? [yes] : []), no));
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    goBack();
    if (dialog.returnValue === "yes") go();
  });
  yes.addEventListener("click", () => dialog.close("yes"));
  no.addEventListener("click", () => dialog.close());
  dialog.showModal();
  (steps.length > 0 ? yes : no).focus();
}
