// The running sums while numbers are typed. Their lines are there from the start, so that nothing moves.

import { whenComposed } from "./composition.js";
import { element } from "./element.js";
import { inWan, readMoney } from "./money.js";
import { fieldOf, groupOf, keyOf, rowsOf } from "./rows.js";

// As the check of costs has them: amounts for one of something, and rows that name the sum of the others, are no parts of it.
const PER_UNIT = /每([人户亩个次台吨套座名件场期家村株米处批辆]|平方米|公里)|单[次户台套个人]|人均|户均|亩均|平均/;
const APART = /^其中|(标准|单价|单位成本|(总成本|总投资))(额|数|控制|控制数|控制额)?$/;

/** @typedef {{ line: Element, amounts: Map<string, bigint>, wholes: Set<string>, sum: bigint }} Costs by the keys of their rows */

/** @param {HTMLFormElement} form */
export function attachSums(form) {
  /** @type {HTMLInputElement[]} */
  let funds = [];
  /** @type {Map<string, Costs>} */
  let costs = new Map();

  /** Looked up anew when rows come and go, and after a merge with others' texts, when the sheet is another. */
  function count() {
    funds = Array.from(form.querySelectorAll('input[id^="funds-"]'));
    costs = new Map();
    for (const cell of /** @type {HTMLElement[]} */ (Array.from(form.querySelectorAll('td.group[data-kind="cost"]')))) {
      const group = cell.dataset.group || "";
      const one = { line: lineIn(cell.querySelector(".stay") || cell), amounts: new Map(), wholes: new Set(), sum: 0n };
      costs.set(group, one);
      for (const tr of rowsOf(group)) weigh(one, tr);
    }
    show();
  }

  function show() {
    const total = funds.find((input) => input.dataset.kind === "total");
    if (!total || !total.parentElement) return;
    lineIn(total.parentElement).textContent = fundsWords(total.value, funds.filter((input) => input !== total).map((part) => part.value));
    for (const one of costs.values()) {
      one.line.textContent = one.amounts.size === 0 ? "" : `${one.amounts.size} 行金额合计 ${inWan(one.sum)} 万元${compared(one.sum, total.value)}` + (one.wholes.size === 0 ? "" : `；写明总额的 ${one.wholes.size} 行不重复计入`);
    }
  }

  form.addEventListener("input", (event) => {
    const field = /** @type {HTMLElement} */ (event.target);
    if (field === /** @type {unknown} */ (form)) return whenComposed(count);
    if (field.id.startsWith("funds-")) return whenComposed(show);
    const tr = field.id.startsWith("row-") && field.closest("tr");
    if (tr && costs.has(groupOf(tr))) whenComposed(() => { weigh(/** @type {Costs} */ (costs.get(groupOf(tr))), tr); show(); });
  });
  count();
  return count;
}

/** What a row adds, in the place of what it added before. @param {Costs} costs @param {Element} tr */
function weigh(costs, tr) {
  const name = fieldOf(tr, "name").value.replace(/\s/g, "");
  const apart = APART.exec(name.replace(/[（(][^）)]*[）)]$/, ""));
  const money = readMoney(fieldOf(tr, "value").value.trim().replace(/^(不(得?超过|高于|大于|多于|突破)|[至最]多|最高|控制在)|[（(]?含?[）)]?([以之]内|及?以下)([（(]含[）)])?$/g, ""), "");
  const amount = PER_UNIT.test(name) || apart ? null : money;
  if (money !== null && apart && apart[2] && !PER_UNIT.test(name)) costs.wholes.add(keyOf(tr));
  else costs.wholes.delete(keyOf(tr));
  const before = costs.amounts.get(keyOf(tr));
  costs.sum += (amount || 0n) - (before || 0n);
  if (amount === null) costs.amounts.delete(keyOf(tr));
  else costs.amounts.set(keyOf(tr), amount);
}

/** @param {string} total @param {string[]} parts */
function fundsWords(total, parts) {
  const amounts = parts.map((part) => (part.trim() === "" ? 0n : readMoney(part, "万元")));
  if (parts.every((part) => part.trim() === "") || amounts.some((amount) => amount === null)) return "";
  const sum = /** @type {bigint[]} */ (amounts).reduce((before, amount) => before + amount, 0n);
  return `各项合计 ${inWan(sum)} 万元${compared(sum, total)}`;
}

/** @param {bigint} sum @param {string} total */
function compared(sum, total) {
  const whole = readMoney(total, "万元");
  if (whole === null) return "";
  if (whole === sum) return "，与总额相等";
  return `，比总额${sum > whole ? "多" : "少"} ${inWan(sum > whole ? sum - whole : whole - sum)} 万元`;
}

/** @param {Element} room */
function lineIn(room) {
  const there = room.querySelector(".sum");
  if (there) return there;
  const line = element("p", { class: "sum" });
  room.append(line);
  return line;
}
