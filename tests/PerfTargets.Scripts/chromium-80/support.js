// Since which version of Chromium something is there, by the tables that MDN publishes.

import { createRequire } from "node:module";

const tables = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** The oldest browser of the offices. */
const OLDEST = 80;

/** @returns {number | undefined} Infinity: in no version as it is written; undefined: the tables do not say. */
function versionOf(entry) {
  if (!entry || !entry.__compat) return undefined;
  const plain = [entry.__compat.support.chrome].flat().filter((one) => !one.prefix && !one.alternative_name && !one.flags);
  return Math.min(...plain.map((one) => parseInt(String(one.version_added).replace("≤", ""), 10)).filter((version) => !Number.isNaN(version)));
}

/** @param {...string} path Where it stands in the tables, e.g. "api", "Element", "closest". */
export function since(...path) {
  return versionOf(path.reduce((table, key) => (table && Object.hasOwn(table, key) ? table[key] : undefined), tables));
}

/** @param {number | undefined} version */
export const isNewer = (version) => version !== undefined && version > OLDEST;

/** Functions in values stand below the type that they make, e.g. color-mix() below color. */
const functions = new Map();
(function collect(types) {
  for (const [name, entry] of Object.entries(types)) {
    if (name === "__compat") continue;
    if (!functions.has(name)) functions.set(name, versionOf(entry));
    collect(entry);
  }
})(tables.css.types);

/** @param {string} name */
export const sinceFunction = (name) => functions.get(name);
