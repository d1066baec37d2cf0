// node chromium-80/lint.js FOLDER: refuses what scripts and stylesheets use that Chromium 80 does not know.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newApis, newSyntax } from "./scripts.js";
import { newStyles } from "./styles.js";

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file)));
const scripts = files.filter((file) => file.endsWith(".js"));
const styles = files.filter((file) => file.endsWith(".css"));
if (scripts.length === 0 || styles.length === 0) throw new Error(`There is nothing to look at in ${folder}.`);

const text = (/** @type {string} */ file) => readFileSync(file, "utf8");
const problems = [
  ...scripts.map((file) => /** @type {const} */ ([file, newSyntax(text(file))])),
  ...newApis(scripts),
  ...styles.map((file) => /** @type {const} */ ([file, newStyles(text(file))])),
].flatMap(([file, found]) => found.map(({ line, what }) => `${file}:${line}: ${what}`));

for (const problem of problems) console.error(problem);
console.log(`${scripts.length} scripts and ${styles.length} stylesheets: ${problems.length} newer than Chromium 80`);
process.exitCode = problems.length > 0 ? 1 : 0;
