// 不涉及: who types a reason means the tick too. Who takes the tick away means that, though the reason is still there.

import { whenComposed } from "./composition.js";
import { boxIn, reasonOf } from "./going.js";

/** @param {HTMLFormElement} form */
export function attachNotApplicable(form) {
  /** Boxes whose tick was taken away over a reason; a sheet that is drawn anew has others. @type {Set<HTMLInputElement>} */
  const untickedOver = new Set();

  form.addEventListener("input", ({ target }) => {
    const fold = target instanceof Element ? target.closest(".na") : null;
    if (fold) whenComposed(() => {
      const box = boxIn(fold);
      if (box.checked || reasonOf(box).value.trim() === "") untickedOver.delete(box);
      else if (target === box) untickedOver.add(box);
      else box.checked = !untickedOver.has(box);
    });
  });
  // The server takes a reason alone for a tick, unless it hears that there was one.
  form.addEventListener("formdata", ({ formData }) => untickedOver.forEach((box) => { if (box.isConnected) formData.append("na-was", box.value); }));
}
