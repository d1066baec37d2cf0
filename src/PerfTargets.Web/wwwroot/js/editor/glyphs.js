// @ts-check
// Signs and digits of an input method that mean others, put right when the hand leaves the field, where everybody can see it. By name and not by
// NFKC, which would make m2 of ㎡ and 1 of ①.

/** @type {[RegExp, string | ((found: string) => string)][]} */
const CANONICAL = [
  [/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)],
  [/(\d)．(?=\d)/g, "$1."],
  [/[％﹪]/g, "%"],
  [/[≧⩾]|[>＞][=＝](?=\s*\d)/g, "≥"],
  [/[≦⩽]|[<＜][=＝](?=\s*\d)/g, "≤"],
  [/＞(?=\s*\d)/g, ">"],
  [/＜(?=\s*\d)/g, "<"],
  [/＝(?=\s*\d)/g, "="],
];

/** @param {string} text */
export const canonical = (text) => CANONICAL.reduce((now, [from, to]) => (typeof to === "string" ? now.replace(from, to) : now.replace(from, to)), text);
