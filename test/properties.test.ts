import fc from "fast-check";
import { expect, test } from "vitest";
import { lint } from "../packages/smtpd-conf/src/linter/lint.ts";
import type { Line } from "../packages/smtpd-conf/src/parser/ast/nodes.ts";
import { print } from "../packages/smtpd-conf/src/parser/ast/print.ts";
import { childrenOf, type Node } from "../packages/smtpd-conf/src/parser/ast/walk.ts";
import type { Configuration } from "../packages/smtpd-conf/src/parser/configuration.ts";
import { parseConfiguration } from "../packages/smtpd-conf/src/parser/parse-configuration.ts";
import type { ParseInput } from "../packages/smtpd-conf/src/parser/parse-input.ts";
import { type Source, type Span, textOf } from "../packages/smtpd-conf/src/parser/source.ts";
import { anyInput, garbageLine } from "./properties/arbitraries.ts";
import { propertyRuns } from "./properties/property-runs.ts";
import { validFile } from "./properties/valid-file.ts";

const numRuns = propertyRuns(1500, 10);

function holds(property: (input: ParseInput) => void): void {
  fc.assert(fc.property(anyInput, property), { numRuns });
}

function expectInside(span: Span): void {
  const { source, start, end } = span;
  if (start < 0 || start > end || end > source.text.length) {
    expect.unreachable(
      `${JSON.stringify(span, (key, value) => (key === "source" ? value.text : value))} is outside its text`,
    );
  }
}

function spansOf(configuration: Configuration): Span[] {
  const nodes = configuration.lines.flatMap((line) => [line, ...line.tokens, ...descendants(line)]);
  const origins = nodes.flatMap((node) => ("origin" in node && node.origin !== undefined ? [node.origin] : []));
  const { comments, macroUses, skipped, lexicalErrors, stoppedAt } = configuration;
  const errors = lexicalErrors.map((error) => error.span);
  return [...nodes, ...origins, ...comments, ...macroUses, ...skipped, ...errors, ...(stoppedAt ? [stoppedAt] : [])];
}

function descendants(node: Node): Node[] {
  return childrenOf(node).flatMap((child) => [child, ...descendants(child)]);
}

test("any bytes are read without an exception, and printing the tree gives every file back", () => {
  holds((input) => {
    const configuration = parseConfiguration(input);
    for (const source of configuration.sources) expect(print(configuration, source)).toBe(source.text);
  });
});

test("every range lies inside its text", () => {
  holds((input) => {
    for (const span of spansOf(parseConfiguration(input))) expectInside(span);
  });
});

test("a node lies inside the one that it is a part of", () => {
  holds((input) => {
    for (const line of parseConfiguration(input).lines) if (line.kind !== "BrokenStatement") expectNested(line);
  });
});

function expectNested(node: Node): void {
  for (const child of childrenOf(node)) {
    if (child.source !== node.source) continue;
    if (child.start < node.start || child.end > node.end)
      expect.unreachable(`${textOf(child)} is not in ${textOf(node)}`);
    expectNested(child);
  }
}

test("checking any bytes finds only what lies inside their text", () => {
  holds((input) => {
    for (const { span, related, fixes } of lint(input).diagnostics) {
      const edits = fixes.flatMap((fix) => fix.edits);
      for (const place of [span, ...related.map((one) => one.span), ...edits.map((edit) => edit.span)])
        expectInside(place);
    }
  });
});

/** The mark of the end of an expansion: it changes nothing, but makes the scanner read a character at a time. */
const slowly = "\u0002";

test("text is read the same by offsets and a character at a time", () => {
  holds((input) => {
    const fast = parseConfiguration(input);
    const slow = parseConfiguration({ ...input, text: slowly + input.text });
    expect(outline(slow, slowly.length)).toEqual(outline(fast, 0));
  });
});

/** What was read, with the offsets of the first source as if it began `shift` characters further on. */
function outline({ sources, lines, lexicalErrors, comments }: Configuration, shift: number): unknown {
  const placeOf = ({ source, start, end }: Span) =>
    source === sources[0] ? [start - shift, end - shift] : [start, end];
  return {
    lines: lines.map((line) => [line.kind, line.tokens.map((token) => [token.kind, token.value, ...placeOf(token)])]),
    errors: lexicalErrors.map(({ kind, span, value }) => [kind, value, ...placeOf(span)]),
    comments: comments.map(placeOf),
  };
}

/** Statements that are read alike wherever they stand. */
const statements = validFile.split("\n").filter((line) => line !== "" && !/[{}\\]|^include/.test(line));

test("a line of garbage costs that line only", () => {
  const place = fc.nat(statements.length);
  const insert = (garbage: string, at: number) => {
    const lines = [...statements.slice(0, at), garbage, ...statements.slice(at)];
    const { lines: read } = parseConfiguration({ path: "smtpd.conf", text: `${lines.join("\n")}\n` });
    const start = lines.slice(0, at).join("\n").length;
    return read.filter((line) => line.end <= start || line.start > start + garbage.length + 1);
  };
  const unharmed = insert("#", 0).map(textOf);
  const property = fc.property(garbageLine, place, (garbage, at) => {
    expect(insert(garbage, at).map(textOf)).toEqual(unharmed);
  });
  fc.assert(property, { numRuns: Math.min(numRuns, 500) });
});

test("every string and number of a statement is a leaf of its tree", () => {
  holds((input) => {
    for (const line of parseConfiguration(input).lines) if (line.kind !== "BrokenStatement") expectLeaves(line);
  });
});

function expectLeaves(line: Line): void {
  const leaves = new Set<Node>(descendants(line));
  const lost = line.tokens.filter(
    (token) => (token.kind === "String" || token.kind === "Number") && !leaves.has(token),
  );
  if (lost.length > 0) expect.unreachable(`${textOf(line)} has lost ${lost.map(textOf).join(" ")}`);
}

test("lines stand in the order of the text, and so do their tokens", () => {
  holds((input) => {
    const { lines } = parseConfiguration(input);
    expectOrder(lines);
    for (const { tokens } of lines) expectOrder(tokens);
  });
});

function expectOrder(spans: readonly Span[]): void {
  const positions = new Map<Source, number>();
  for (const { source, start } of spans) {
    if (start < (positions.get(source) ?? 0)) expect.unreachable(`${start} stands behind what follows it`);
    positions.set(source, start);
  }
}

test("the file of valid statements is valid", () => {
  const files = { read: () => ({ kind: "file", text: "", encoding: "utf8" }) as const };
  const { syntaxFailures, lexicalErrors } = parseConfiguration({ path: "smtpd.conf", text: validFile, files });
  expect(lexicalErrors).toEqual([]);
  expect(syntaxFailures.map(({ line }) => textOf(line))).toEqual([]);
});
