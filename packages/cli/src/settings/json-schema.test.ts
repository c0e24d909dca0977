import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Field, ruleLevels } from "./fields.ts";
import { schemaOf } from "./json-schema.ts";
import { readField } from "./read-field.ts";
import { type Problem, readJson } from "./read-json.ts";
import { settingsField } from "./settings-fields.ts";

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schemaOf(settingsField));

function readerTakes(value: unknown): boolean {
  const { root, problems: faults } = readJson(JSON.stringify(value));
  const problems: Problem[] = [...faults];
  if (root !== undefined) readField(root, settingsField, problems);
  return problems.length === 0;
}

/** Values that are no good in most places. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e9, "", "on", "error", [], {}, "7.4", "a=b", "../x", ["on", {}]),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Texts near those that a pattern takes. */
const texts = fc.constantFrom(
  ...["7.4", "6.8.0p2", "5.9", "7.4 ", "image", "a/b", "/a", "..", "a/..", "..a", "**/*.conf", "x y", "", "a\nb"],
  ...["10.0.0.0/8", "10.0.0.0/99", "2001:db8::/32", "example.org", "*.example.org", "*x", "shared-*", "a:b", "a=b"],
);

/** Values that a field takes, and now and then others. */
function valuesFor(field: Field): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: nearlyRight(field) }, { weight: 1, arbitrary: junk });
}

function nearlyRight(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case "text":
      return field.examples === undefined ? texts : fc.oneof(fc.constantFrom(...field.examples), texts);
    case "number":
      return fc.integer({ min: field.minimum, max: field.maximum });
    case "choice":
      return fc.constantFrom(...field.choices);
    case "list":
      return fc.array(valuesFor(field.of), { minLength: field.filled ? 1 : 0, maxLength: 3 });
    case "record":
      return fc.dictionary(fc.constantFrom("host", "x1", "a b", "toString"), valuesFor(field.of), { maxKeys: 2 });
    case "object":
      return objectsFor(field.fields, field.required ?? []);
    case "rule": {
      const level = fc.constantFrom(...ruleLevels);
      return field.options === undefined ? level : fc.oneof(level, fc.tuple(level, valuesFor(field.options)));
    }
  }
}

/** Objects with some of the keys, those that are required nearly always, and seldom one that there is not. */
function objectsFor(fields: Readonly<Record<string, Field>>, required: readonly string[]): fc.Arbitrary<unknown> {
  const keys = Object.keys(fields);
  const chosen = fc.tuple(
    fc.subarray(keys, { maxLength: Math.min(3, keys.length) }),
    fc.oneof({ weight: 20, arbitrary: fc.constant(required) }, { weight: 1, arbitrary: fc.constant([]) }),
    fc.oneof(
      { weight: 30, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom("x", "constructor")) },
    ),
  );
  return chosen.chain(([some, needed, unknown]) => {
    const all = [...new Set([...some, ...needed, ...unknown])];
    return fc.record(
      Object.fromEntries(all.map((key) => [key, Object.hasOwn(fields, key) ? valuesFor(fields[key] as Field) : junk])),
    );
  });
}

describe("the schema", () => {
  test("takes what the reader takes, and nothing else", () => {
    const answers = { yes: 0, no: 0 };
    const value = valuesFor(settingsField).filter((one) => JSON.stringify(one) !== undefined);
    fc.assert(
      fc.property(value, (settings) => {
        const plain: unknown = JSON.parse(JSON.stringify(settings));
        const taken = validate(plain);
        answers[taken ? "yes" : "no"]++;
        expect(readerTakes(plain), JSON.stringify(plain)).toBe(taken);
      }),
      { numRuns: 5000 },
    );
    // Otherwise the values would say little.
    expect(answers.yes).toBeGreaterThan(1000);
    expect(answers.no).toBeGreaterThan(1000);
  });

  test("of every rule agrees with the reader", () => {
    for (const [code, field] of Object.entries(settingsField.fields.rules.fields)) {
      fc.assert(
        fc.property(valuesFor(field), (setting) => {
          const plain: unknown = JSON.parse(JSON.stringify({ rules: { [code]: setting } }));
          expect(readerTakes(plain), JSON.stringify(plain)).toBe(validate(plain));
        }),
        { numRuns: field.options === undefined ? 10 : 300 },
      );
    }
  });

  test("is the one that is shipped", () => {
    const path = fileURLToPath(new URL("../../schema/settings.schema.json", import.meta.url));
    expect(existsSync(path)).toBe(true);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject(schemaOf(settingsField));
  });
});
