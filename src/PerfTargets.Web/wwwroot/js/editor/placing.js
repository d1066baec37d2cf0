// @ts-check
// Where the cells of a pasted block belong: into one column, into names and values, or, where it says so itself, each row into its group.

/** @typedef {{ group: string, label: string }} Group */
/** @typedef {{ name?: string, value?: string }} Entry */
/** @typedef {{ group: string | null, entry: Entry }} Line */
/** @typedef {{ lines: Line[], left: string[], heading: boolean }} Placing lines with group null go to where the hand is; left is what has no place */

const HEADINGS = /^(一级指标|二级指标|三级指标|指标值|指标名称|指标内容|目标值|年度指标值|名称|序号)$/;

/** A label without what is said in brackets, blanks and the word 指标, as people write it in their own tables. @param {string} text */
export const plainLabel = (text) => text.replace(/[（(][^）)]*[）)]/g, "").replace(/[\s：:]/g, "").replace(/指标$/, "");

/**
 * @param {string[][]} block @param {"name" | "value"} column on which the hand is @param {Group[]} groups
 * @returns {Placing}
 */
export function place(block, column, groups) {
  const heading = block.length > 1 && block[0].filter((cell) => HEADINGS.test(cell.replace(/\s/g, ""))).length * 2 > block[0].filter((cell) => cell !== "").length;
  const rows = heading ? block.slice(1) : block;
  const width = block[0].length;
  if (width === 1) return { lines: rows.map(([text]) => ({ group: null, entry: { [column]: text } })), left: [], heading };
  const at = groupColumn(rows, groups);
  if (at >= 0 && at + 1 < width) return byGroup(rows, at, groups, heading);
  return byColumn(rows, heading);
}

/** The column in which the names of groups stand, each once or in every row; -1 when there is none. @param {string[][]} rows @param {Group[]} groups */
function groupColumn(rows, groups) {
  const known = new Set(groups.map((group) => plainLabel(group.label)));
  let [best, most] = [-1, 0];
  for (let at = 0; at < rows[0].length - 1; at++) {
    const filled = rows.filter((row) => row[at] !== "");
    const hits = filled.filter((row) => known.has(plainLabel(row[at]))).length;
    if (hits > most && hits * 2 > filled.length) [best, most] = [at, hits];
  }
  return best;
}

/** @param {string[][]} rows @param {number} at @param {Group[]} groups @param {boolean} heading @returns {Placing} */
function byGroup(rows, at, groups, heading) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {string[]} */
  const left = [];
  /** @type {string | null} */
  let current = null;
  for (const row of rows) {
    if (row[at] !== "") {
      const found = groups.find((group) => plainLabel(group.label) === plainLabel(row[at]));
      current = found ? found.group : null;
    }
    const [name, value, ...more] = row.slice(at + 1);
    const texts = [name, value].filter((text) => text);
    if (current === null && texts.length > 0) left.push(row.filter((cell) => cell !== "").join("　"));
    else if (texts.length > 0) lines.push({ group: current, entry: { name, value: value || "" } });
    const rest = more.filter((cell) => cell !== "");
    if (current !== null && rest.length > 0) left.push(rest.join("　"));
  }
  return { lines, left, heading };
}

/** Without the column of numbers 1, 2, 3 that many tables begin with. @param {string[][]} rows @param {boolean} heading @returns {Placing} */
function byColumn(rows, heading) {
  const numbered = rows[0].length > 2 && rows.every((row) => /^\d{1,3}[.、]?$/.test(row[0]));
  /** @type {string[]} */
  const left = [];
  const lines = rows.map((row) => {
    const [name, value, ...more] = numbered ? row.slice(1) : row;
    const rest = more.filter((cell) => cell !== "");
    if (rest.length > 0) left.push(rest.join("　"));
    return { group: null, entry: { name, value: value || "" } };
  });
  return { lines, left, heading };
}
