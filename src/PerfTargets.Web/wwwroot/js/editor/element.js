// As long as what the program quotes in its sentences.
const LONGEST = 40;

/**
 * An element with attributes and children.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name @param {Record<string, string>} attributes @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(name, attributes = {}, ...children) {
  const one = document.createElement(name);
  for (const key of Object.keys(attributes)) one.setAttribute(key, attributes[key]);
  one.append(...children);
  return one;
}

/** As if it had been typed. @param {HTMLTextAreaElement | HTMLInputElement} field @param {string} text */
export function fill(field, text) {
  if (field.value === text) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A version 4 UUID. On plain http there is no crypto.randomUUID. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A text on one line, cut as the program's sentences cut theirs. @param {string} text */
export function short(text) {
  const characters = Array.from(text.replace(/\s+/g, " ").trim());
  return characters.length <= LONGEST ? characters.join("") : characters.slice(0, LONGEST).join("") + "…";
}
