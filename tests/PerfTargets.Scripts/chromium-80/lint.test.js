// The lint itself: what it must refuse, and what comes near and is as old as it must be.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { newApis, newSyntax } from "./scripts.js";
import { newStyles } from "./styles.js";

const sample = (/** @type {string} */ name) => fileURLToPath(new URL(`samples/${name}`, import.meta.url));
const lines = (/** @type {string} */ name) => readFileSync(sample(name), "utf8").split("\n").map((text, at) => ({ text, line: at + 1 }))
  .filter(({ text }) => text.trim() !== "" && !text.startsWith("//"));

for (const { text } of lines("new-syntax.txt")) {
  test(`syntax is refused: ${text}`, () => assert.ok(newSyntax(text).length > 0));
}
for (const { text } of lines("old-syntax.txt")) {
  test(`syntax is accepted: ${text}`, () => assert.deepEqual(newSyntax(text), []));
}

const apis = newApis([sample("new-apis.js"), sample("old-apis.js")]);
for (const { text, line } of lines("new-apis.js")) {
  test(`an API is refused: ${text}`, () => assert.ok((apis.get(sample("new-apis.js")) || []).some((problem) => problem.line === line)));
}
test("APIs as old as Chromium 80 are accepted", () => assert.deepEqual(apis.get(sample("old-apis.js")), []));

for (const { text } of lines("new-styles.txt")) {
  test(`a style is refused: ${text}`, () => assert.ok(newStyles(text).length > 0));
}
for (const { text } of lines("old-styles.txt")) {
  test(`a style is accepted: ${text}`, () => assert.deepEqual(newStyles(text), []));
}
