import { describe, expect, test } from "vitest";
import { parseConfiguration } from "../parse-configuration.ts";
import { textOf } from "../source.ts";
import type { Line } from "./nodes.ts";
import { childrenOf, type Node, type NodeKind, nodesAt, walk } from "./walk.ts";

/** The first line of a text. */
function lineOf(text: string, definitions: readonly string[] = []): Line {
  const [line] = parseConfiguration({ path: "smtpd.conf", text, definitions }).lines;
  if (line === undefined) throw new Error("there is no line");
  return line;
}

/** A node with its parts, as `Kind(…)`; leaves as they are written. */
function outline(node: Node): string {
  const children = childrenOf(node);
  return children.length === 0 ? textOf(node) : `${node.kind}(${children.map(outline).join(" ")})`;
}

describe("childrenOf", () => {
  test.each([
    ["a = b", "MacroDefinition(a b)"],
    ["include a", "IncludeDirective(a)"],
    ["queue ttl 4d", "SettingDirective(4d)"],
    ["queue compression", "queue compression"],
    ["bounce warn-interval 1h, 2d", "BounceDirective(1h 2d)"],
    ["ca a cert b", "CaDirective(a b)"],
    ["pki a cert b dhe none", "PkiDirective(a Option(cert b) Option(dhe none))"],
    ["smtp limit max-rcpt 100", "LimitDirective(Limit(max-rcpt 100))"],
    [
      "mta limit for domain d inet4 a 1 inet6 b 2",
      "LimitDirective(d Option(inet4) Limit(a 1) Option(inet6) Limit(b 2))",
    ],
    ["mda wrapper a b", "WrapperDirective(a b)"],
    ["proc a b user c", "ProcDirective(a b Option(user c))"],
    ["filter a proc b", "ProcFilterDirective(a b)"],
    ["filter a proc-exec b group c", "ProcExecFilterDirective(a b Option(group c))"],
    [
      "filter a phase helo match !helo regex { b } reject c",
      "PhaseFilterDirective(a helo Option(! helo regex InlineTable(Entry(b))) Option(reject c))",
    ],
    ["filter a chain { b, c }", "ChainFilterDirective(a FilterList(b c))"],
    ["table a file:b", "TableDirective(a file:b)"],
    ["table a { b = c, d => e }", "TableDirective(a InlineTable(Entry(b c) Entry(d e)))"],
    [
      "listen on a port smtp senders <b> masquerade filter { c }",
      "ListenDirective(a Option(port smtp) Option(senders TableReference(b) masquerade) Option(filter FilterList(c)))",
    ],
    ["listen on socket tag a", "ListenDirective(socket Option(tag a))"],
    ["action a mbox ttl 4d", "ActionDirective(a Option(mbox) Option(ttl 4d))"],
    ["action a relay backup mx b", "ActionDirective(a Option(relay) Option(backup mx b))"],
    ["match ! from src a for any reject", "MatchDirective(Option(! from src a) Option(for any) reject)"],
    ["match action a", "MatchDirective(a)"],
    ["listen on a port 25 tag", "BrokenStatement(a Option(port 25))"],
    ["filter a phase helo match", "BrokenStatement(a helo)"],
    ["}", "}"],
  ])("%s", (text, expected) => {
    expect(outline(lineOf(text))).toBe(expected);
  });

  test("of a token are none", () => {
    expect(lineOf("admd a").tokens.flatMap(childrenOf)).toEqual([]);
  });
});

describe("walk", () => {
  const line = lineOf("match from src { a, b } !tag c action d");

  test("shows every node in the order of the text, with those around it", () => {
    const seen: string[] = [];
    const note = (node: Node, ancestors: readonly Node[]): undefined => {
      seen.push(`${[...ancestors, node].map(({ kind }) => kind).join(" ")}: ${textOf(node)}`);
    };
    walk(line, { MatchDirective: note, Option: note, InlineTable: note, Entry: note, String: note, Punctuation: note });
    expect(seen).toEqual([
      "MatchDirective: match from src { a, b } !tag c action d",
      "MatchDirective Option: from src { a, b }",
      "MatchDirective Option InlineTable: { a, b }",
      "MatchDirective Option InlineTable Entry: a",
      "MatchDirective Option InlineTable Entry String: a",
      "MatchDirective Option InlineTable Entry: b",
      "MatchDirective Option InlineTable Entry String: b",
      "MatchDirective Option: !tag c",
      "MatchDirective Option Punctuation: !",
      "MatchDirective Option String: c",
      "MatchDirective String: d",
    ]);
  });

  test("leaves out the parts of what is skipped", () => {
    const words: string[] = [];
    walk(line, {
      InlineTable: () => "skip",
      String: ({ value }) => {
        words.push(value);
        return undefined;
      },
    });
    expect(words).toEqual(["c", "d"]);
  });

  test("shows nothing to a visitor without functions", () => {
    expect(() => walk(line, {})).not.toThrow();
  });
});

describe("nodesAt", () => {
  /** The smallest node at the `|` of a text. */
  function at(textWithCursor: string): readonly [NodeKind, string] | undefined {
    const node = nodesAt(lineOf(textWithCursor.replace("|", "")), textWithCursor.indexOf("|")).at(-1);
    return node && [node.kind, textOf(node)];
  }

  test.each([
    ["|listen on lo port 25", ["ListenDirective", "listen on lo port 25"]],
    ["listen on |lo port 25", ["String", "lo"]],
    ["listen on l|o port 25", ["String", "lo"]],
    ["listen on lo| port 25", ["String", "lo"]],
    ["listen on lo  | port 25", ["ListenDirective", "listen on lo   port 25"]],
    ["listen on lo po|rt 25", ["Keyword", "port"]],
    ["listen on lo port | 25", ["Option", "port  25"]],
    ["listen on lo port 25|", ["Number", "25"]],
    ["match from src <|t> reject", ["String", "t"]],
    ["match from src |<t> reject", ["TableReference", "<t>"]],
    ["match from src { a|, b } reject", ["String", "a"]],
    ["match from src { a,| b } reject", ["InlineTable", "{ a, b }"]],
    ["match |!tls reject", ["Punctuation", "!"]],
    ["match !|tls reject", ["Keyword", "tls"]],
    ['table a { "b"|"c" }', ["String", '"c"']],
    ["listen on lo port| tag", ["BrokenStatement", "listen on lo port tag"]],
    ["listen on l|o port tag", ["String", "lo"]],
  ])("%s", (text, expected) => {
    expect(at(text)).toEqual(expected);
  });

  test("gives what is around it first", () => {
    const nodes = nodesAt(lineOf("match from src <t> reject"), 17);
    expect(nodes.map(({ kind }) => kind)).toEqual(["MatchDirective", "Option", "TableReference", "String"]);
  });

  test("outside the line is nothing", () => {
    expect(at("admd a  |")).toBeUndefined();
    expect(at("|  admd a")).toBeUndefined();
  });

  test("on a macro finds what was made of it", () => {
    const nodes = nodesAt(lineOf("listen on $M", ["M=lo"]), 11);
    expect(nodes.at(-1)).toMatchObject({ kind: "String", value: "lo" });
  });

  test("does not find what stands in another file", () => {
    const files = { read: () => ({ kind: "file", text: "table t { a", encoding: "utf8" }) as const };
    const { lines } = parseConfiguration({ path: "smtpd.conf", text: "include x\nb }", files });
    const [, table] = lines;
    expect(table?.kind).toBe("TableDirective");
    expect(table && nodesAt(table, 10).at(-1)).toMatchObject({ kind: "String", value: "a" });
    expect(table && textOf(table)).toBe("table t { a");
  });
});
