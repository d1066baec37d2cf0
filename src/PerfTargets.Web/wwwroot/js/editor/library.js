// 指标库 beside a group: found by a word or the first letters of its pinyin, put into a row with one key. Without it a page does the same.

import { isComposingKey, whenComposed } from "./composition.js";
import { element, fill } from "./element.js";
import { wayBack } from "./hand.js";
import { add, cellOf, fieldOf, groupOf, isBlank, keyOf, remove, rowOf, rowsOf } from "./rows.js";
import { undoBy } from "./undo.js";

const PATIENCE = 150;

/** @typedef {{ name: string, value: string, whose: string, explanation: string }} Hit */
/** @typedef {{ group: string, label: string, count: number }} Elsewhere what the same words would find for another group */

/** @param {HTMLFormElement} form @returns {() => void} to be called when another sheet has come in the place of this one */
export function attachLibrary(form) {
  const address = String(form.getAttribute("action"));
  // No field of the form: it is neither posted nor counted as something typed.
  const input = element("input", {
    form: "", role: "combobox", autocomplete: "off", "aria-label": "指标名称或拼音首字母，如 pxrs",
    "aria-autocomplete": "list", "aria-expanded": "true", "aria-controls": "library-list",
  });
  const list = element("ul", { id: "library-list", role: "listbox", "aria-label": "指标" });
  const state = element("p", { role: "status" });
  const others = element("p", { class: "elsewhere" });
  const keys = element("p");
  const panel = element("div", { class: "library", role: "dialog" }, input, list, state, others, keys);
  /** @type {Hit[]} */
  let hits = [];
  let chosen = -1;
  let asked = 0;
  let isSearching = false;
  let isWanted = false;
  let gap = "";
  /** Where the panel is open. */
  let group = "";
  let timer = 0;
  /** From where it was opened. @type {() => HTMLElement | null} */
  let opener = () => null;

  function describe() {
    for (const button of buttons()) {
      button.title = "快捷键 Alt+K";
      button.setAttribute("aria-keyshortcuts", "Alt+K");
      button.setAttribute("aria-haspopup", "dialog");
    }
  }

  /** @returns {HTMLButtonElement[]} */
  function buttons() {
    return Array.from(form.querySelectorAll('button[name="action"][value^="library:"]'));
  }

  /** @param {string} key of a group */
  const buttonOf = (key) => buttons().find((one) => one.value === "library:" + key);

  /** The words for where is searched. */
  const label = () => cellOf(group).dataset.label;

  /** @param {string} groupKey @param {HTMLElement} from @param {string} [text] to be searched for */
  function open(groupKey, from, text = "") {
    const button = buttonOf(groupKey);
    if (!button) return;
    [group, opener] = [groupKey, wayBack(from)];
    panel.setAttribute("aria-label", String(button.getAttribute("aria-label")));
    button.insertAdjacentElement("afterend", panel);
    keys.textContent = `在“${label()}”中查找：输入名称或拼音首字母（如 pxrs），↑↓ 选择，Enter 加入，Esc 关闭`;
    input.value = text;
    show([], "");
    input.focus();
    search();
  }

  /** @param {HTMLElement | null} to Where the hand goes. */
  function close(to) {
    clearTimeout(timer);
    asked++;
    isSearching = isWanted = false;
    group = "";
    panel.remove();
    if (to) to.focus();
  }

  function search() {
    const number = ++asked;
    isSearching = true;
    const query = new URLSearchParams({ q: input.value, group, form: address.split("/")[2] });
    fetch("/library/search?" + query, { headers: { Accept: "application/json" }, credentials: "same-origin" })
      .then((answer) => (answer.ok && !answer.redirected ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then((found) => {
        if (number !== asked) return;
        gap = found.gap;
        show(found.hits, found.hits.length === 0 ? `“${label()}”中没有找到，请换一个词，或者按 Esc 关闭后自己填写。` : "", found.elsewhere);
      })
      .catch(() => {
        if (number === asked) show([], "没有取到指标库的内容，请稍后再试；填写的文字都还在。");
      });
  }

  /** @param {Hit[]} found @param {string} words @param {Elsewhere[]} [elsewhere] */
  function show(found, words, elsewhere = []) {
    hits = found;
    isSearching = false;
    state.textContent = words;
    list.textContent = "";
    list.hidden = found.length === 0;
    list.append(...found.map((hit, index) => element("li", { id: "library-" + index, role: "option" },
      element("b", {}, hit.name), element("span", {}, hit.value), element("small", {}, hit.whose + "　" + hit.explanation))));
    others.textContent = elsewhere.length === 0 ? "" : `其他指标类型中还有 ${elsewhere.reduce((sum, other) => sum + other.count, 0)} 条：`;
    others.append(...elsewhere.map((other) => {
      const button = element("button", { class: "add", type: "button" }, `${other.label} ${other.count} 条`);
      button.addEventListener("click", () => open(other.group, opener() || button, input.value));
      return button;
    }));
    choose(found.length > 0 ? 0 : -1);
    panel.scrollIntoView({ block: "nearest" });
    // Enter was quicker than the answer.
    if (isWanted && found.length > 0) insert(found[0]);
    isWanted = false;
  }

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    Array.from(list.children).forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", "library-" + index);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  }

  /** Into a blank row of the group, that from which the panel was opened before others; else into a new one. @param {Hit} hit */
  function insert(hit) {
    const [blanks, from, here] = [rowsOf(group).filter(isBlank), opener(), group];
    const row = blanks.find((tr) => from instanceof HTMLTextAreaElement && tr.contains(from)) || blanks[0];
    close(null);
    if (row) put(row, hit);
    const given = row || add(here, { name: hit.name, value: hit.value });
    const [key, value] = [keyOf(given), fieldOf(given, "value")];
    value.focus();
    undoBy(() => {
      const tr = rowOf(key);
      if (!tr || fieldOf(tr, "name").value !== hit.name || fieldOf(tr, "value").value !== hit.value) return false;
      put(tr, { name: "", value: "" });
      if (!row) remove(tr);
      return true;
    });
    const start = hit.value.indexOf(gap);
    if (gap && start >= 0) value.setSelectionRange(start, start + gap.length);
  }

  /** @param {Element} tr @param {{ name: string, value: string }} texts */
  function put(tr, { name, value }) {
    fill(fieldOf(tr, "name"), name);
    fill(fieldOf(tr, "value"), value);
  }

  form.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest('button[name="action"][value^="library:"]');
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (group === button.value.slice("library:".length)) close(button);
    else open(button.value.slice("library:".length), button);
  });

  form.addEventListener("keydown", (event) => {
    if (isComposingKey(event) || event.code !== "KeyK" || event.shiftKey || event.metaKey || event.altKey === event.ctrlKey) return;
    const from = /** @type {HTMLElement} */ (event.target);
    const key = panel.contains(from) ? "" : groupOf(from);
    if (!key) return;
    event.preventDefault();
    open(key, from);
  });

  panel.addEventListener("keydown", (event) => {
    if (isComposingKey(event)) return;
    // What is pressed here is no business of the rows.
    event.stopPropagation();
    if (event.key === "Escape") close(opener());
    else if (event.target !== input) return;
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (hits.length > 0) choose((chosen + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter") {
      if (isSearching) isWanted = true;
      else if (chosen >= 0) insert(hits[chosen]);
    } else return;
    event.preventDefault();
  });

  function searchSoon() {
    clearTimeout(timer);
    // An answer that is still under way is one to what stood there before.
    asked++;
    [isSearching, isWanted] = [true, false];
    timer = setTimeout(search, PATIENCE);
  }

  input.addEventListener("input", () => whenComposed(searchSoon));

  // The hand stays in the field while a mouse presses an entry.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = /** @type {Element} */ (event.target).closest("li");
    if (option) insert(hits[Array.from(list.children).indexOf(option)]);
  });
  panel.addEventListener("focusout", (event) => {
    const to = /** @type {FocusEvent} */ (event).relatedTarget;
    if (panel.isConnected && to instanceof Node && !panel.contains(to)) close(null);
  });

  describe();
  return () => {
    describe();
    const button = group && buttonOf(group);
    if (!button) return;
    const [start, end] = [input.selectionStart, input.selectionEnd];
    button.after(panel);
    input.focus({ preventScroll: true });
    input.setSelectionRange(start, end);
  };
}
