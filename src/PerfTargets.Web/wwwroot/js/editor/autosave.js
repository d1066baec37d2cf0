// @ts-check
// 自动保存: one request in flight, some seconds after the last change, always against the version last known. What is said of it is the server's
// answer and nothing else. Until the server has a text it stands on the page and, where the person allows, in the browser's storage.

import { isComposing, whenComposed } from "./composition.js";
import { forget, keep } from "./drafts.js";
import { newId } from "./element.js";

const AFTER_TYPING = 3_000;
const KEPT_AFTER = 500;
const PATIENCE = 20_000;
const BACK_OFF = [3_000, 6_000, 12_000, 30_000, 60_000];

/**
 * @typedef {{ state: string, version?: number, shown?: string, time?: string, by?: string, count?: number,
 *   problems?: { anchor: string | null, sentence: string }[] }} Answer
 * @typedef {{ body: URLSearchParams, changes: number }} Request
 * @typedef {"saved" | "typed" | "saving" | "lost" | "signed-out" | "other-person" | "conflict" | "moved-on" | "refused" | "gone"} State
 */

export class Autosave {
  /**
   * @param {HTMLFormElement} form
   * @param {{ show: (state: State, answer?: Answer) => void, saved: () => void, merged: (body: URLSearchParams) => Promise<void> }} page
   *   merged: the page is to fetch what the server now has, and to keep what was typed since this body.
   */
  constructor(form, page) {
    this.form = form;
    this.page = page;
    /** Grows with every change; what the server has is one of its values. */
    this.changes = 0;
    this.stored = 0;
    /** @type {Request | null} */
    this.inFlight = null;
    /** A request of which no answer came: it may have been carried out, so the very same is sent again. @type {Request | null} */
    this.unanswered = null;
    this.failures = 0;
    /** Waits for the person: a conflict, another user, a form in other hands. */
    this.stopped = false;
    this.timer = 0;
    this.keeping = 0;
    window.addEventListener("online", () => this.retry());
    window.addEventListener("focus", () => this.retry());
  }

  get isUnsaved() { return this.changes !== this.stored; }

  /** A button named action stands before the property of that name. */
  get address() { return this.form.getAttribute("action") || ""; }

  get draftKey() { return this.form.dataset.draft || ""; }

  changed() {
    this.changes++;
    if (!this.inFlight && !this.stopped && this.failures === 0) this.page.show("typed");
    clearTimeout(this.keeping);
    this.keeping = window.setTimeout(() => this.keepDraft(), KEPT_AFTER);
    if (this.failures === 0) this.schedule(AFTER_TYPING);
  }

  keepDraft() {
    if (this.draftKey && this.isUnsaved) keep(this.draftKey, { at: new Date().toISOString(), fields: entries(this.form) });
  }

  /** @param {number} delay */
  schedule(delay) {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = window.setTimeout(() => this.save(), delay);
  }

  /** The network is back, or the person: no reason to wait any longer. */
  retry() {
    if (this.failures > 0 && !this.inFlight) this.schedule(0);
  }

  /** @returns {Promise<void>} */
  async save() {
    if (this.inFlight || this.stopped || !this.isUnsaved) return;
    // Half a word of an input method is no text yet.
    if (isComposing()) return whenComposed(() => this.schedule(AFTER_TYPING));
    clearTimeout(this.timer);
    const request = this.unanswered || { body: this.body(), changes: this.changes };
    this.inFlight = request;
    if (this.failures === 0) this.page.show("saving");
    const outcome = await this.send(request.body);
    this.inFlight = null;
    await this.take(request, outcome);
    this.settled.splice(0).forEach((resolve) => resolve());
  }

  /** @type {(() => void)[]} */
  settled = [];

  /** Ends when nothing is in flight. */
  settle() {
    return this.inFlight ? new Promise((resolve) => { this.settled.push(() => resolve(undefined)); }) : Promise.resolve();
  }

  body() {
    const body = new URLSearchParams(entries(this.form).concat([["operation", newId()], ["action", "autosave"]]));
    body.set("__RequestVerificationToken", this.token.value);
    return body;
  }

  get token() { return /** @type {HTMLInputElement} */ (this.form.elements.namedItem("__RequestVerificationToken")); }

  /** @param {URLSearchParams} body @returns {Promise<{ status: number, answer: Answer | null }>} status 0 when there was no answer */
  async send(body) {
    const patience = new AbortController();
    const limit = setTimeout(() => patience.abort(), PATIENCE);
    try {
      const response = await fetch(this.address, { method: "POST", body, signal: patience.signal, credentials: "same-origin", redirect: "manual" });
      const isAnswer = (response.headers.get("content-type") || "").startsWith("application/json");
      return { status: response.status, answer: isAnswer ? await response.json() : null };
    } catch (_) {
      return { status: 0, answer: null };
    } finally {
      clearTimeout(limit);
    }
  }

  /** @param {Request} request @param {{ status: number, answer: Answer | null }} outcome */
  async take(request, { status, answer }) {
    this.unanswered = null;
    switch (answer ? answer.state : "") {
      case "saved":
        this.set("version", String(answer && answer.version));
        this.set("shown", (answer && answer.shown) || "");
        this.done(request, answer);
        this.page.saved();
        return;
      case "merged":
        this.set("shown", (answer && answer.shown) || "");
        await this.page.merged(request.body);
        this.done(request, answer);
        return;
      case "conflict":
      case "moved-on":
        this.stop(/** @type {State} */ (answer && answer.state), answer);
        return;
      case "again":
        this.schedule(AFTER_TYPING);
        return;
      case "refused":
        // Until the person has changed something, the same would be refused again.
        this.page.show("refused", answer || undefined);
        if (this.changes !== request.changes) this.schedule(AFTER_TYPING);
        return;
    }
    if (status === 404) {
      this.stop("gone");
    } else if (status === 401) {
      this.failed("signed-out");
    } else if (status === 400) {
      await this.renewToken();
    } else {
      // 5xx and silence: it may have been carried out.
      if (!answer) this.unanswered = request;
      this.failed("lost");
    }
  }

  /** @param {Request} request @param {Answer | null} answer */
  done(request, answer) {
    this.failures = 0;
    this.stored = request.changes;
    if (this.isUnsaved) {
      this.page.show("typed");
      this.schedule(AFTER_TYPING);
    } else {
      this.forgetDraft();
      this.page.show("saved", answer || undefined);
    }
  }

  /** The token on the page is of an earlier session: the page as it is served now brings one, if the same person is signed in. */
  async renewToken() {
    try {
      const response = await fetch(this.address, { credentials: "same-origin" });
      const now = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("edit");
      if (!now) return this.failed("signed-out");
      if (now.dataset.person !== this.form.dataset.person) return this.failed("other-person");
      const token = /** @type {HTMLInputElement | null} */ (now.querySelector('input[name="__RequestVerificationToken"]'));
      if (!token || token.value === this.token.value) return this.failed("lost");
      this.token.value = token.value;
      this.schedule(0);
    } catch (_) {
      this.failed("lost");
    }
  }

  /** @param {State} state */
  failed(state) {
    const wait = BACK_OFF[Math.min(this.failures, BACK_OFF.length - 1)];
    this.failures++;
    this.keepDraft();
    this.page.show(state);
    this.schedule(wait);
  }

  /** @param {State} state @param {Answer | null} [answer] */
  stop(state, answer) {
    this.stopped = true;
    this.keepDraft();
    this.page.show(state, answer || undefined);
  }

  /** What is on the page goes out with a button now: a new page comes, or an error page that keeps it all. */
  leave() {
    clearTimeout(this.timer);
    this.stopped = true;
    this.keepDraft();
  }

  forgetDraft() {
    clearTimeout(this.keeping);
    if (this.draftKey) forget(this.draftKey);
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name)).value = value;
  }
}

/** All that the form would post, but for what is only of this one post. @param {HTMLFormElement} form @returns {[string, string][]} */
export function entries(form) {
  return /** @type {[string, string][]} */ (Array.from(new FormData(form), ([name, value]) => [name, String(value)])
    .filter(([name]) => name !== "operation" && name !== "action" && name !== "__RequestVerificationToken"));
}
