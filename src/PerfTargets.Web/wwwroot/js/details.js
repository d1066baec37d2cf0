// Text that could not be saved before its form went into other hands can be looked at and copied, or thrown away. A reviewer's opinion is kept until
// the server has it.

import { offerOne, send } from "./editor/draft-offer.js";
import { find, hear, here, keep, markSent, operationOf } from "./editor/drafts.js";
import { notices } from "./editor/notices.js";
import { isThere, TOKEN } from "./editor/post.js";

/** @param {string} owner @param {HTMLInputElement} token */
function offerToLook(owner, token) {
  offerOne(owner, {
    choose: (drafts) => drafts.filter((one) => !one.isSeen),
    say: () => "这份目标表现在不能修改，可以查看后复制。",
    take: "查看",
    act: async (draft) => {
      if (await isThere()) send(`${location.pathname}/edit`, token.value, draft, "look");
      else notices.tell("saving", "现在连不上服务器，请过一会儿再按“查看”。没有保存的内容仍在这台电脑上。");
    },
  });
}

/** @param {HTMLFormElement} form @param {string} owner */
function keepOpinion(form, owner) {
  const [opinion, key] = [/** @type {HTMLTextAreaElement} */ (document.getElementById("opinion")), `${owner}:`];
  const [draft] = find(owner);
  const typed = () => {
    here.draft = key;
    keep(key, { at: "", fields: [["", opinion.value]] });
  };
  // What the server brings back is newer than what is kept.
  if (form.dataset.unsaved) typed();
  else if (draft && draft.fields[0][1] !== opinion.value) {
    opinion.value = draft.fields[0][1];
    if (opinion.value) notices.tell("done", "意见栏里是您填写而没有提交的审核意见。");
  }
  opinion.addEventListener("input", typed);
  form.addEventListener("submit", () => markSent(key, operationOf(form)));
  hear("signed-out", () => opinion.removeEventListener("input", typed));
}

const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-draft]"));
const token = /** @type {HTMLInputElement | null} */ (document.querySelector(`#sign-out input[name="${TOKEN}"]`));
if (place && token) offerToLook(place.dataset.draft || "", token);
const review = /** @type {HTMLFormElement | null} */ (document.getElementById("review"));
if (review && review.dataset.keeps) keepOpinion(review, review.dataset.keeps);
