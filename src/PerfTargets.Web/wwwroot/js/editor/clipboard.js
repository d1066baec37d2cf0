// @ts-check
// What a spreadsheet or a word processor puts on the clipboard, as rows of cells.

/**
 * Cells parted by tabs, rows by line ends; in quotation marks a cell has line ends, tabs and doubled quotation marks of its own.
 * @param {string} text @returns {string[][]}
 */
export function readTabs(text) {
  const source = text.replace(/\r\n?/g, "\n");
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  let at = 0;
  while (at < source.length) {
    let cell = "";
    const closing = source[at] === '"' ? closingQuote(source, at) : -1;
    if (closing > 0) {
      cell = source.slice(at + 1, closing).replace(/""/g, '"');
      at = closing + 1;
    } else {
      const end = source.slice(at).search(/[\t\n]/);
      cell = source.slice(at, end < 0 ? source.length : at + end);
      at += cell.length;
    }
    row.push(cell);
    if (at >= source.length || source[at] === "\n") {
      rows.push(row);
      row = [];
    } else if (at === source.length - 1) {
      row.push("");
      rows.push(row);
    }
    at++;
  }
  return rows;
}

/** Where a quoted cell ends; -1 when its first quotation mark is no more than a character. @param {string} source @param {number} start */
function closingQuote(source, start) {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') at++;
    else return at + 1 === source.length || source[at + 1] === "\t" || source[at + 1] === "\n" ? at : -1;
  }
  return -1;
}

/** The rows of the only table in a piece of HTML; a merged cell's text stands in the first of its places. @param {string} html @returns {string[][]} */
export function readTable(html) {
  if (!/<table\b/i.test(html)) return [];
  const tables = new DOMParser().parseFromString(html, "text/html").querySelectorAll("table");
  if (tables.length !== 1) return [];
  /** @type {string[][]} */
  const rows = [];
  Array.from(tables[0].rows).forEach((tr, y) => {
    let x = 0;
    for (const cell of Array.from(tr.cells)) {
      while (rows[y] && rows[y][x] !== undefined) x++;
      for (let down = 0; down < Math.min(cell.rowSpan || 1, tables[0].rows.length - y); down++) {
        if (!rows[y + down]) rows[y + down] = [];
        for (let right = 0; right < Math.min(cell.colSpan, 50); right++) rows[y + down][x + right] = down + right === 0 ? textOf(cell) : "";
      }
      x += Math.min(cell.colSpan, 50);
    }
  });
  return rows.map((row) => Array.from(row, (cell) => cell || ""));
}

/** @param {Element} cell */
function textOf(cell) {
  for (const end of Array.from(cell.querySelectorAll("br, p:not(:last-child), div:not(:last-child)"))) end.append("\n");
  for (const br of Array.from(cell.querySelectorAll("br"))) br.replaceWith("\n");
  return cell.textContent || "";
}

/**
 * A cell's text on one line. Where lines of Chinese meet there is no blank; programs break long cells in their HTML.
 * @param {string} text
 */
export const oneLine = (text) => text
  .replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
  .replace(/([\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F])[ \t]*[\r\n]\s*/g, "$1")
  .replace(/[ \t]*[\r\n]\s*(?=[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF])/g, "")
  .replace(/[\s\u00A0]+/g, (blank) => blank.includes("\u3000") && !/[\r\n]/.test(blank) ? blank : " ")
  .trim();

/** @param {string[][]} rows */
function tidy(rows) {
  const texts = rows.map((row) => row.map(oneLine)).filter((row) => row.some((cell) => cell !== ""));
  const width = texts.reduce((most, row) => Math.max(most, row.length), 0);
  const full = texts.map((row) => Array.from({ length: width }, (_, at) => row[at] || ""));
  const used = Array.from({ length: width }, (_, at) => full.some((row) => row[at] !== ""));
  return full.map((row) => row.filter((_, at) => used[at]));
}

/**
 * The block of cells on the clipboard, without blank rows and columns; null when it is a plain text. The tabs of a spreadsheet say more than its
 * HTML, which breaks long cells anywhere; a word processor's do not tell the end of a paragraph from that of a row.
 * @param {DataTransfer} clipboard @returns {string[][] | null}
 */
export function readBlock(clipboard) {
  const text = clipboard.getData("text/plain");
  if (!/[\t\n\r]/.test(text)) return null;
  const [tabs, table] = [readTabs(text), readTable(clipboard.getData("text/html"))];
  const same = table.length === 0 || (tabs.length === table.length && tabs.every((row, at) => row.length <= table[at].length));
  const block = tidy(same ? tabs : table);
  return block.length > 0 ? block : null;
}
