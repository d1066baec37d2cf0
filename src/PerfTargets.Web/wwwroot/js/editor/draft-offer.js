// Text that an earlier visit could not save is offered, and goes to the server as it would have gone then, with the version it was typed on.

import { find, forget, hear, markSent, sent, tell } from "./drafts.js";
import { element, newId } from "./element.js";
import { leave } from "./leaving.js";
import { readMoney } from "./money.js";
import { notices } from "./notices.js";
import { entries, TOKEN } from "./post.js";

/** @typedef {import("./drafts.js").KeptDraft} KeptDraft @typedef {[string, string][]} Fields */

/** What the program put into the post itself. */
const NOT_TYPED = /^(version|shown|person|checked|reason|correction|na-was|unconfirmed|removed(-.*)?)$/;

/** @param {HTMLFormElement} form @param {import("./autosave.js").Autosave} autosave */
export function offerDrafts(form, autosave) {
  hear("which drafts", () => tell("drafts", [autosave.draft, sent()].join(" ")));
  if (document.getElementById("problems")) return;
  offerOne(autosave.owner, {
    choose: (drafts) => drafts.filter(({ key, fields }) => {
      if (key === autosave.draft) return false;
      const isSaved = differences(form, fields).length === 0;
      if (isSaved) forget(key);
      return !isSaved;
    }),
    say: ({ fields }) => {
      const places = differences(form, fields);
      return `有 ${places.length} 处与现在的目标表不同：${places.slice(0, 4).join("、")}${places.length > 4 ? "等" : ""}。`;
    },
    take: "恢复这些内容",
    act: async (draft) => {
      await autosave.saveNow();
      if (!await autosave.reaches()) return;
      leave(form, autosave);
      send(autosave.address, autosave.field(TOKEN).value, draft, "save");
    },
  });
}

/**
 * One at a time, and none that another window is about to save.
 * @param {string} owner
 * @param {{ choose: (drafts: KeptDraft[]) => KeptDraft[], say: (draft: KeptDraft) => string, take: string, act: (draft: KeptDraft) => void }} offer
 *   choose: those to be offered. take: the words of the button that acts.
 */
export function offerOne(owner, { choose, say, take, act }) {
  /** @type {string[][]} */
  let [elsewhere, offered] = [[], []];
  hear("drafts", (keys) => {
    elsewhere = elsewhere.concat(keys.split(" "));
    if (offered.some((key) => elsewhere.includes(key))) next();
  });
  next();
  tell("which drafts", "");

  function next() {
    const drafts = choose(find(owner).filter((one) => !elsewhere.includes(one.key)));
    const draft = drafts[0];
    offered = drafts.map(({ key }) => key);
    if (!draft) return notices.tell("draft", "");
    const yes = element("button", { class: "btn btn-small btn-primary", type: "button" }, take);
    const no = element("button", { class: "btn btn-small", type: "button" }, "不要了");
    yes.addEventListener("click", () => act(draft));
    no.addEventListener("click", ({ detail }) => {
      // The second click of two was not meant for the next one.
      if (detail > 1) return;
      forget(draft.key);
      next();
    });
    const among = drafts.length > 1 ? `（共 ${drafts.length} 份，这是最近的）` : "";
    notices.tell("draft", `这台电脑上有您 ${clock(draft.at)} 填写而没有保存的内容${among}，${say(draft)}`, [yes, no]);
  }
}

/** Where a kept text differs from what stands here, in the words of the sheet. @param {HTMLFormElement} form @param {Fields} kept */
function differences(form, kept) {
  const now = entries(form);
  const [mine, theirs] = [texts(kept), texts(now)];
  const names = Array.from(new Set([...mine.keys(), ...theirs.keys()])).filter((name) => (mine.get(name) || "") !== (theirs.get(name) || ""));
  const [myRows, theirRows] = [rows(kept), rows(now)];
  const isMoved = myRows.filter((row) => theirRows.includes(row)).join() !== theirRows.filter((row) => myRows.includes(row)).join();
  return Array.from(new Set(names.map((name) => placeOf(form, name)).concat(isMoved ? "行的顺序" : [])));
}

/** A name and a value are one row. @param {HTMLFormElement} form @param {string} name of a field */
function placeOf(form, name) {
  if (/^(na|reason)-?/.test(name)) return name.startsWith("na") ? "不涉及" : "填写说明";
  const field = /** @type {HTMLElement | null} */ (form.elements.namedItem(name));
  const label = (field && field.getAttribute("aria-label")) || "新增的行";
  return name.startsWith("row-") ? label.replace(/ \S+$/, "") : label;
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

/**
 * As its page would have sent it.
 * @param {string} address of the form's editor @param {string} token @param {KeptDraft} draft @param {"save" | "look"} action
 */
export function send(address, token, draft, action) {
  const operation = newId();
  markSent(draft.key, operation);
  const fields = draft.fields.concat([[TOKEN, token], ["operation", operation], ["action", action]]);
  const once = element("form", { method: "post", action: address }, ...fields.map(([name, value]) => {
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
  const day = time.toDateString() === new Date().toDateString() ? "" : `${time.getMonth() + 1} 月 ${time.getDate()} 日 `;
  return day + time.toTimeString().slice(0, 5);
}
