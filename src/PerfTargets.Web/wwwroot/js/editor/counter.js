// How many characters still fit where the template has a limit, once it comes near.

import { whenComposed } from "./composition.js";
import { element } from "./element.js";

const NEAR = 50;

/** @param {HTMLElement} field @param {HTMLElement} sheet */
function limitOf(field, sheet) {
  const column = /^row-.*-(name|value)$/.exec(field.id);
  return Number(field.dataset.limit || (column && sheet.dataset[column[1] === "name" ? "nameLimit" : "valueLimit"]) || 0);
}

/** @param {HTMLFormElement} form */
export function attachCounter(form) {
  const line = element("div", { class: "remaining", role: "status" });
  /** @param {EventTarget | null} field */
  const show = (field) => whenComposed(() => {
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || field.form !== form) return;
    const limit = limitOf(field, /** @type {HTMLElement} */ (form.querySelector("table.form")));
    const left = limit - field.value.length;
    const near = limit > 0 && left <= Math.max(NEAR, limit / 5) && document.activeElement === field;
    line.textContent = !near ? "" : left >= 0 ? `还可输入 ${left} 字` : `超出 ${-left} 字`;
    line.classList.toggle("over", left < 0);
    const room = field.closest("td.in, .na, .reason");
    if (near && room && line.parentElement !== room) room.append(line);
    if (!near) line.remove();
  });
  // 填写说明 stands beside the form, and belongs to it.
  for (const kind of ["focusin", "input"]) document.addEventListener(kind, (event) => show(event.target));
  document.addEventListener("focusout", () => line.remove());
}
