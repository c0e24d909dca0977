import { describe, expect, test } from "vitest";
import type { MarkupContent } from "vscode-languageserver-types";
import { type SnapshotOptions, snapshotAt } from "../testing.ts";
import { getSignatureHelp } from "./get-signature-help.ts";

/** The signatures with « » around the parameter that is being written; the chosen one begins with a `*` where there are several. */
function signaturesAt(textWithCursor: string, options: SnapshotOptions = {}): readonly string[] {
  const { snapshot, position } = snapshotAt(textWithCursor, options);
  const help = getSignatureHelp(snapshot, position);
  return (help?.signatures ?? []).map(({ label, parameters = [], activeParameter }, index) => {
    const [start, end] = (parameters[activeParameter ?? -1]?.label ?? [0, 0]) as [number, number];
    const marked = end === 0 ? label : `${label.slice(0, start)}«${label.slice(start, end)}»${label.slice(end)}`;
    return (help?.signatures.length ?? 0) > 1 && index === help?.activeSignature ? `* ${marked}` : marked;
  });
}

/** What of the active parameter's documentation is shown. */
function documentationAt(textWithCursor: string): string {
  const { snapshot, position } = snapshotAt(textWithCursor);
  const help = getSignatureHelp(snapshot, position);
  const signature = help?.signatures[help.activeSignature ?? 0];
  const documentation = signature?.parameters?.[help?.activeParameter ?? -1]?.documentation;
  return (documentation as MarkupContent | undefined)?.value ?? "";
}

describe("the skeleton of the statement, and what is being written of it", () => {
  test.each<[string, string]>([
    ["listen on socket |", "listen on socket «[filter NAME]» [mask-src] [tag TAG] [no-dsn]"],
    ["listen on socket tag X |", "listen on socket «[filter NAME]» [mask-src] [no-dsn]"],
    ["listen on socket tag |", "listen on socket [filter NAME] [mask-src] «[tag TAG]» [no-dsn]"],
    ["listen on socket tag X| no-dsn", "listen on socket [filter NAME] [mask-src] «[tag TAG]»"],
    ["pki x |", "pki NAME «[cert CERTFILE]» [key KEYFILE] [dhe MODE]"],
    ["pki x key |", "pki NAME [cert CERTFILE] «[key KEYFILE]» [dhe MODE]"],
    ["pki |", "pki «NAME» [cert CERTFILE] [key KEYFILE] [dhe MODE]"],
    ["ca |", 'ca «NAME» cert "CERTFILE"'],
    ["ca x |", 'ca NAME cert «"CERTFILE"»'],
    ["ca x cert y|", 'ca NAME cert «"CERTFILE"»'],
    ["proc p |", 'proc NAME «"COMMAND"» [user USERNAME] [group GROUPNAME] [chroot DIRECTORY]'],
    ["proc p x user |", 'proc NAME "COMMAND" «[user USERNAME]» [group GROUPNAME] [chroot DIRECTORY]'],
    ["proc p x user nobody |", 'proc NAME "COMMAND" «[group GROUPNAME]» [chroot DIRECTORY]'],
    ["filter f phase |", "filter NAME phase «PHASE» match [!]CONDITION DECISION"],
    ["filter f phase data match |", "filter NAME phase PHASE match «[!]CONDITION» DECISION"],
    ["filter f phase data match !|", "filter NAME phase PHASE match «[!]CONDITION» DECISION"],
    ["filter f phase data match src |", "filter NAME phase PHASE match «[!]CONDITION» DECISION"],
    ["filter f phase data match src { a, b } |", "filter NAME phase PHASE match [!]CONDITION «DECISION»"],
    ["filter f phase data match src <t> reject |", "filter NAME phase PHASE match [!]CONDITION «DECISION»"],
    ['filter f phase data match src <t> reject "550 no"|', "filter NAME phase PHASE match [!]CONDITION «DECISION»"],
    ["filter f phase helo match src <t> bypass |", "filter NAME phase PHASE match [!]CONDITION «DECISION»"],
    ["filter f chain |", "filter NAME chain «{ FILTER[, FILTER …] }»"],
    ["filter f chain { a, |", "filter NAME chain «{ FILTER[, FILTER …] }»"],
    ["filter f proc |", "filter NAME proc «PROC»"],
    [
      "filter f proc-exec x chroot |",
      'filter NAME proc-exec "COMMAND" [user USERNAME] [group GROUPNAME] «[chroot DIRECTORY]»',
    ],
    ["queue ttl |", "queue ttl «DELAY»"],
    ["queue ttl 4|", "queue ttl «DELAY»"],
    ["mta max-deferred |", "mta max-deferred «NUMBER»"],
    ["smtp limit |", "smtp limit «[max-rcpt NUMBER]» [max-mails NUMBER]"],
    ["smtp limit max-rcpt 5 |", "smtp limit «[max-mails NUMBER]»"],
    ["smtp limit max-mails |", "smtp limit [max-rcpt NUMBER] «[max-mails NUMBER]»"],
    ["bounce warn-interval |", "bounce warn-interval «DELAY[, DELAY …]»"],
    ["bounce warn-interval 1h, |", "bounce warn-interval «DELAY[, DELAY …]»"],
    ["include |", 'include «"PATH"»'],
    ["mda wrapper |", 'mda wrapper «NAME» "COMMAND"'],
    ["mda wrapper w |", 'mda wrapper NAME «"COMMAND"»'],
    ["admd |", "admd «AUTHSERVID»"],
    [
      "action a mbox alias |",
      "action NAME mbox «[alias TABLE]» [virtual TABLE] [userbase TABLE] [wrapper NAME] [ttl DELAY]",
    ],
    ["action a mbox alias <t> |", "action NAME mbox «[userbase TABLE]» [wrapper NAME] [ttl DELAY]"],
    [
      "action a maildir |",
      "action NAME «maildir [PATHNAME] [junk]» [user USERNAME] [alias TABLE] [virtual TABLE] [userbase TABLE] [wrapper NAME] [ttl DELAY]",
    ],
    [
      "action a forward-only ttl |",
      "action NAME forward-only [alias TABLE] [virtual TABLE] [userbase TABLE] [wrapper NAME] «[ttl DELAY]»",
    ],
  ])("%s", (text, expected) => {
    expect(signaturesAt(text)).toEqual([expected]);
  });

  const plain =
    "[tag [regex] TAG] [helo [regex] HELO-NAME] [tls] [auth [[regex] USERNAME]] [mail-from [regex] SENDER] [rcpt-to [regex] RECIPIENT]";
  test.each<[string, string]>([
    ["match |", `match «[from …]» [for …] ${plain} action NAME | reject`],
    ["match from |", `match «[from …]» [for …] ${plain} action NAME | reject`],
    ["match from any |", `match «[for …]» ${plain} action NAME | reject`],
    ["match from src |", `match «[from src [regex] ADDRESS]» [for …] ${plain} action NAME | reject`],
    ["match from src regex |", `match «[from src [regex] ADDRESS]» [for …] ${plain} action NAME | reject`],
    ["match from any for | reject", `match «[for …]» ${plain} action NAME | reject`],
    ["match from any for any tls action |", `match ${plain.replace("[tls] ", "")} «action NAME» | reject`],
    ["match !|", `match «[from …]» [for …] ${plain} action NAME | reject`],
    ["match from any ! |", `match «[for …]» ${plain} action NAME | reject`],
    ["match from any for any reject|", `match ${plain} action NAME | «reject»`],
    ["match from any for any reject |", `match ${plain} action NAME | «reject»`],
    ["match from any for any action x |", `match ${plain} «action NAME» | reject`],
    ["match from any \\\n  for |", `match «[for …]» ${plain} action NAME | reject`],
  ])("%j", (text, expected) => {
    expect(signaturesAt(text)).toEqual([expected]);
  });
});

describe("several forms", () => {
  test.each<[string, readonly string[]]>([
    [
      "table t |",
      [
        "* table NAME «{ VALUE[, VALUE …] }»",
        "table NAME «{ KEY = VALUE[, KEY = VALUE …] }»",
        'table NAME «"PATH"»',
        "table NAME «BACKEND[:PATH]»",
      ],
    ],
    ["table t { a = |", ["* table NAME «{ VALUE[, VALUE …] }»", "table NAME «{ KEY = VALUE[, KEY = VALUE …] }»"]],
    ["queue |", ["* queue compression", "queue encryption «[KEY]»", "queue ttl «DELAY»"]],
    ["srs key |", ["* srs key «SECRET»", "srs key backup «SECRET»"]],
  ])("%s", (text, expected) => {
    expect(signaturesAt(text)).toEqual(expected);
  });

  test("of an action, the one whose method is being typed is chosen", () => {
    const chosen = signaturesAt("action a lm|").filter((signature) => signature.startsWith("* "));
    expect(chosen).toEqual([expect.stringContaining("«lmtp DESTINATION [rcpt-to]»")]);
    expect(signaturesAt("action a |").length).toBe(7);
  });
});

describe("no statement, no signature", () => {
  test.each(["|", "lis|", "# listen on |", "x = |", "\n\n|", "listen on lo\n|", "nothing known |", "{ |", "\u0000 |"])(
    "%j",
    (text) => {
      expect(signaturesAt(text)).toEqual([]);
    },
  );
});

describe("the manual of what is being written", () => {
  test.each<[string, string]>([
    ["listen on lo port |", "The TCP port to listen on"],
    ["match from |", "from src [regex] ADDRESS"],
    ["match from src |", "these addresses or networks"],
    ["queue ttl |", "A whole number from 1"],
    ["filter f phase commit match fcrdns |", "reject MESSAGE"],
    ["filter f phase |", "commit"],
    ["filter f phase connect match src |", "these addresses or networks"],
    ["smtp limit max-mails |", "in one session"],
  ])("%s: %s", (text, part) => {
    expect(documentationAt(text)).toContain(part);
  });

  test("options of newer releases are left out", () => {
    expect(signaturesAt("listen on lo |", { target: "6.8.0" })[0]).not.toContain("protocols");
    expect(signaturesAt("listen on lo |", { target: "7.3" })[0]).toContain("[protocols PROTOSPEC]");
  });
});
