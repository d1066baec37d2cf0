// The editor's page: puts the parts together. Everything works without it, by the buttons.

import { Autosave } from "./editor/autosave.js";
import { whenComposed } from "./editor/composition.js";
import { attachCounter } from "./editor/counter.js";
import { offerDrafts } from "./editor/draft-offer.js";
import { here, markSeen, markSent, operationOf, sent } from "./editor/drafts.js";
import { attachGoing } from "./editor/going.js";
import { grow } from "./editor/grow.js";
import { attachKeys } from "./editor/keys.js";
import { attachLeaving, comeBack } from "./editor/leaving.js";
import { attachLibrary } from "./editor/library.js";
import { attachNotApplicable } from "./editor/not-applicable.js";
import { notices } from "./editor/notices.js";
import { attachPaste } from "./editor/paste.js";
import { refreshFindings, takeMerged } from "./editor/refresh.js";
import { SaveState } from "./editor/save-state.js";
import { attachSigns } from "./editor/signs.js";
import { attachSums } from "./editor/sums.js";
import { attachUndo } from "./editor/undo.js";
import { attachChoice } from "./leaving.js";

const REFRESH_AFTER = 1_000;

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("edit"));

/** @param {HTMLFormElement} form */
function attach(form) {
  const state = new SaveState(form);
  let refreshing = 0;
  const autosave = new Autosave(form, {
    show: (now, answer) => state.show(now, answer),
    saved: () => {
      clearTimeout(refreshing);
      refreshing = window.setTimeout(() => { if (!autosave.isUnsaved) refreshFindings(() => !autosave.isUnsaved); }, REFRESH_AFTER);
    },
    merged: async (posted) => {
      const taken = await takeMerged(posted);
      if (taken.sheet) {
        showSums();
        renewLibrary();
      }
      if (taken.isReturned) notices.say("这份目标表刚才被退回修改，退回意见已显示在旁边。您填写的内容没有丢失。");
      return taken.sheet;
    },
  });
  if (document.getElementById("problems")) {
    // What the server refused stands on the page and nowhere else.
    autosave.changes++;
    autosave.draft = sent();
  }
  markSent("", "");

  attachKeys(form, () => {
    // What saving by itself has given up is the button's.
    if (autosave.pace.stopped) /** @type {HTMLElement} */ (document.querySelector('[value="save"]')).click();
    else autosave.saveNow();
  });
  attachGoing(form);
  attachNotApplicable(form);
  attachUndo(form);
  const showSums = attachSums(form);
  attachCounter(form);
  const renewLibrary = attachLibrary(form);
  attachPaste(form, { say: (words, undo) => notices.say(words, undo) });
  attachSigns(form, { tell: (words, undo) => notices.say(words, undo, "signs") });

  const changed = () => autosave.changed();
  // Fields of the form stand beside it too: 填写说明 in the list of findings.
  document.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field !== /** @type {unknown} */ (form) && field.form !== form) return;
    if (field instanceof HTMLTextAreaElement) grow(field);
    const cell = field.closest("td");
    // What was found there was found in another text.
    if (cell && (cell.classList.contains("bad") || cell.classList.contains("warn"))) cell.classList.add("edited");
    whenComposed(changed);
  });

  attachLeaving(form, autosave);
  offerDrafts(form, autosave);
  comeBack(autosave.isUnsaved);
}

if (form) attach(form);
const choice = attachChoice();
// What was sent goes on with the choice.
if (choice) markSent(here.draft = sent(), operationOf(choice));
if (document.getElementById("moved-on")) markSeen(sent());
