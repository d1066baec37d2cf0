// 自动保存: one request in flight, always against the version last known; what is said of it is the server's answer and nothing else.

import { isComposing, whenComposed } from "./composition.js";
import { draftKey, forget, here, keep } from "./drafts.js";
import { newId } from "./element.js";
import { Pace } from "./pace.js";
import { entries, freshToken, isThere, send, TOKEN } from "./post.js";

const KEPT_AFTER = 500;
const SLOW_AFTER = 5_000;

/**
 * @typedef {{ state: string, version?: number, shown?: string, time?: string, by?: string, count?: number, sentence?: string,
 *   problems?: { anchor: string | null, sentence: string }[] }} Answer
 * @typedef {{ body: URLSearchParams, changes: number }} Request
 * @typedef {"saved" | "typed" | "saving" | "lost" | "signed-out" | "other-person" | "conflict" | "moved-on" | "refused" | "gone" | "waiting" | "away" | "stayed"} State
 */

export class Autosave {
  /**
   * @param {HTMLFormElement} form
   * @param {{ show: (state: State, answer?: Answer) => void, saved: () => void, merged: (body: URLSearchParams) => Promise<boolean> }} page
   *   merged: the page is to fetch what the server now has, and to keep what was typed since this body. False when that could not be.
   */
  constructor(form, page) {
    this.form = form;
    this.page = page;
    /** Grows with every change; what the server has is one of its values. */
    this.changes = 0;
    this.stored = 0;
    /** @type {Promise<void> | null} */
    this.inFlight = null;
    /** A request of which no answer came: it may have been carried out, so the very same is sent again. @type {Request | null} */
    this.unanswered = null;
    this.pace = new Pace(() => this.save());
    /** The token on the page is new, and has not been tried yet. */
    this.isRenewed = false;
    /** Nothing is to stay in the browser, unless the person stays. */
    this.isSigningOut = false;
    /** The person has signed out in another window, and until the server answers here, nobody knows who this is. */
    this.isSignedOut = false;
    this.id = newId();
    this.keeping = 0;
    window.addEventListener("online", () => this.retry());
    window.addEventListener("focus", () => this.retry());
  }

  /** Where the browser keeps what is not saved. */
  get draft() { return here.draft; }

  set draft(key) { here.draft = key; }

  get isUnsaved() { return this.changes !== this.stored; }

  /** A button named action stands before the property of that name. */
  get address() { return this.form.getAttribute("action") || ""; }

  /** Whose texts these are, as the browser keeps them. */
  get owner() { return this.form.dataset.draft || ""; }

  get person() { return this.field("person").value; }

  changed() {
    this.changes++;
    this.isSigningOut = false;
    if (!this.inFlight && !this.pace.stopped && !this.pace.held && this.pace.failures === 0) this.page.show("typed");
    clearTimeout(this.keeping);
    this.keeping = window.setTimeout(() => this.keepDraft(), KEPT_AFTER);
    this.pace.changed();
  }

  keepDraft() {
    if (this.form.dataset.keeps !== "true" || this.isSigningOut || this.isSignedOut || !this.isUnsaved) return;
    const key = draftKey(this.owner, this.field("version").value, this.id);
    if (key !== this.draft) this.forgetDraft();
    this.draft = key;
    keep(key, { at: new Date().toISOString(), fields: entries(this.form) });
  }

  forgetDraft() {
    clearTimeout(this.keeping);
    if (this.draft) forget(this.draft);
    this.draft = "";
  }

  signedOut() {
    this.isSignedOut = true;
    this.forgetDraft();
  }

  /** The network is back, or the person: no reason to wait any longer. */
  retry() {
    if (this.pace.failures > 0 && !this.inFlight) this.pace.after(0);
  }

  /** @returns {Promise<void>} */
  async save() {
    if (this.inFlight || this.pace.stopped || !this.isUnsaved) return;
    if (isComposing()) return whenComposed(() => this.pace.soon());
    this.pace.rest();
    const request = this.unanswered || this.request();
    if (this.pace.failures === 0) this.page.show("saving");
    request.body.set(TOKEN, this.field(TOKEN).value);
    this.inFlight = send(this.address, request.body).then((outcome) => this.take(request, outcome)).finally(() => { this.inFlight = null; });
    await this.inFlight;
  }

  /** Ends when nothing is in flight. */
  settle() { return Promise.resolve(this.inFlight).catch(() => {}); }

  /** What can be saved now is saved, without waiting for more to be typed. */
  async saveNow() {
    await this.settle();
    this.pace.failures = 0;
    await this.save();
  }

  /** Whether a button's post would be answered: it takes the page away, and where no server is, the browser shows an error of its own. */
  async reaches() {
    // What is typed meanwhile goes out with the button.
    this.pace.hold(true);
    try {
      await this.waited(this.settle());
      this.pace.failures = 0;
      // If it was carried out, the button's post would be met by this person's own text.
      if (this.unanswered) await this.waited(this.save());
      // Its token was old.
      if (this.isRenewed) await this.waited(this.save());
      if (await this.waited(isThere())) return true;
    } finally {
      this.pace.hold(false);
    }
    if (this.pace.stopped) this.page.show("away");
    else this.failed("lost");
    return false;
  }

  /** Is spoken of where it takes long. @template T @param {Promise<T>} answer */
  async waited(answer) {
    const slow = window.setTimeout(() => this.page.show("waiting"), SLOW_AFTER);
    try {
      return await answer;
    } finally {
      clearTimeout(slow);
    }
  }

  /** All that stands on the page. @returns {Request} */
  request() {
    this.pace.taken();
    return { body: new URLSearchParams(entries(this.form).concat([["operation", newId()], ["action", "autosave"]])), changes: this.changes };
  }

  /** @param {string} name */
  field(name) { return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name)); }

  /** @param {Request} request @param {{ status: number, answer: Answer | null }} outcome */
  async take(request, { status, answer }) {
    // What was refused for the session's sake may have been carried out in an earlier one.
    if (answer || ![400, 401, 403].includes(status)) this.unanswered = null;
    if (answer) {
      this.pace.failures = 0;
      this.isSignedOut = false;
    }
    switch (answer ? answer.state : "") {
      case "saved":
        this.field("version").value = String(answer && answer.version);
        this.field("shown").value = (answer && answer.shown) || "";
        this.done(request, answer);
        this.page.saved();
        return;
      case "merged":
        this.field("shown").value = (answer && answer.shown) || "";
        if (await this.page.merged(request.body)) {
          this.done(request, answer);
        } else {
          // The sheet is not what the server has: the same post again leads here again.
          this.unanswered = request;
          this.failed("lost");
        }
        return;
      case "conflict":
      case "moved-on":
        this.stop(/** @type {State} */ (answer && answer.state), answer);
        return;
      case "again":
        this.pace.soon();
        return;
      case "refused":
        // Until the person has changed something, the same would be refused again.
        this.page.show("refused", answer || undefined);
        if (this.changes !== request.changes) this.pace.soon();
        return;
    }
    if (status === 404) {
      this.stop("gone");
    } else if (status === 401 || status === 403) {
      this.failed("signed-out");
    } else if (status === 400) {
      await this.renewToken();
    } else {
      // After an error of the server, or silence, it may have been carried out.
      if (status === 0 || status >= 500) this.unanswered = request;
      this.failed("lost");
    }
  }

  /** @param {Request} request @param {Answer | null} answer */
  done(request, answer) {
    this.pace.failures = 0;
    this.isRenewed = false;
    this.stored = request.changes;
    this.page.show("saved", answer || undefined);
    if (this.isUnsaved) {
      this.keepDraft();
      this.page.show("typed");
      this.pace.soon();
    } else {
      this.forgetDraft();
    }
  }

  /** Of an earlier session: the page as it is served now brings another, if the same person is signed in. */
  async renewToken() {
    if (this.isRenewed) {
      // It was not the token.
      this.isRenewed = false;
      return this.failed("lost");
    }
    const { token, state } = await freshToken(this.address, this.person);
    if (state) return this.failed(state);
    this.isRenewed = true;
    this.field(TOKEN).value = token;
    this.pace.after(0);
  }

  /** @param {State} state */
  failed(state) {
    this.pace.failed();
    this.keepDraft();
    this.page.show(state);
  }

  /** @param {State} state @param {Answer | null} [answer] */
  stop(state, answer) {
    this.pace.stop();
    this.keepDraft();
    this.page.show(state, answer || undefined);
  }

  /**
   * What is on the page goes out with a button now: a new page comes, or an error page that keeps it all. Returns what is on its way, the key of its
   * draft with it; what is typed from now on is another.
   */
  leave() {
    this.pace.rest();
    this.keepDraft();
    const left = { draft: this.draft, id: this.id, stored: this.stored, request: this.request() };
    clearTimeout(this.keeping);
    [this.draft, this.id, this.stored] = ["", newId(), this.changes];
    return left;
  }

  /** No new page has come: draft and text are this page's again. @param {ReturnType<Autosave["leave"]>} left */
  stay({ draft, id, stored, request }) {
    this.forgetDraft();
    [this.draft, this.id, this.stored] = [draft, id, stored];
    if (!this.isUnsaved) return;
    // The button's post may have been carried out, and what is typed next would be met by this person's own text.
    this.unanswered = this.unanswered || request;
    this.keepDraft();
    this.pace.soon();
  }
}
