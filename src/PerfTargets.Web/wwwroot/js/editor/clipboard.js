// What a spreadsheet or a word processor puts on the clipboard, as rows of cells.

/** A line end within a cell; programs break their HTML anywhere. */
const BREAK = "\u2028";

/**
 * Cells parted by tabs, rows by line ends; in quotation marks a cell has line ends, tabs and doubled quotation marks of its own.
 * @param {string} text @returns {string[][]}
 */
function readTabs(text) {
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
    row.push(cell.replace(/\n/g, BREAK));
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

/**
 * The rows of the tables in a piece of HTML, and the lines of text around them; a merged cell's text stands in the first of its places.
 * @param {string} html @returns {{ rows: string[][], around: string[] }}
 */
function readTables(html) {
  if (!/<table\b/i.test(html)) return { rows: [], around: [] };
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  const tables = Array.from(body.querySelectorAll("table")).filter((table) => !/** @type {Element} */ (table.parentElement).closest("table"));
  const rows = tables.reduce((all, table) => all.concat(cellsOf(table)), /** @type {string[][]} */ ([]));
  for (const one of [...tables, ...Array.from(body.querySelectorAll("script, title"))]) one.replaceWith(BREAK);
  return { rows, around: textOf(body).split(BREAK).map(oneLine).filter((line) => line !== "") };
}

/** The Content-Security-Policy complains of styles even here. @param {string} html */
const withoutStyles = (html) => html
  .replace(/<style\b[\s\S]*?<\/style>/gi, "")
  .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) => tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));

/** @param {HTMLTableElement} table */
function cellsOf(table) {
  /** @type {string[][]} */
  const rows = [];
  Array.from(table.rows).forEach((tr, y) => {
    if (!rows[y]) rows[y] = [];
    let x = 0;
    for (const cell of Array.from(tr.cells)) {
      while (rows[y][x] !== undefined) x++;
      for (let down = 0; down < Math.min(cell.rowSpan || 1, table.rows.length - y); down++) {
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
  for (const block of Array.from(cell.querySelectorAll("p, div, li, h1, h2, h3"))) if (block.nextSibling) block.append(BREAK);
  for (const br of Array.from(cell.querySelectorAll("br"))) br.replaceWith(BREAK);
  return cell.textContent || "";
}

const WIDE = "[\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF\\u3000-\\u303F]";
const BESIDE_WIDE = new RegExp(`(${WIDE})${BREAK}|${BREAK}(?=${WIDE})`, "g");
const BETWEEN_WIDE = new RegExp(`(${WIDE})[ \\t]*[\\r\\n]\\s*(?=${WIDE})`, "g");

/**
 * A cell's text on one line. A line that ends or begins with Chinese is joined without a blank. Where only the source is broken, there was a blank, but for
 * the places between two characters of Chinese, where programs break it too.
 * @param {string} text
 */
const oneLine = (text) => text
  .replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
  .replace(/[ \t\r\n]*\u2028\s*/g, BREAK)
  .replace(BESIDE_WIDE, "$1")
  .replace(BETWEEN_WIDE, "$1")
  .replace(/[\s\u00A0]+/g, (blank) => blank.includes("\u3000") && !/[\r\n\u2028]/.test(blank) ? blank : " ")
  .trim();

/** @param {string[][]} rows */
function tidy(rows) {
  const texts = rows.map((row) => row.map(oneLine)).filter((row) => row.some((cell) => cell !== ""));
  const width = texts.reduce((most, row) => Math.max(most, row.length), 0);
  const full = texts.map((row) => Array.from({ length: width }, (_, at) => row[at] || ""));
  const used = Array.from({ length: width }, (_, at) => full.some((row) => row[at] !== ""));
  return full.map((row) => row.filter((_, at) => used[at]));
}

/** What can be seen of a cell. @param {string | undefined} cell */
const visible = (cell) => (cell || "").replace(/[\s\u00A0\u200B-\u200D\u2060\uFEFF]/g, "");

/**
 * A table tells where its cells are; a word processor's tabs do not tell the end of a paragraph from that of a row, and leave out merged cells. Where both say
 * the same, the blanks of a cell are right in the tabs and its line ends in the table.
 * @param {string[][]} tabs @param {string[][]} table
 */
function both(tabs, table) {
  const isSame = table.every((row, y) => row.every((cell, x) => visible(cell) === visible((tabs[y] || [])[x])));
  return isSame ? table.map((row, y) => row.map((cell, x) => (cell.trim().includes(BREAK) ? cell : (tabs[y] || [])[x] || ""))) : table;
}

/**
 * The block of cells on the clipboard, without blank rows and columns, and what was copied around it; null when it is a plain text.
 * @param {DataTransfer} clipboard @returns {{ rows: string[][], around: string[] } | null}
 */
export function readBlock(clipboard) {
  const text = clipboard.getData("text/plain");
  if (!/[\t\n\r]/.test(text)) return null;
  const [tabs, { rows, around }] = [readTabs(text), readTables(clipboard.getData("text/html"))];
  const block = tidy(rows.length > 0 ? both(tabs, rows) : tabs);
  return block.length > 0 ? { rows: block, around } : null;
}
