// Sentences at the foot of the window, where they move nothing.

import { element } from "./element.js";
import { wayBack } from "./hand.js";
import { undoBy } from "./undo.js";

/** What asks for nothing has been read by then. */
const LIFE = 15_000;

class Notices {
  constructor() {
    /** @type {Map<string, HTMLElement>} */
    this.notices = new Map();
    this.foot = element("div", { class: "foot-notices" });
    document.body.append(this.foot);
    /** To where the hand was before it came to a notice. */
    this.back = wayBack(document.activeElement || document.body);
    document.addEventListener("focusin", ({ target }) => {
      if (target instanceof Element && !this.foot.contains(target)) this.back = wayBack(target);
      this.makeWay();
    });
    for (const event of ["input", "scroll"]) addEventListener(event, () => this.makeWay(), { passive: true });
  }

  /** Something has been done that can be taken back. @param {string} words @param {() => boolean} [undo] @param {"done" | "signs"} [kind] */
  say(words, undo, kind = "done") {
    const button = undo && element("button", { class: "btn btn-small", type: "button" }, "撤销");
    if (button && undo) {
      let isBack = false;
      const takeBack = () => {
        if (isBack) return false;
        isBack = true;
        if (button.isConnected) this.tell(kind, "");
        return undo();
      };
      button.addEventListener("click", takeBack);
      undoBy(takeBack);
    }
    // The same words may be of something else that was done.
    this.tell(kind, "");
    this.tell(kind, words, button ? [button] : []);
    const notice = this.notices.get(kind);
    if (notice && !button) setTimeout(() => { if (this.notices.get(kind) === notice) this.tell(kind, ""); }, LIFE);
  }

  /** They stand at the head of the window instead of covering the field that has the hand. */
  makeWay() {
    const hand = document.activeElement;
    if (!this.foot.firstChild || !hand || hand === document.body || this.foot.contains(hand) || !this.covers(hand)) return;
    this.foot.classList.toggle("above");
    // A field may reach from head to foot.
    if (this.covers(hand)) this.foot.classList.toggle("above");
  }

  /** @param {Element} hand */
  covers(hand) {
    const field = hand.getBoundingClientRect();
    return Array.from(this.foot.children, (notice) => notice.getBoundingClientRect())
      .some((notice) => field.bottom > notice.top && field.top < notice.bottom && field.right > notice.left && field.left < notice.right);
  }

  /**
   * One sentence of each kind at a time.
   * @param {"saving" | "done" | "signs" | "draft"} kind @param {string} words nothing takes the sentence away @param {HTMLElement[]} [buttons]
   */
  tell(kind, words, buttons = []) {
    const there = this.notices.get(kind);
    if (there && there.firstChild && there.firstChild.textContent === words) return;
    if (there) {
      const place = there.contains(document.activeElement) && this.back();
      there.remove();
      if (place) place.focus();
    }
    this.notices.delete(kind);
    if (words === "") return;
    const close = element("button", { class: "btn btn-small btn-quiet", type: "button", "aria-label": "关闭这条提示" }, "✕");
    close.addEventListener("click", () => this.tell(kind, ""));
    const notice = element("div", { class: "notice notice-warn", role: kind === "saving" ? "alert" : "status" }, element("span", {}, words), ...buttons, close);
    this.notices.set(kind, notice);
    this.foot.append(notice);
    this.makeWay();
  }
}

/** Of the whole page: two feet would cover each other. */
export const notices = new Notices();
