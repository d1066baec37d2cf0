// Where the cells of a pasted block belong: into one column, into names and values, or each row into the group that it names.

import { canonical } from "./signs.js";

/** @typedef {{ group: string, label: string }} Group */
/** @typedef {{ name?: string, value?: string }} Entry */
/** @typedef {{ group: string | null, entry: Entry }} Line */
/** @typedef {{ lines: Line[], left: string[], heading: string }} Placing lines with group null go to where the hand is; left is what has no place */
/** @typedef {{ group: number, name: number, value: number }} Columns -1 where there is none */

const NAMES = ["三级指标", "指标名称", "指标内容", "名称"];
const VALUES = ["指标值", "年度指标值", "目标值"];
const HEADINGS = [...NAMES, ...VALUES, "绩效指标", "一级指标", "二级指标", "序号"];

/** A label without what is said in brackets, blanks and the word 指标, as people write it in their own tables. @param {string} text */
const plainLabel = (text) => text.replace(/[（(][^）)]*[）)]/g, "").replace(/[\s：:]/g, "").replace(/指标$/, "");

/** @param {string[]} row */
const joined = (row) => row.filter((cell) => cell !== "").join("　");

/** @param {string} cell */
const asHeading = (cell) => cell.replace(/[（(][^）)]*[）)]/g, "").replace(/\s/g, "");

/** @param {string[]} row @param {number} at */
function isHeading(row, at) {
  const hits = row.filter((cell) => HEADINGS.includes(asHeading(cell))).length;
  return hits * 2 > row.filter((cell) => cell !== "").length && (hits > 1 || at === 0);
}

/**
 * @param {string[][]} block @param {"name" | "value"} column on which the hand is @param {Group[]} groups @param {string[]} levels the first-level labels
 * @returns {Placing}
 */
export function place(block, column, groups, levels) {
  const at = block.length < 2 ? -1 : block.findIndex(isHeading);
  const heading = at < 0 ? [] : block[at];
  const [before, rows] = [block.slice(0, Math.max(at, 0)), block.slice(at + 1)];
  const { lines, left } = block[0].length === 1
    ? { lines: rows.map(([text]) => ({ group: null, entry: { [column]: text } })), left: [] }
    : byColumns(rows, columnsOf(rows, heading.map(asHeading), groups), groups, levels);
  return { lines, left: [...before.map(joined), ...left], heading: joined(heading) };
}

/** Names and values stand where the heading says so; else behind the groups, or in front, but for numbers 1, 2, 3. @param {string[][]} rows @param {string[]} heading @param {Group[]} groups @returns {Columns} */
function columnsOf(rows, heading, groups) {
  const group = groupColumn(rows, Math.max(...NAMES.map((word) => heading.lastIndexOf(word))), groups);
  /** @param {string[]} words */
  const under = (words) => words.map((word) => heading.indexOf(word)).find((at) => at > group);
  const numbered = group < 0 && rows.every((row) => row.length > 2) && isNumbered(rows, 0);
  const [name = group + (numbered ? 2 : 1), value = name + 1] = [under(NAMES), under(VALUES)];
  return { group, name, value };
}

/** @param {string[][]} rows @param {number} at */
const isNumbered = (rows, at) => rows.every((row) => /^(\d{1,3}[.、]?)?$/.test(row[at]));

/** @param {string} cell */
const isValue = (cell) => /^([≥≤><=]|\d[\d.,]*\s*\S{0,3}$)/.test(canonical(cell).trim());

/**
 * The column in which the names of groups stand, each once or in every row; -1 when there is none. An indicator may be called as a group is: where no
 * heading says where names stand, a group has a name and a value behind it.
 * @param {string[][]} rows @param {number} name the column that the heading calls so, -1 when there is none @param {Group[]} groups
 */
function groupColumn(rows, name, groups) {
  const known = new Set(groups.map((group) => plainLabel(group.label)));
  let [best, most] = [-1, 0];
  for (let at = 0; rows.length > 0 && at < (name < 0 ? rows[0].length - 2 : name); at++) {
    const filled = rows.filter((row) => row[at] !== "");
    const hits = filled.filter((row) => known.has(plainLabel(row[at])) && (name >= 0 || !isValue(row[at + 1]))).length;
    if (hits > most && hits * 2 > filled.length) [best, most] = [at, hits];
  }
  return best;
}

/** @param {string[][]} rows @param {Columns} columns @param {Group[]} groups @param {string[]} levels */
function byColumns(rows, columns, groups, levels) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {string[]} */
  const left = [];
  const implied = new Set([...levels, "绩效指标"].map(plainLabel));
  const isPlaced = (/** @type {number} */ at) => at === columns.group || at === columns.name || at === columns.value || (at < columns.name && isNumbered(rows, at));
  // Rows above the first label go to where the hand is: of a merged cell only the lower part was copied.
  /** @type {string | null | undefined} */
  let group = null;
  for (const row of rows) {
    const label = columns.group < 0 ? "" : row[columns.group];
    if (label !== "") group = (groups.find((one) => plainLabel(one.label) === plainLabel(label)) || { group: undefined }).group;
    const [name, value] = [row[columns.name] || "", row[columns.value] || ""];
    const rest = row.filter((cell, at) => cell !== "" && !isPlaced(at) && !implied.has(plainLabel(cell)));
    if (group === undefined) {
      if (name + value + rest.join("") !== "") left.push(joined(row));
    } else {
      if (name + value !== "") lines.push({ group, entry: { name, value } });
      if (rest.length > 0) left.push(joined([name, ...rest]));
    }
  }
  return { lines, left };
}
