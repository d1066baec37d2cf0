// Fields as tall as their texts, in browsers that do not size them by their content.

const isNeeded = !CSS.supports("field-sizing", "content");
/** @type {Set<HTMLTextAreaElement>} */
const waiting = new Set();

/** Many are measured together, so that the page is laid out once. @param {HTMLTextAreaElement} area */
export function grow(area) {
  if (!isNeeded) return;
  if (waiting.size === 0) requestAnimationFrame(growAll);
  waiting.add(area);
}

function growAll() {
  const tall = Array.from(waiting).filter((area) => area.scrollHeight > area.clientHeight).map((area) => ({ area, height: area.scrollHeight }));
  waiting.clear();
  for (const { area, height } of tall) area.style.height = height + "px";
}
