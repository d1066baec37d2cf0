// @ts-check
// What the editor kept of unsaved text goes once a button has brought it to the server, and with the person who typed it.

import { forgetAll, settleSent } from "./editor/drafts.js";

settleSent(!document.getElementById("problems") && !document.querySelector('input[name="KeptPost"]'));

const signOut = document.getElementById("sign-out");
if (signOut) signOut.addEventListener("submit", forgetAll);
