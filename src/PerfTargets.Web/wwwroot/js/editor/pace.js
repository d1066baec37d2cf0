// When to save: soon after the last change, at latest some time after the first; after a failure ever later.

const AFTER_TYPING = 3_000;
const AT_LATEST = 20_000;
const BACK_OFF = [3_000, 6_000, 12_000, 30_000, 60_000];

export class Pace {
  /** @param {() => void} save */
  constructor(save) {
    this.save = save;
    this.failures = 0;
    this.stopped = false;
    this.held = 0;
    this.timer = 0;
    /** When the first change was made that no request has in it. */
    this.since = Infinity;
  }

  changed() {
    this.since = Math.min(this.since, performance.now());
    if (this.failures === 0) this.soon();
  }

  /** A request has all that stands on the page in it. */
  taken() {
    this.since = Infinity;
  }

  soon() {
    this.after(Math.min(AFTER_TYPING, this.since + AT_LATEST - performance.now()));
  }

  failed() {
    this.after(BACK_OFF[Math.min(this.failures, BACK_OFF.length - 1)]);
    this.failures++;
  }

  /** @param {number} delay */
  after(delay) {
    this.rest();
    if (!this.stopped && !this.held) this.timer = window.setTimeout(this.save, delay);
  }

  rest() {
    clearTimeout(this.timer);
  }

  /** A button is to take all that stands on the page. @param {boolean} isHeld */
  hold(isHeld) {
    this.held += isHeld ? 1 : -1;
    this.soon();
  }

  /** Waits for the person: a conflict, another user, a form in other hands. */
  stop() {
    this.stopped = true;
  }
}
