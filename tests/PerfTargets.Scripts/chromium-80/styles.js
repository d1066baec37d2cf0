// What stylesheets use that Chromium 80 does not know.

import { parse, walk } from "css-tree";
import { isNewer, since, sinceFunction } from "./support.js";

/** What the site gives newer browsers on purpose, and what older ones have instead. */
const ENHANCEMENTS = {
  "appearance": "-webkit-appearance stands before it",
  "field-sizing": "the server counts the lines of a text, and a script lets the field grow",
  "text-underline-offset": "the line is where the font has it",
  ":focus-visible": "a field that was clicked has its outline too",
};

const UNITS = new Set(["px", "em", "rem", "ex", "ch", "vw", "vh", "vmin", "vmax", "cm", "mm", "in", "pt", "pc", "q", "deg", "grad", "rad", "turn", "s", "ms", "fr", "dpi", "dpcm", "dppx", "x"]);

/** Names that stand in the tables under newer ones. */
const OLD_NAMES = new Set(["grid-gap", "word-wrap"]);

/** In a grid it is older, but a declaration does not say where it stands; grid-gap does. */
const GAPS = new Set(["gap", "row-gap", "column-gap"]);

/** @param {string} text @returns {{ line: number, what: string }[]} */
export function newStyles(text) {
  /** @type {{ line: number, what: string }[]} */
  const problems = [];
  const refuse = (node, what) => { if (!Object.hasOwn(ENHANCEMENTS, what)) problems.push({ line: node.loc.start.line, what }); };
  const judge = (node, what, version) => { if (version === undefined || isNewer(version)) refuse(node, what); };
  const sheet = parse(text, { positions: true, parseCustomProperty: true, onParseError: (error) => problems.push({ line: error.line, what: error.message }) });

  walk(sheet, function (node) {
    const property = this.declaration && this.declaration.property;
    switch (node.type) {
      case "Declaration":
        if (GAPS.has(node.property)) refuse(node, node.property);
        else if (!node.property.startsWith("-") && !OLD_NAMES.has(node.property)) judge(node, node.property, since("css", "properties", node.property));
        break;
      case "Identifier":
        if (property && !Object.hasOwn(ENHANCEMENTS, property) && isNewer(since("css", "properties", property, node.name))) refuse(node, `${property}: ${node.name}`);
        break;
      case "Function":
        if (isNewer(property && since("css", "properties", property, node.name)) || isNewer(sinceFunction(node.name))) refuse(node, node.name + "()");
        break;
      case "Dimension":
        if (!UNITS.has(node.unit.toLowerCase())) refuse(node, node.unit);
        break;
      case "PseudoClassSelector":
      case "PseudoElementSelector": {
        const mark = node.type === "PseudoClassSelector" ? ":" : "::";
        if (!node.name.startsWith("-")) judge(node, mark + node.name, since("css", "selectors", node.name));
        const list = node.name === "not" && node.children && node.children.first;
        if (list && list.type === "SelectorList" && list.children.size > 1) refuse(node, ":not() of several");
        break;
      }
      case "Atrule":
        judge(node, "@" + node.name, since("css", "at-rules", node.name));
        break;
      case "Feature":
        if (node.kind === "media") judge(node, `(${node.name})`, since("css", "at-rules", "media", node.name.replace(/^(min|max)-/, "")));
        break;
      case "FeatureRange":
        refuse(node, "a range in a condition");
        break;
      case "Rule":
        walk(node.block, (inner) => { if (inner.type === "Rule") refuse(inner, "a rule within a rule"); });
        break;
    }
  });
  return problems;
}
