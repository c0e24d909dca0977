import { type Field, type ObjectField, type RuleField, ruleLevels } from "./fields.ts";

/** A part of a JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema of what a field takes, with what it refers to under `$defs`. */
export function schemaOf(field: Field): JsonSchema {
  const definitions = new Map<string, JsonSchema>([["level", { enum: ruleLevels }]]);
  const schema = describedSchema(field, definitions);
  return { ...schema, $defs: Object.fromEntries(definitions) };
}

type Definitions = Map<string, JsonSchema>;

function describedSchema(field: Field, definitions: Definitions): JsonSchema {
  const { summary, id } = field;
  return {
    ...(summary !== undefined && { description: summary }),
    ...(id === undefined ? bareSchema(field, definitions) : referenceTo(id, field, definitions)),
  };
}

function referenceTo(id: string, field: Field, definitions: Definitions): JsonSchema {
  if (!definitions.has(id)) definitions.set(id, bareSchema(field, definitions));
  return { $ref: `#/$defs/${id}` };
}

function bareSchema(field: Field, definitions: Definitions): JsonSchema {
  switch (field.kind) {
    case "text":
      return textSchema(field);
    case "number":
      return { type: "integer", minimum: field.minimum, maximum: field.maximum };
    case "choice":
      return { enum: field.choices };
    case "list":
      return { type: "array", ...(field.filled && { minItems: 1 }), items: describedSchema(field.of, definitions) };
    case "record":
      return {
        type: "object",
        propertyNames: { pattern: field.keys.pattern },
        additionalProperties: describedSchema(field.of, definitions),
      };
    case "object":
      return objectSchema(field, definitions);
    case "rule":
      return ruleSchema(field, definitions);
  }
}

function textSchema({ pattern, examples }: Extract<Field, { kind: "text" }>): JsonSchema {
  const form = { type: "string", ...(pattern === undefined ? { minLength: 1 } : { pattern }) };
  return examples === undefined ? form : { anyOf: [{ enum: examples }, form] };
}

function objectSchema({ fields, required }: ObjectField, definitions: Definitions): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, describedSchema(field, definitions)]),
  );
  return { type: "object", additionalProperties: false, ...(required && { required }), properties };
}

function ruleSchema({ options }: RuleField, definitions: Definitions): JsonSchema {
  const level = { $ref: "#/$defs/level" };
  if (options === undefined) return level;
  const pair = {
    type: "array",
    prefixItems: [level, describedSchema(options, definitions)],
    items: false,
    minItems: 2,
  };
  return { anyOf: [level, pair] };
}
