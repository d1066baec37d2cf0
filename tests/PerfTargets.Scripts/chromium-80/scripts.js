// What scripts use that Chromium 80 does not know: syntax, and what the browser offers.

import { parse } from "acorn";
import ts from "typescript";
import { isNewer, since } from "./support.js";

/** @typedef {{ line: number, what: string }} Problem */

/** What ES2021 and ES2022 brought and Chromium 80 does not know, by kinds of acorn's nodes. Fields of classes and 10_000 it knows. */
const LATER_SYNTAX = {
  AssignmentExpression: ({ operator }) => ["??=", "||=", "&&="].includes(operator) && operator,
  AwaitExpression: (_, mayAwait) => !mayAwait && "await outside of a function",
  BinaryExpression: ({ left }) => left.type === "PrivateIdentifier" && "#name in",
  ForOfStatement: ({ await: awaits }, mayAwait) => awaits && !mayAwait && "await outside of a function",
  Literal: ({ regex }) => regex && regex.flags.includes("d") && "the flag d of a regular expression",
  MethodDefinition: ({ key }) => key.type === "PrivateIdentifier" && "a private method",
  StaticBlock: () => "static { }",
};

/** @param {string} text @returns {Problem[]} */
export function newSyntax(text) {
  let program;
  try {
    program = parse(text, { ecmaVersion: 2022, sourceType: "module", locations: true });
  } catch (error) {
    return [{ line: error.loc.line, what: `syntax after ES2022: ${error.message}` }];
  }
  /** @type {Problem[]} */
  const problems = [];
  (function visit(node, mayAwait) {
    const what = Object.hasOwn(LATER_SYNTAX, node.type ?? "") && LATER_SYNTAX[node.type](node, mayAwait);
    if (what) problems.push({ line: node.loc.start.line, what });
    for (const child of Object.values(node)) {
      if (child && typeof child === "object") visit(child, mayAwait || /Function/.test(node.type));
    }
  })(program, false);
  return problems;
}

/**
 * What is called on the browser's own objects, told by its type: replaceAll of a string, replaceChildren of an element.
 * @param {string[]} files @returns {Map<string, Problem[]>}
 */
export function newApis(files) {
  const program = ts.createProgram(files, {
    allowJs: true, checkJs: true, strict: true, noEmit: true, types: [],
    target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
    // The newest, so that what is too new has a type and can be told.
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  });
  const checker = program.getTypeChecker();

  /** @param {ts.Symbol | undefined} symbol */
  const isBrowsers = (symbol) => Boolean(symbol && symbol.declarations && symbol.declarations.some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile())));

  /** The names of a type and of all that it is made of. @param {ts.Type} type @returns {string[]} */
  function namesOf(type) {
    const whole = checker.getApparentType(type);
    if (whole.isUnionOrIntersection()) return whole.types.flatMap(namesOf);
    const own = whole.symbol ? [whole.symbol.name.replace(/Constructor$/, "").replace(/^Readonly/, "")] : [];
    const declared = /** @type {ts.TypeReference} */ (whole).target || whole;
    return declared.isClassOrInterface() ? own.concat(checker.getBaseTypes(declared).flatMap(namesOf)) : own;
  }

  /** @param {string} name */
  const sinceGlobal = (name) => since("api", name) ?? since("api", "Window", name) ?? since("javascript", "builtins", name);

  /** @param {ts.Type} type @param {string} name @param {string} holder How the object is written, for what stands on a class itself. */
  function sinceMember(type, name, holder) {
    const parts = type.isUnion() ? type.types : [type];
    const found = parts.map((part) => [holder, ...namesOf(part)]
      .map((owner) => since("api", owner, name) ?? since("api", owner, name + "_static") ?? since("javascript", "builtins", owner, name))
      .filter((version) => version !== undefined));
    const known = found.filter((versions) => versions.length > 0).map((versions) => Math.min(...versions));
    if (known.length > 0) return Math.max(...known);
    return namesOf(type).includes("Window") || holder === "globalThis" ? sinceGlobal(name) : undefined;
  }

  /** @param {ts.Identifier} identifier */
  function sinceUsed(identifier) {
    const { parent, text } = identifier;
    if (ts.isPropertyAccessExpression(parent) && parent.name === identifier) {
      if (!isBrowsers(checker.getSymbolAtLocation(identifier))) return undefined;
      return sinceMember(checker.getTypeAtLocation(parent.expression), text, parent.expression.getText());
    }
    if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent) && (parent.propertyName || parent.name) === identifier) {
      const type = checker.getTypeAtLocation(parent.parent);
      const from = parent.parent.parent;
      const holder = ts.isVariableDeclaration(from) && from.initializer ? from.initializer.getText() : "";
      return isBrowsers(type.getProperty(text)) ? sinceMember(type, text, holder) : undefined;
    }
    return isBrowsers(checker.getSymbolAtLocation(identifier)) ? sinceGlobal(text) : undefined;
  }

  return new Map(files.map((file) => {
    const source = /** @type {ts.SourceFile} */ (program.getSourceFile(file));
    /** @type {Problem[]} */
    const problems = [];
    (function visit(/** @type {ts.Node} */ node) {
      if (ts.isIdentifier(node)) {
        const version = sinceUsed(node);
        if (isNewer(version)) problems.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, what: `${node.text} (Chromium ${version})` });
      }
      ts.forEachChild(node, visit);
    })(source);
    return [file, problems];
  }));
}
