// Amounts of money, as whole numbers of 分, so that sums are exact.

import { canonical } from "./signs.js";

const FEN = { "元": 100n, "万元": 1000000n, "亿元": 10000000000n };

/**
 * An amount in 分; null when it is none, is finer than a 分 or is meant for one of something.
 * @param {string} text @param {keyof typeof FEN | ""} unit of a number that stands alone; "" when a unit must be written
 */
export function readMoney(text, unit) {
  const found = /^[≤<≥>=约]?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(元|万元|亿元|万)?$/.exec(canonical(text).trim().replace(/，(?=\d{3})/g, ","));
  if (!found) return null;
  const [, whole, part = "", written = unit] = found;
  // Of what 4.5 万 counts ten thousands, only a field of money says.
  const said = written === "万" ? unit : written;
  if (said === "") return null;
  const scale = FEN[/** @type {keyof typeof FEN} */ (said)];
  const fen = BigInt(whole.replace(/,/g, "") + part) * scale;
  const divisor = 10n ** BigInt(part.length);
  return fen % divisor === 0n ? fen / divisor : null;
}

/** In 万元, with two decimals or as many as it takes. @param {bigint} fen */
export function inWan(fen) {
  const [sign, size] = fen < 0n ? ["-", -fen] : ["", fen];
  const part = String(size % 1000000n).padStart(6, "0").replace(/0{1,4}$/, "");
  return `${sign}${size / 1000000n}.${part.padEnd(2, "0")}`;
}
