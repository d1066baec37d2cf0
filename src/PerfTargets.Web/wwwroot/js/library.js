// @ts-check
// 指标库 beside a group of the editor: found by a word or the first letters of its pinyin, put into a row with one key. Without it, the same
// button leads to a page that does the same.

const PATIENCE = 150;

/**
 * @typedef {{ name: string, value: string, whose: string, explanation: string }} Hit
 * @typedef {{ name: HTMLTextAreaElement, value: HTMLTextAreaElement }} RowFields
 */

/**
 * @param {HTMLFormElement} form
 * @param {{ addRow: (groupKey: string, row: { name: string, value: string }) => HTMLTextAreaElement }} rows addRow returns the new row's name field.
 */
export function attachLibrary(form, { addRow }) {
  const address = String(form.getAttribute("action"));
  const panel = document.createElement("div");
  const input = document.createElement("input");
  const list = document.createElement("ul");
  const state = document.createElement("p");
  const keys = document.createElement("p");
  /** @type {Hit[]} */
  let hits = [];
  let chosen = -1;
  let asked = 0;
  let isSearching = false;
  let isWanted = false;
  let gap = "";
  let group = "";
  let timer = 0;
  /** @type {HTMLElement | null} */
  let opener = null;

  panel.className = "library";
  panel.setAttribute("role", "dialog");
  // No field of the form: it is neither posted nor counted as something typed.
  input.setAttribute("form", "");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-label", "指标名称或拼音首字母，如 pxrs");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "true");
  input.setAttribute("aria-controls", "library-list");
  input.autocomplete = "off";
  list.id = "library-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "指标");
  state.setAttribute("role", "status");
  keys.textContent = "输入名称或拼音首字母（如 pxrs），↑↓ 选择，Enter 加入，Esc 关闭";
  panel.append(input, list, state, keys);

  for (const button of buttons()) {
    button.title = "快捷键 Alt+K";
    button.setAttribute("aria-keyshortcuts", "Alt+K");
    button.setAttribute("aria-haspopup", "dialog");
  }

  /** @returns {HTMLButtonElement[]} */
  function buttons() {
    return Array.from(form.querySelectorAll('button[name="action"][value^="library:"]'));
  }

  /** An input method's keys are its own. @param {KeyboardEvent} event */
  function isComposing(event) {
    return event.isComposing || event.keyCode === 229;
  }

  /** The group of what stands in its cells or rows. @param {Element} inside */
  function groupOf(inside) {
    const entry = /** @type {HTMLInputElement | null} */ (inside.closest("tr") && inside.closest("tr")?.querySelector('input[name="row"]'));
    return entry && inside.closest("td") ? entry.value.split(":")[0] : "";
  }

  /** The rows of the group in which nothing stands. @returns {RowFields[]} */
  function blankRows() {
    const entries = /** @type {HTMLInputElement[]} */ (Array.from(form.querySelectorAll('input[name="row"]')));
    return entries.filter((entry) => entry.value.split(":")[0] === group)
      .map((entry) => /** @type {HTMLTextAreaElement[]} */ (Array.from(/** @type {Element} */ (entry.closest("tr")).querySelectorAll('textarea[id^="row-"]'))))
      .filter((fields) => fields.length === 2 && fields.every((field) => field.value.trim() === ""))
      .map(([name, value]) => ({ name, value }));
  }

  /** @param {string} groupKey @param {HTMLElement} from */
  function open(groupKey, from) {
    const button = buttons().find((one) => one.value === "library:" + groupKey);
    if (!button) return;
    [group, opener] = [groupKey, from];
    panel.setAttribute("aria-label", String(button.getAttribute("aria-label")));
    button.insertAdjacentElement("afterend", panel);
    input.value = "";
    show([], "");
    input.focus();
    search();
  }

  /** @param {HTMLElement | null} to Where the hand goes. */
  function close(to) {
    clearTimeout(timer);
    asked++;
    isSearching = isWanted = false;
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
        show(found.hits, found.hits.length === 0 ? "没有找到，请换一个词，或者按 Esc 关闭后自己填写。" : "");
      })
      .catch(() => {
        if (number === asked) show([], "没有取到指标库的内容，请稍后再试；填写的文字都还在。");
      });
  }

  /** @param {Hit[]} found @param {string} said */
  function show(found, said) {
    hits = found;
    isSearching = false;
    state.textContent = said;
    list.textContent = "";
    list.hidden = found.length === 0;
    found.forEach((hit, index) => {
      const option = document.createElement("li");
      option.id = "library-" + index;
      option.setAttribute("role", "option");
      for (const [tag, text] of [["b", hit.name], ["span", hit.value], ["small", hit.whose + "　" + hit.explanation]]) {
        const part = document.createElement(tag);
        part.textContent = text;
        option.append(part);
      }
      list.append(option);
    });
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
    const blanks = blankRows();
    const row = blanks.find(({ name, value }) => name === opener || value === opener) || blanks[0];
    const [from, to] = [hit.value.indexOf(gap), gap.length];
    close(null);
    if (row) {
      fill(row.name, hit.name);
      fill(row.value, hit.value);
    }
    const name = row ? row.name : addRow(group, { name: hit.name, value: hit.value });
    const value = /** @type {HTMLTextAreaElement} */ (document.getElementById(name.id.replace(/-name$/, "-value")));
    value.focus();
    if (gap && from >= 0) value.setSelectionRange(from, from + to);
  }

  /** As if it had been typed. @param {HTMLTextAreaElement} field @param {string} text */
  function fill(field, text) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  form.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest('button[name="action"][value^="library:"]');
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (panel.isConnected && group === button.value.slice("library:".length)) close(button);
    else open(button.value.slice("library:".length), button);
  });

  form.addEventListener("keydown", (event) => {
    if (isComposing(event) || event.code !== "KeyK" || event.shiftKey || event.metaKey || event.altKey === event.ctrlKey) return;
    const from = /** @type {HTMLElement} */ (event.target);
    const key = panel.contains(from) ? "" : groupOf(from);
    if (!key) return;
    event.preventDefault();
    open(key, from);
  });

  panel.addEventListener("keydown", (event) => {
    if (isComposing(event)) return;
    // What is pressed here is no business of the rows.
    event.stopPropagation();
    if (event.key === "Escape") close(opener);
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

  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) searchSoon();
  });
  input.addEventListener("compositionend", searchSoon);

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
}
