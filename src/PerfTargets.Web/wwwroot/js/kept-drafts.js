// What the editor kept of unsaved text goes once a button has brought it to the server, and with the person who typed it.

import { find, forgetAll, settleSent, tell } from "./editor/drafts.js";

const signOut = document.getElementById("sign-out");

if (signOut) {
  const saved = signOut.dataset.saved;
  if (saved) settleSent(signOut.dataset.person || "", saved.split(" "));
  signOut.addEventListener("submit", (event) => {
    // The editor may have something to save first.
    if (event.defaultPrevented) return;
    const person = signOut.dataset.person || "";
    const places = find(person).filter(({ isSeen, fields }) => !isSeen && fields.some(([, text]) => text))
      .map(({ fields }) => (fields.find(([name]) => name === "projectName") || ["", "审核意见"])[1]);
    if (places.length > 0 && !confirm(`您在“${places.join("”“")}”中填写的内容还没有保存，退出后会从这台电脑上删除。仍要退出吗？`)) return event.preventDefault();
    tell("signed-out", person);
    forgetAll(person);
  });
}
