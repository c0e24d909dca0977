import type { Node } from "jsonc-parser";
import { suggestionsFor } from "smtpd-conf";
import {
  type Field,
  type ListField,
  type ObjectField,
  type RecordField,
  type RuleField,
  ruleLevels,
} from "./fields.ts";
import type { Problem } from "./read-json.ts";

/**
 * The value at a node, as its field takes it; what is wrong goes to `problems`, and such parts are left out. Undefined where
 * nothing is left.
 */
export function readField(node: Node, field: Field, problems: Problem[]): unknown {
  const wrong = (message: string) => void problems.push({ offset: node.offset, message });
  switch (field.kind) {
    case "text":
      if (node.type === "string" && matches(node.value, field.pattern ?? "[^]")) return node.value;
      return wrong(`${shown(node)} is not ${field.noun}.`);
    case "number":
      if (isWhole(node.value) && node.value >= field.minimum && node.value <= field.maximum) return node.value;
      return wrong(`${shown(node)} is not a whole number from ${field.minimum} to ${field.maximum}.`);
    case "choice":
      if (field.choices.includes(node.value)) return node.value;
      return wrong(notAmong(node, field.choices));
    case "list":
      return node.type === "array"
        ? readList(node, field, problems)
        : wrong(`${shown(node)} is not a list in brackets.`);
    case "record":
    case "object":
      if (node.type !== "object") return wrong(`${shown(node)} is not an object in braces.`);
      return field.kind === "record" ? readRecord(node, field, problems) : readObject(node, field, problems);
    case "rule":
      return readRule(node, field, problems);
  }
}

function matches(text: string, pattern: string): boolean {
  return new RegExp(pattern, "u").test(text);
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

function readList(node: Node, { of, filled }: ListField, problems: Problem[]): unknown {
  const entries = node.children ?? [];
  if (filled && entries.length === 0) problems.push({ offset: node.offset, message: "The list is empty." });
  return entries.map((entry) => readField(entry, of, problems));
}

/** The properties of an object whose key is given once; of others, the last. */
function propertiesOf(node: Node, problems: Problem[]): readonly Property[] {
  const found = new Map<string, Property>();
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key === undefined || value === undefined) continue;
    if (found.has(key.value)) problems.push({ offset: key.offset, message: `"${key.value}" is given twice.` });
    found.set(key.value, { name: key.value, key, value });
  }
  return [...found.values()];
}

interface Property {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

function readRecord(node: Node, { keys, of }: RecordField, problems: Problem[]): unknown {
  const entries = propertiesOf(node, problems).flatMap(({ name, key, value }) => {
    if (!matches(name, keys.pattern)) problems.push({ offset: key.offset, message: `"${name}" is not ${keys.noun}.` });
    const content = readField(value, of, problems);
    return content === undefined ? [] : [[name, content]];
  });
  return Object.fromEntries(entries);
}

function readObject(node: Node, field: ObjectField, problems: Problem[]): unknown {
  const properties = propertiesOf(node, problems);
  for (const name of field.required ?? []) {
    if (properties.some((property) => property.name === name)) continue;
    problems.push({ offset: node.offset, message: `"${name}" is missing here.` });
  }
  const entries = properties.flatMap(({ name, key, value }) => {
    const known = Object.hasOwn(field.fields, name) ? field.fields[name] : undefined;
    if (known === undefined) problems.push({ offset: key.offset, message: unknownKey(name, field) });
    const content = known && readField(value, known, problems);
    return content === undefined ? [] : [[name, content]];
  });
  return Object.fromEntries(entries);
}

function unknownKey(name: string, { fields, unknown, whyNot }: ObjectField): string {
  const reason = whyNot?.(name);
  if (reason !== undefined) return reason;
  const names = Object.keys(fields);
  const [best] = suggestionsFor(name, names);
  if (best !== undefined) return `${unknown} "${name}". Did you mean "${best}"?`;
  return `${unknown} "${name}"${names.length <= mostNamed ? `, but ${list(names)}` : ""}.`;
}

/** Keys that are listed where somebody writes one that there is not; more would be a wall of text. */
const mostNamed = 16;

/** A severity, or a list of a severity and options. */
function readRule(node: Node, { options }: RuleField, problems: Problem[]): unknown {
  const level = { kind: "choice", choices: ruleLevels } as const;
  if (node.type !== "array") return readField(node, level, problems);
  const [first, second] = node.children ?? [];
  const wrong = (message: string) => void problems.push({ offset: node.offset, message });
  if (options === undefined) return wrong(`The rule has no options: write one of ${list(ruleLevels)} alone.`);
  if (first === undefined || second === undefined || node.children?.length !== 2)
    return wrong('A list here has two entries: a severity or "on", and the options in braces.');
  const read = [readField(first, level, problems), readField(second, options, problems)];
  return read.includes(undefined) ? undefined : read;
}

function notAmong(node: Node, choices: readonly string[]): string {
  const [best] = typeof node.value === "string" ? suggestionsFor(node.value, choices) : [];
  return `${shown(node)} is not one of ${list(choices)}.${best === undefined ? "" : ` Did you mean "${best}"?`}`;
}

function list(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}

const longest = 40;

/** A value as it is shown in a message: what stands there, or what kind of thing it is. */
function shown({ type, value }: Node): string {
  if (type === "array") return "A list";
  if (type === "object") return "An object";
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
