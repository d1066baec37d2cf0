// @ts-check
// What the editor kept of unsaved text goes once a button has brought it to the server, and with the person who typed it.

import { forgetAll, settleSent, tell } from "./editor/drafts.js";

const signOut = document.getElementById("sign-out");

if (signOut) {
  const saved = signOut.dataset.saved;
  if (saved) settleSent(signOut.dataset.person || "", saved.split(" "));
  signOut.addEventListener("submit", (event) => {
    // The editor may have something to save first.
    if (event.defaultPrevented) return;
    const person = signOut.dataset.person || "";
    tell("signed-out", person);
    forgetAll(person);
  });
}
