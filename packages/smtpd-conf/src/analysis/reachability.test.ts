import { describe, expect, test } from "vitest";
import { inSteps } from "./in-steps.ts";
import { findReach } from "./reachability.ts";
import { rulesetOf, scenariosOf, type TestOptions } from "./testing.ts";

/** For each rule in short: `reached`, `perhaps`, the condition that makes it `impossible`, or the rules that cover it. */
function reachOf(text: string, options: TestOptions = {}): readonly string[] {
  const whole = `${text.includes("listen") ? "" : "listen on em0\n"}action out relay\n${text}`;
  const reach = inSteps(() => findReach(rulesetOf(whole, options), scenariosOf(whole, options))).result();
  return reach.map((one) => {
    if (one.kind === "reached") return one.certain ? "reached" : "perhaps";
    if (one.kind === "covered") return one.by.map(({ number }) => number).join();
    return one.kind === "impossible" ? (one.condition?.name ?? "all") : "unknown";
  });
}

const machine = { hostname: "mx.example.org", addresses: ["192.0.2.1"] };

test("names the rules that cover one, and only one of them if that is enough", () => {
  const text = `match from src 10.0.0.0/9 for any reject
match from src 10.128.0.0/9 for any reject
match from src 10.0.0.0/8 for any reject
match from any for any reject
match for domain b.example reject
match from src 10.0.0.0/8 for any reject
`;
  expect(reachOf(text)).toEqual(["reached", "reached", "1,2", "reached", "4", "1,2"]);
});

test("takes a rule for covered that asks the same as an earlier one, whatever became of that one", () => {
  const text = `match from any for any tls reject
match tag X from any for any reject
match tag X from any for any action out
match from any for any tls reject
`;
  expect(reachOf(text)).toEqual(["tls", "tag", "tag", "tls"]);
  expect(reachOf("match tag X from any for any reject\nmatch tag X from any for any reject\n")).toEqual(["tag", "tag"]);
});

describe("thinks of all kinds of mail:", () => {
  test.each<[what: string, text: string, reach: readonly string[], options?: TestOptions]>([
    [
      "that of aliases",
      "match from src { 0.0.0.0/0, ::/0 } for any reject\nmatch from socket for any reject\nmatch from any for any reject\n",
      ["reached", "reached", "reached"],
    ],
    ["to what only aliases can say", "match from any for domain example.org. reject\n", ["reached"]],
    ["that of users with an @", 'match from auth "bob" auth regex "@" for any reject\n', ["reached"]],
    [
      "that of users that an entry for all takes",
      'match from src 192.0.2.0/24 for any auth { "" } reject\n',
      ["reached"],
    ],
    ["in brackets", 'match from any for domain regex "^\\[[^.:]" reject\n', ["reached"]],
    [
      "for names of a machine that nobody knows",
      'match from any for local rcpt-to regex "@b\\.example$" reject\n',
      ["perhaps"],
    ],
    [
      "from aliases, for such names",
      'match from src { 0.0.0.0/0, ::/0 } for any reject\nmatch from any for domain { localhost, "127.0.0.1", "::1", "[::1]" } reject\nmatch from any for local reject\n',
      ["reached", "reached", "perhaps"],
    ],
    [
      "for names of a machine that we know",
      'match from any for local rcpt-to regex "@b\\.example$" reject\n',
      ["all"],
      { machine },
    ],
    [
      "of link-local clients",
      'match from any for any reject\nmatch from src "[fe80::1%em0]" for any reject\n',
      ["reached", "reached"],
    ],
    [
      "of such clients where smtpd drops the interface",
      'match from any for any reject\nmatch from src "[fe80::1%em0]" for any reject\n',
      ["reached", "from"],
      { target: "6.8.0" },
    ],
    [
      "by a socket that a proxy tells of",
      "listen on em0 proxy-v2\nmatch from socket !auth for any reject\n",
      ["reached"],
    ],
    ["by the socket alone", "match from socket !auth for any reject\n", ["all"]],
    [
      "with a tag that the socket has",
      "listen on em0\nlisten on socket tag S\nmatch tag S from any for any reject\n",
      ["reached"],
    ],
    [
      "with the tag of the socket before 6.7",
      'match tag "local" from local for any reject\n',
      ["reached"],
      { target: "6.6.4" },
    ],
    [
      "with a sender that newer releases refuse",
      'match from mail-from "a|b@a.example" for any reject\n',
      ["reached"],
      { target: "7.8" },
    ],
    ["with a sender that is refused", 'match from mail-from "a|b@a.example" for any reject\n', ["mail-from"]],
    ["without a listener on the network", "listen on socket\nmatch from any for any reject\n", ["reached"]],
  ])("%s", (_what, text, reach, options) => expect(reachOf(text, options)).toEqual(reach));
});

test("finds a domain that is not listed, whatever words a table has", () => {
  const listed = "elsewhere.example, nowhere.example, client.elsewhere.example, not-listed.elsewhere.example";
  expect(
    reachOf(`match !from any !helo { ${listed} } for any reject\nmatch from any !helo { ${listed} } for any reject\n`),
  ).toEqual(["from", "reached"]);
  expect(reachOf(`match from any !for domain { ${listed} } reject\n`)).toEqual(["reached"]);
});

test("reads the tables that stand in files, and takes others for what they may be", () => {
  const text =
    "table own file:own\nmatch from any for domain <own> reject\nmatch from any for domain b.example reject\n";
  expect(reachOf(text, { files: { own: "b.example\na.example\n" } })).toEqual(["reached", "1"]);
  expect(reachOf(text)).toEqual(["perhaps", "perhaps"]);
});
