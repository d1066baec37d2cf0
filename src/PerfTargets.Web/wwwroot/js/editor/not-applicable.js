// @ts-check
// 不涉及: who types a reason means the tick too, and sees it at once. Who takes the tick away means that, though the reason is still there.

import { whenComposed } from "./composition.js";

const REASON = "na-reason-";

/** @param {HTMLFormElement} form */
export function attachNotApplicable(form) {
  /** Groups whose tick was taken away over a reason. @type {Set<string>} */
  const untickedOver = new Set();

  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "na") return;
    if (!target.checked && isTyped(reasonOf(form, target))) untickedOver.add(target.value);
    else untickedOver.delete(target.value);
  });
  form.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || !target.name.startsWith(REASON)) return;
    const group = target.name.slice(REASON.length);
    whenComposed(() => {
      if (!isTyped(target)) untickedOver.delete(group);
      else if (!untickedOver.has(group)) boxOf(form, group).checked = true;
    });
  });
  // The server takes a reason alone for a tick, unless it hears that there was one.
  form.addEventListener("formdata", ({ formData }) => {
    for (const group of untickedOver) if (!formData.getAll("na-was").includes(group)) formData.append("na-was", group);
  });
}

/** @param {HTMLTextAreaElement} reason */
const isTyped = (reason) => reason.value.trim() !== "";

/** @param {HTMLFormElement} form @param {HTMLInputElement} box */
const reasonOf = (form, box) => /** @type {HTMLTextAreaElement} */ (form.elements.namedItem(REASON + box.value));

/** @param {HTMLFormElement} form @param {string} group */
const boxOf = (form, group) => /** @type {HTMLInputElement} */ (form.querySelector(`input[name="na"][value="${group}"]`));
