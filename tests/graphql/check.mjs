// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node check.mjs QUERY.graphql [ANSWER.json]: validates a query against GitHub's public schema and, if one is given, an
// answer against the query: the type of each field, missing fields and excess fields. Exits with 1 if something is invalid.

import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, getNullableType, isAbstractType, isEnumType, isListType, isNonNullType, isScalarType,
         Kind, parse, validate } from "graphql";
import { schema as github } from "@octokit/graphql-schema";

// The published schema defines two fields twice, which is ignored.
const schema = buildSchema(github.idl, { assumeValid: true, assumeValidSDL: true });
const query = parse(readFileSync(process.argv[2], "utf8"));
const fragments = new Map(query.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
const problems = validate(schema, query).map((error) => error.message);

/** The fields that a selection requests of an object of this type, with fragments expanded. */
function fieldsOf(selectionSet, type) {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const condition = schema.getType(fragment.typeCondition.name.value);
    const applies = condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
    return applies ? fieldsOf(fragment.selectionSet, type) : [];
  });
}

function checkObject(value, selectionSet, declared, path) {
  const type = isAbstractType(declared) ? schema.getType(value.__typename) : declared;
  if (!type) return problems.push(`${path}: __typename is missing`);
  const wanted = new Map(fieldsOf(selectionSet, type).map((field) => [field.alias?.value ?? field.name.value, field]));
  for (const key of Object.keys(value)) if (!wanted.has(key)) problems.push(`${path}.${key} was not asked for`);
  for (const [key, field] of wanted) {
    if (!(key in value)) problems.push(`${path}.${key} is missing`);
    else if (field.name.value !== "__typename")
      check(value[key], type.getFields()[field.name.value].type, field.selectionSet, `${path}.${key}`);
  }
}

function check(value, type, selectionSet, path) {
  if (value === null) {
    if (isNonNullType(type)) problems.push(`${path} must not be null`);
    return;
  }
  const plain = getNullableType(type);
  if (isListType(plain)) {
    if (!Array.isArray(value)) return problems.push(`${path} is no list`);
    value.forEach((entry, index) => check(entry, plain.ofType, selectionSet, `${path}[${index}]`));
  } else if (isScalarType(plain) || isEnumType(plain)) {
    const builtIn = { Int: Number.isInteger(value), Boolean: typeof value === "boolean", Float: typeof value === "number" };
    const fits = isEnumType(plain) ? plain.getValue(value) : builtIn[plain.name] ?? typeof value === "string";
    if (!fits) problems.push(`${path}: ${JSON.stringify(value)} is no ${plain.name}`);
  } else {
    checkObject(value, selectionSet, getNamedType(plain), path);
  }
}

if (!problems.length && process.argv[3]) {
  const answer = JSON.parse(readFileSync(process.argv[3], "utf8"));
  const [operation] = query.definitions;
  if (answer.errors || !answer.data) problems.push("the answer has errors or no data");
  else checkObject(answer.data, operation.selectionSet, schema.getQueryType(), "data");
}
problems.forEach((problem) => console.log(`WRONG ${problem}`));
process.exit(problems.length ? 1 : 0);
