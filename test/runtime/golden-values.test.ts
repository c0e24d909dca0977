import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type AliasTarget, parseAliasTarget } from "../../packages/smtpd-conf/src/runtime/alias-target.ts";
import { expandFormat, type FormatValues } from "../../packages/smtpd-conf/src/runtime/format-specifier.ts";
import { isLocalPart } from "../../packages/smtpd-conf/src/runtime/local-part.ts";
import { isMailDomain } from "../../packages/smtpd-conf/src/runtime/mail-domain.ts";
import { parseRelayUrl, type RelayUrl } from "../../packages/smtpd-conf/src/runtime/relay-url.ts";
import { parseReply } from "../../packages/smtpd-conf/src/runtime/reply-code.ts";

/** What the functions of smtpd 7.8.0p1 answered: the kind of question, what was asked, and the answer. */
const rows = readFileSync(new URL("golden-vectors.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"));

/** What was asked with the answer; `''` stands for the empty text. */
function answersOf(wanted: string): [input: string, answer: string][] {
  const found = rows.filter(([kind]) => kind === wanted);
  expect(found.length).toBeGreaterThan(5);
  return found.map(([, input = "", , answer = ""]) => [input === "''" ? "" : input, answer]);
}

const yesOrNo = (answer: boolean) => (answer ? "1" : "0");

describe("a domain is valid", () => {
  test.each(answersOf("vdom"))("%j: %s", (input, answer) => expect(yesOrNo(isMailDomain(input))).toBe(answer));
});

describe("a local part is valid", () => {
  test.each(answersOf("vloc"))("%j: %s", (input, answer) => expect(yesOrNo(isLocalPart(input, "7.8"))).toBe(answer));
});

describe("a reply is valid", () => {
  test.each(answersOf("resp"))("%j: %s", (input, answer) =>
    expect(yesOrNo(parseReply(input) !== undefined)).toBe(answer),
  );
});

describe("the URL of a relay", () => {
  /** As the table writes it: the bits of `flags` are 8 for a login and 80 for LMTP. */
  const written = ({ scheme, host, port, label = "" }: RelayUrl) => {
    const tls = { offered: 0, required: 1, immediate: 2, never: 3 }[scheme.tls];
    const flags = (label === "" ? 0 : 8) + (scheme.name === "lmtp" ? 80 : 0);
    return `1 host=${host} port=${port} tls=${tls} flags=${flags} label=${label}`;
  };

  test.each(answersOf("relay"))("%j: %s", (input, answer) => {
    const url = parseRelayUrl(input);
    expect(url.kind === "RelayUrl" ? written(url) : "0").toBe(answer.startsWith("0 ") ? "0" : answer);
  });
});

describe("the target of an alias", () => {
  const written = (target: AliasTarget): string => {
    switch (target.kind) {
      case "username":
        return `1 USERNAME [${target.user}]`;
      case "address":
        return `1 ADDRESS [${target.user}@${target.domain}]`;
      case "filename":
        return `1 FILENAME [${target.path}]`;
      case "include":
        return `1 INCLUDE [${target.path}]`;
      case "command":
        return `1 FILTER [${target.command}]`;
      case "error":
        return `1 ERROR [${target.reply}]`;
      case "invalid":
        return "0 INVALID []";
    }
  };

  test.each(answersOf("node"))("%j: %s", (input, answer) => expect(written(parseAliasTarget(input))).toBe(answer));
});

describe("a format specifier", () => {
  const values: FormatValues = {
    sender: { user: "Foo'Bar", domain: "Send.Example" },
    rcpt: { user: "alice+tag", domain: "example.org" },
    dest: { user: "alice", domain: "example.org" },
    username: "alice",
    directory: "/home/al*ice",
    command: "THE CMD",
  };

  test.each(answersOf("fmt"))("%j: %s", (input, answer) => {
    const expanded = expandFormat(input, values, "7.8");
    const text = /\[(.*)\]$/.exec(answer)?.[1];
    expect(expanded).toBe(answer.startsWith("-1 ") ? undefined : text);
  });
});
