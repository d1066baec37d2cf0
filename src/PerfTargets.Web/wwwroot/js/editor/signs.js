// Signs and digits of an input method that mean others, put right when the hand leaves a field. By name and not by NFKC, which would make m2 of ㎡.

import { fill, short } from "./element.js";

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

/** Texts and numbers of the form; 项目名称 stands as its project is called. */
const MEANT = /^(row|funds|na-reason|reason)-|^(projectPeriod|overallGoal)$/;

/** @param {HTMLFormElement} form @param {{ tell: (words: string, undo?: () => boolean) => void }} page no words take away what was said before */
export function attachSigns(form, page) {
  // 填写说明 stands beside the form, and belongs to it.
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || field.form !== form || !MEANT.test(field.name)) return;
    const [typed, text] = [field.value, canonical(field.value)];
    if (text === typed) return page.tell("");
    fill(field, text);
    // Many fonts hardly show the difference.
    const width = typed.normalize("NFKC") === text.normalize("NFKC") ? "（全角改为半角）" : "";
    page.tell(`“${short(typed)}”已改写为“${short(text)}”${width}。`, () => {
      // Another sheet may have come.
      const now = /** @type {typeof field | null} */ (form.elements.namedItem(field.name));
      if (!now || now.value !== text) return false;
      fill(now, typed);
      return true;
    });
  });
}
