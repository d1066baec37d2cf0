// @ts-check
// Signs put right when the hand leaves a field; what was changed is said, and can be taken back.

import { canonical } from "./glyphs.js";
import { short } from "./element.js";

/** @param {HTMLFormElement} form @param {{ tell: (words: string, undo?: () => void) => void }} page no words take away what was said before */
export function attachSigns(form, page) {
  form.addEventListener("change", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || !/^(row|funds)-/.test(field.id)) return;
    const [typed, text] = [field.value, canonical(field.value)];
    if (text === typed) return page.tell("");
    /** @param {string} value */
    const put = (value) => {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    put(text);
    page.tell(`“${short(typed)}”已改写为“${short(text)}”。`, () => { if (field.value === text) put(typed); });
  });
}
