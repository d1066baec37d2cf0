// What the editor kept of unsaved text goes once a button has brought it to the server, and with the person who typed it.

import { find, forgetAll, here, settleSent, tell } from "./editor/drafts.js";

const signOut = document.getElementById("sign-out");

if (signOut) {
  const saved = signOut.dataset.saved;
  if (saved) settleSent(signOut.dataset.person || "", saved.split(" "));
  signOut.addEventListener("submit", (event) => {
    // The editor may have something to save first.
    if (event.defaultPrevented) return;
    const person = signOut.dataset.person || "";
    const kept = find(person).filter(({ key, isSeen, fields }) => key !== here.draft && !isSeen && fields.some(([, text]) => text));
    const places = Array.from(new Set(kept.map(({ fields }) => (fields.find(([name]) => name === "projectName") || ["", "审核意见"])[1] || "未填项目名称")));
    if (places.length > 0 && !confirm(`这台电脑上有您填写而没有确认已保存的内容：${places.join("；")}。退出后会删除。仍要退出吗？`)) {
      event.preventDefault();
      return;
    }
    tell("signed-out", person);
    forgetAll(person);
  });
}
