// What the page says of saving: a line by the sheet, and at the foot what the person has to do.

import { element } from "./element.js";
import { notices } from "./notices.js";

/** @typedef {import("./autosave.js").State} State @typedef {import("./autosave.js").Answer} Answer */

/** @type {Record<State, string>} */
const WORDS = {
  saved: "✓ 已保存",
  typed: "有未保存的修改",
  saving: "正在保存…",
  lost: "未能保存，文字仍在本页，稍后自动再试",
  "signed-out": "登录已过期，未能保存，文字仍在本页",
  "other-person": "未能保存，文字仍在本页：现在登录的是另一位用户",
  conflict: "未能保存，文字仍在本页：别处也作了修改",
  "moved-on": "未能保存，文字仍在本页：目标表已不能修改",
  refused: "未能保存，文字仍在本页",
  gone: "未能保存，文字仍在本页：找不到这份目标表",
  waiting: "正在等服务器回答…",
  away: "未能保存，文字仍在本页：现在连不上服务器",
  stayed: "页面没有打开，文字仍在本页",
};

/** Nothing to worry about. @type {State[]} */
const CALM = ["saved", "saving", "waiting"];

export class SaveState {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.line = document.getElementById("saved");
  }

  /** @param {State} state @param {Answer} [answer] */
  show(state, answer = { state }) {
    if (this.line) {
      const words = WORDS[state] + (state === "saved" && answer.time ? ` ${answer.time}${answer.by ? `，并与${answer.by}保存的内容合并` : ""}` : "");
      if (this.line.textContent !== words) this.line.textContent = words;
      this.line.className = "saved" + (CALM.includes(state) ? "" : state === "typed" ? " unsaved" : " refused");
    }
    // What the server said with the page holds no longer, but what it did can be taken back.
    if (!CALM.includes(state)) document.querySelectorAll("main > .notice-done").forEach((note) => note.classList.toggle("past", !note.querySelector("button")));
    if (state === "saving" || state === "typed") return;
    const [words, button] = this.whatToDo(state, answer);
    // That a page did not open is to be read after the text was saved too.
    notices.tell(state === "stayed" ? "done" : "saving", words, button ? [this.button(button)] : []);
  }

  /** @param {State} state @param {Answer} answer @returns {[string, string?]} */
  whatToDo(state, answer) {
    switch (state) {
      case "signed-out":
        return ["登录已过期，刚才填写的内容没有保存，仍在本页。请重新登录后继续，不用重填。", "重新登录并保存"];
      case "other-person":
        return ["现在登录的是另一位用户，填写的内容没有保存，仍在本页。请用您自己的账号登录后再保存。", "重新登录并保存"];
      case "conflict":
        return [`${answer.time}，${answer.by}保存过这份目标表，其中 ${answer.count} 处您也作了修改。您填写的内容没有丢失，请逐处选择后保存。`, "查看并选择"];
      case "moved-on":
        return [answer.sentence || "", "查看没有保存的内容"];
      case "refused":
        return [`没有保存：${(answer.problems || []).map((problem) => problem.sentence).join("")}`];
      case "gone":
        return ["找不到这份目标表，可能已被删除。您填写的内容没有保存，请先复制出来。"];
      case "lost":
        return ["现在不能保存，填写的内容仍在本页。请不要关闭页面，过一会儿会自动再试。"];
      case "waiting":
        return ["服务器还没有回答，可能要等一分钟。填写的内容仍在本页，请不要关闭页面；等不到时会在这里告诉您。"];
      case "away":
        return ["现在连不上服务器，填写的内容仍在本页。请不要关闭页面，过一会儿再试。", "再试一次"];
      case "stayed":
        return ["服务器没有回答，页面没有打开。填写的内容仍在本页，可以接着填写，过一会儿再试。"];
      default:
        return [answer.sentence || ""];
    }
  }

  /** The form's own way of saving, which has a page for whatever comes of it. @param {string} words */
  button(words) {
    return element("button", { class: "btn btn-small", type: "submit", form: this.form.id, name: "action", value: "save" }, words);
  }
}
