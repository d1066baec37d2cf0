// @ts-check
// Signs put right when the hand leaves a field; what was changed is said, and can be taken back.

import { fill, short } from "./element.js";
import { canonical } from "./glyphs.js";

/** @param {HTMLFormElement} form @param {{ tell: (words: string, undo?: () => void) => void }} page no words take away what was said before */
export function attachSigns(form, page) {
  form.addEventListener("change", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || !/^(row|funds)-/.test(field.id)) return;
    const [typed, text] = [field.value, canonical(field.value)];
    if (text === typed) return page.tell("");
    fill(field, text);
    page.tell(`“${short(typed)}”已改写为“${short(text)}”。`, () => { if (field.value === text) fill(field, typed); });
  });
}
