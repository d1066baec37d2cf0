// @ts-check
// Text that an earlier visit could not save is offered where the form does not hold it by now, and goes to the server as it would have gone then:
// with the version it was typed on, so that nothing of others is lost either.

import { find, forget, markSent, sent } from "./drafts.js";
import { element, newId } from "./element.js";
import { leave } from "./leaving.js";
import { readMoney } from "./money.js";
import { entries, TOKEN } from "./post.js";
import { hear, tell } from "./windows.js";

/** @typedef {[string, string][]} Fields */

/** What the program put into the post itself. */
const NOT_TYPED = /^(version|shown|person|checked|reason|correction|na-was|unconfirmed|removed(-.*)?)$/;

/**
 * @param {HTMLFormElement} form @param {import("./save-state.js").SaveState} state
 * @param {import("./autosave.js").Autosave} autosave
 */
export function offerDrafts(form, state, autosave) {
  /** What other windows are about to save themselves. @type {string[]} */
  let elsewhere = [];
  let offered = "";
  hear("which drafts", () => tell("drafts", [autosave.draft, sent()].join(" ")));
  hear("drafts", (keys) => {
    elsewhere = elsewhere.concat(keys.split(" "));
    if (offered && elsewhere.includes(offered)) offer();
  });
  if (document.getElementById("problems")) return;
  offer();
  tell("which drafts", "");

  function offer() {
    state.tell("draft", "");
    const draft = find(autosave.owner).filter((one) => one.key !== autosave.draft && !elsewhere.includes(one.key)).find((one) => {
      const isSaved = differences(one.fields, entries(form)) === 0;
      if (isSaved) forget(one.key);
      return !isSaved;
    });
    offered = draft ? draft.key : "";
    if (!draft) return;
    const take = element("button", { class: "btn btn-small btn-primary", type: "button" }, "恢复这些内容");
    const drop = element("button", { class: "btn btn-small", type: "button" }, "不要了");
    take.addEventListener("click", async () => {
      await autosave.saveNow();
      if (!await autosave.reaches()) return;
      leave(form, autosave);
      const operation = newId();
      markSent(draft.key, operation);
      post(form, draft.fields.concat([["operation", operation], ["action", "save"]]));
    });
    drop.addEventListener("click", () => {
      forget(draft.key);
      offer();
    });
    state.tell("draft", `这台电脑上有您 ${clock(draft.at)} 填写而没有保存的内容，有 ${differences(draft.fields, entries(form))} 处与现在的目标表不同。`, [take, drop]);
  }
}

/** How many fields differ, and whether the rows stand in another order. @param {Fields} one @param {Fields} other */
function differences(one, other) {
  const [mine, theirs] = [texts(one), texts(other)];
  const names = Array.from(new Set([...mine.keys(), ...theirs.keys()])).filter((name) => (mine.get(name) || "") !== (theirs.get(name) || ""));
  const [myRows, theirRows] = [rows(one), rows(other)];
  const isMoved = myRows.filter((row) => theirRows.includes(row)).join() !== theirRows.filter((row) => myRows.includes(row)).join();
  return names.length + (isMoved ? 1 : 0);
}

/** What stands in each field; a blank one is as none. @param {Fields} fields */
function texts(fields) {
  /** @type {Map<string, string>} */
  const all = new Map();
  for (const [name, value] of fields) {
    if (name === "row" || NOT_TYPED.test(name)) continue;
    const text = value.replace(/\r\n/g, "\n").trim();
    const fen = /^funds-/.test(name) ? readMoney(text, "万元") : null;
    all.set(name, (all.has(name) ? `${all.get(name)} ` : "") + (fen === null ? text : String(fen)));
  }
  return all;
}

/** @param {Fields} fields */
const rows = (fields) => fields.filter(([name]) => name === "row").map(([, value]) => value);

/** @param {HTMLFormElement} form @param {Fields} fields */
function post(form, fields) {
  const token = /** @type {HTMLInputElement} */ (form.elements.namedItem(TOKEN)).value;
  const once = element("form", { method: "post", action: form.getAttribute("action") || "" }, ...fields.concat([[TOKEN, token]]).map(([name, value]) => {
    const field = element("textarea", { name, hidden: "" });
    field.value = value;
    return field;
  }));
  document.body.append(once);
  HTMLFormElement.prototype.submit.call(once);
}

/** @param {string} at */
function clock(at) {
  const time = new Date(at);
  const minutes = String(time.getMinutes()).padStart(2, "0");
  const day = time.toDateString() === new Date().toDateString() ? "" : `${time.getMonth() + 1} 月 ${time.getDate()} 日 `;
  return `${day}${time.getHours()}:${minutes}`;
}
