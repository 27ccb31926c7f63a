// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node check.mjs LANGUAGES.json: compares our colors of languages with those of GitHub's linguist. Prints the differences.
// Exits with 1 if there are any, and with 77 if the npm package is not installed.

import { readFileSync } from "node:fs";

let linguist;
try {
  linguist = await import("linguist-languages");
} catch {
  console.log("the npm packages of tests/languages are not installed; script/test does it");
  process.exit(77);
}

const theirs = new Map(Object.values(linguist).map((language) => [language.name, language.color?.toLowerCase()]));
const ours = Object.entries(JSON.parse(readFileSync(process.argv[2], "utf8")));
const wrong = ours.filter(([name, color]) => theirs.get(name) !== color);
for (const [name, color] of wrong) console.log(`WRONG ${name}: ${color} here, ${theirs.get(name) ?? "nothing"} at linguist`);
console.log(`${ours.length - wrong.length} of ${ours.length} fit`);
process.exit(wrong.length || !ours.length ? 1 : 0);
