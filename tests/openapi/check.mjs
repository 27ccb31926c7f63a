// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node check.mjs ANSWERS.json: validates recorded answers, [{"method", "path", "status", "body"}], against GitHub's
// description of its REST API. Prints a line for each. Exits with 1 if one is invalid.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const require = createRequire(import.meta.url);
const description = JSON.parse(
  readFileSync(require.resolve("@octokit/openapi/generated/api.github.com.deref.json"), "utf8"));

// OpenAPI's additional keywords are allowed and not checked.
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
addFormats(ajv);

/** Translates OpenAPI 3.0's "nullable" to a JSON Schema type. */
function withNull(schema) {
  if (Array.isArray(schema)) return schema.map(withNull);
  if (schema === null || typeof schema !== "object") return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withNull(value)]));
  if (!copy.nullable) return copy;
  delete copy.nullable;
  return { anyOf: [copy, { type: "null" }] };
}

/** The operation at a path. "/user/repos" is preferred to "/user/{account_id}". */
function operationFor(method, path) {
  const placeholders = (template) => template.split("{").length;
  const [template] = Object.keys(description.paths)
    .filter((candidate) => description.paths[candidate][method.toLowerCase()])
    .filter((candidate) => {
      const pattern = candidate.replace(/[.+]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+");
      return new RegExp(`^${pattern}$`).test(path);
    })
    .sort((left, right) => placeholders(left) - placeholders(right));
  return template && description.paths[template][method.toLowerCase()];
}

function problemWith({ method, path, status, body }) {
  const operation = operationFor(method, path);
  if (!operation) return "GitHub has no such operation";
  const response = operation.responses[status];
  // 401 is the same for all operations, but described only for a few.
  if (!response) return status === 401 && typeof body?.message === "string" ? null : `status ${status} is not described`;
  const schema = response.content?.["application/json"]?.schema;
  if (!schema) return body === null ? null : "a body where none is described";
  const validate = ajv.compile(withNull(schema));
  return validate(body) ? null : ajv.errorsText(validate.errors, { separator: "\n    " });
}

let failures = 0;
const answers = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const answer of answers) {
  const problem = problemWith(answer);
  failures += problem ? 1 : 0;
  console.log(`${problem ? "WRONG" : "fits "} ${answer.method} ${answer.path} ${answer.status}${problem ? `\n    ${problem}` : ""}`);
}
console.log(`${answers.length - failures} of ${answers.length} fit`);
process.exit(failures || !answers.length ? 1 : 0);
