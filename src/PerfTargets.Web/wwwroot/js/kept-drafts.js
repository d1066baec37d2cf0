// Kept text goes once a button has brought it to the server, and with the person who typed it.

import { find, forgetAll, here, settleSent, tell } from "./editor/drafts.js";

const signOut = document.getElementById("sign-out");

if (signOut) {
  const { person = "", saved } = signOut.dataset;
  if (saved) settleSent(person, saved.split(" "));
  /** Since 退出 was pressed. */
  let unloads = Infinity;
  signOut.addEventListener("submit", (event) => {
    // The editor may have something to save first.
    if (event.defaultPrevented) return;
    const kept = find(person).filter(({ key, isSeen, fields }) => key !== here.draft && !isSeen && fields.some(([, text]) => text));
    const places = Array.from(new Set(kept.map(({ fields }) => (fields.find(([name]) => name === "projectName") || ["", "审核意见"])[1] || "未填项目名称")));
    if (places.length > 0 && !confirm(`这台电脑上有您填写而没有确认已保存的内容：${places.join("；")}。退出后会删除。仍要退出吗？`)) {
      event.preventDefault();
      return;
    }
    unloads = 0;
  });
  // Asked by the browser, the person may have stayed, and leave otherwise.
  addEventListener("beforeunload", () => { unloads++; });
  addEventListener("pagehide", () => {
    if (unloads > 1) return;
    tell("signed-out", person);
    forgetAll(person);
  });
}
