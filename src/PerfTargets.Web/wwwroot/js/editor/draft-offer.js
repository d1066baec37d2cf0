// @ts-check
// Text that an earlier visit could not save is offered where the form does not hold it by now, and goes to the server as it would have gone then:
// with the version it was typed on, so that nothing of others is lost either.

import { entries } from "./autosave.js";
import { find, forget, markSent } from "./drafts.js";
import { element, newId } from "./element.js";

/**
 * @param {HTMLFormElement} form @param {import("./save-state.js").SaveState} state
 * @param {import("./autosave.js").Autosave} autosave
 */
export function offerDraft(form, state, autosave) {
  const key = autosave.draftKey;
  const draft = key ? find(key) : null;
  if (!draft || document.getElementById("problems")) return;
  const differing = differences(draft.fields, entries(form));
  if (differing === 0) {
    forget(key);
    return;
  }
  const take = element("button", { class: "btn btn-small btn-primary", type: "button" }, "恢复这些内容");
  const drop = element("button", { class: "btn btn-small", type: "button" }, "不要了");
  take.addEventListener("click", () => {
    autosave.leave();
    markSent(key);
    send(form, draft.fields);
  });
  drop.addEventListener("click", () => {
    forget(key);
    state.tell("draft", "");
  });
  state.tell("draft", `这台电脑上有您 ${clock(draft.at)} 填写而没有保存的内容，有 ${differing} 处与现在的目标表不同。`, [take, drop]);
}

/** How many fields differ. @param {[string, string][]} one @param {[string, string][]} other */
function differences(one, other) {
  /** @param {[string, string][]} fields */
  const texts = (fields) => new Map(fields
    .filter(([name, value]) => !["version", "shown", "row", "removed", "unconfirmed"].includes(name) && !(/^row-/.test(name) && value.trim() === ""))
    .map(([name, value]) => [name, value.replace(/\r\n/g, "\n").trim()]));
  const [mine, theirs] = [texts(one), texts(other)];
  return Array.from(new Set([...mine.keys(), ...theirs.keys()])).filter((name) => (mine.get(name) || "") !== (theirs.get(name) || "")).length;
}

/** @param {HTMLFormElement} form @param {[string, string][]} fields */
function send(form, fields) {
  const token = /** @type {HTMLInputElement} */ (form.elements.namedItem("__RequestVerificationToken")).value;
  const all = fields.concat([["__RequestVerificationToken", token], ["operation", newId()], ["action", "save"]]);
  const post = element("form", { method: "post", action: form.getAttribute("action") || "" }, ...all.map(([name, value]) => {
    const field = element("textarea", { name, hidden: "" });
    field.value = value;
    return field;
  }));
  document.body.append(post);
  HTMLFormElement.prototype.submit.call(post);
}

/** @param {string} at */
function clock(at) {
  const time = new Date(at);
  const minutes = String(time.getMinutes()).padStart(2, "0");
  const day = time.toDateString() === new Date().toDateString() ? "" : `${time.getMonth() + 1} 月 ${time.getDate()} 日 `;
  return `${day}${time.getHours()}:${minutes}`;
}
