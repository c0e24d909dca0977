import { describe, expect, test } from "vitest";
import type { MarkupContent } from "vscode-languageserver-types";
import { snapshotAt } from "../testing.ts";
import { getCompletions } from "./get-completions.ts";
import { resolveCompletion } from "./resolve-completion.ts";

/** The manual of what is offered under a label. */
function manualOf(textWithCursor: string, label: string, markdown = true): string {
  const { snapshot, position } = snapshotAt(textWithCursor);
  const item = getCompletions(snapshot, position).items.find((one) => one.label === label);
  if (item === undefined) throw new Error(`"${label}" is not offered`);
  // What a client sends back went over the wire as JSON.
  const sent = JSON.parse(JSON.stringify(item)) as typeof item;
  const { documentation } = resolveCompletion(sent, { markdown, target: snapshot.target });
  return (documentation as MarkupContent | undefined)?.value ?? "";
}

describe("the manual of what is offered", () => {
  test.each<[string, string, string]>([
    ["|", "match", "match [CONDITION …] action NAME"],
    ["|", "listen on", "listen on INTERFACE [OPTION …]"],
    ["|", "queue", "queue ttl DELAY"],
    ["queue |", "ttl", "How long a message"],
    ["smtp |", "limit", "smtp limit [max-rcpt NUMBER]"],
    ["srs key |", "backup", "A former secret"],
    ["match |", "from", "from src [regex] ADDRESS"],
    ["match |", "action", "match [CONDITION …] action NAME"],
    ["match from |", "rdns", "Mail from clients whose address has a name"],
    ["match from src |", "regex", "extended regular expressions"],
    ["listen on lo |", "protocols", "Since 7.3."],
    ["listen on socket |", "tag", "local"],
    ["listen on lo smtps |", "verify", "Asks the client for a certificate"],
    ["listen on |", "lo0", "The loopback interface of the BSDs"],
    ["listen on lo port |", "submission", "users hand in mail"],
    ["listen on lo port |", "smtp", "other servers"],
    ["listen on lo port |", "465", "TLS from the first byte"],
    ["action a maildir |", "junk", "X-Spam"],
    ["action a relay host |", "smtps://", "SMTP inside TLS"],
    ["filter f phase |", "data", "about to send the message"],
    ["filter f phase data match fcrdns |", "bypass", "Since 6.7.1."],
    ["smtp limit |", "max-rcpt", "How many recipients"],
    ["table t |", "file:", "Reads the entries from a text file"],
    ['action a mda "%{|', "rcpt.domain", "The domain of the recipient"],
    ['action a mda "%{rcpt:|', "strip", "Takes away the tag"],
    ["# smtpd-lint: disable |", "unused-table", "table"],
    ["filter f phase data match fcrdns reject |", "550 5.7.1 Rejected", "A whole SMTP reply"],
    ["|", "match (reject)", "match from src <blocked> for any reject"],
  ])("%s: %s", (text, label, part) => {
    expect(manualOf(text, label)).toContain(part);
  });

  test("is plain text for those who want that", () => {
    expect(manualOf("listen on lo |", "tls")).toContain("```");
    expect(manualOf("listen on lo |", "tls", false)).not.toContain("```");
  });
});

test("an item without data, or with that of others, stays as it is", () => {
  const context = { markdown: true, target: "7.9" } as const;
  for (const data of [
    undefined,
    null,
    1,
    "x",
    {},
    { of: 1 },
    { of: "other" },
    { of: "option", place: "x", name: "y" },
  ]) {
    const item = { label: "x", data };
    expect(resolveCompletion(item, context)).toBe(item);
  }
});
