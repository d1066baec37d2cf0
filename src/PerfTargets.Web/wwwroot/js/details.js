// @ts-check
// Text that could not be saved before its form went into other hands is still in this browser: it can be looked at and copied, or thrown away.

import { offerOne, send } from "./editor/draft-offer.js";
import { Notices } from "./editor/notices.js";
import { isThere, TOKEN } from "./editor/post.js";

const [place, signOut] = [document.querySelector("[data-draft]"), document.getElementById("sign-out")];

/** @param {string} owner @param {HTMLInputElement} token */
function offerToLook(owner, token) {
  const notices = new Notices();
  offerOne(owner, notices, {
    choose: (drafts) => drafts.filter((one) => !one.isSeen),
    say: () => "这份目标表现在不能修改，可以查看后复制。",
    take: "查看",
    act: async (draft) => {
      if (await isThere()) send(`${location.pathname}/edit`, token.value, draft, "look");
      else notices.tell("saving", "现在连不上服务器，请过一会儿再按“查看”。没有保存的内容仍在这台电脑上。");
    },
  });
}

const token = /** @type {HTMLInputElement | null} */ (signOut && signOut.querySelector(`input[name="${TOKEN}"]`));
if (place && token) offerToLook(place.getAttribute("data-draft") || "", token);
