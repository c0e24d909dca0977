import { describe, expect, test } from "vitest";
import { newestRelease, parseRelease } from "../language/releases.ts";
import { buildModel } from "../model/build-model.ts";
import { listenerOf } from "../model/listener.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { buildRuleset } from "../runtime/ruleset.ts";
import { type Access, findAccess } from "./access.ts";

function accessIn(text: string, release?: string): readonly Access[] {
  const target = (release && parseRelease(release)) || newestRelease;
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target }), { target });
  return findAccess(model, model.listeners.map(listenerOf), buildRuleset(model));
}

/** `stranger own @0.0.0.0: 2 delivered`: all that is said, a line for each party, kind of recipients and group of listeners. */
function summary(text: string, release?: string): readonly string[] {
  return accessIn(text, release).map(({ party, recipients, listeners, ways, complete }) => {
    const places = listeners.map(({ directive }) => directive.interface?.value ?? "socket").join("+") || "socket";
    const endings = ways.map(({ rule, outcome, tables }) => {
      const words = [rule?.number, outcome, ...tables.map(({ name }) => `if <${name}>`)];
      return words.filter((word) => word !== undefined).join(" ");
    });
    return `${party} ${recipients} @${places}: ${endings.join(", ")}${complete ? "" : " …"}`;
  });
}

const head = 'pki p cert c key k\naction "d" maildir\naction "r" relay\n';

describe("says what becomes of mail", () => {
  test("of a server with users", () => {
    const text = `${head}listen on lo
listen on 0.0.0.0
listen on 0.0.0.0 port 587 tls-require pki p auth
match for local action "d"
match from any for domain "example.org" action "d"
match from auth for any action "r"
match for any action "r"
`;
    expect(summary(text)).toEqual([
      "stranger own @0.0.0.0: 2 delivered, no-match",
      "stranger foreign @0.0.0.0: no-match",
      "user own @0.0.0.0: 2 delivered, 3 relayed",
      "user foreign @0.0.0.0: 3 relayed",
      "machine own @socket: 1 delivered, 2 delivered",
      "machine foreign @socket: 3 relayed",
      "machine own @lo+0.0.0.0: 1 delivered, 2 delivered",
      "machine foreign @lo+0.0.0.0: 4 relayed",
    ]);
  });

  test("that is rejected, or that a rule fails for", () => {
    const text = `${head}listen on em0
match from any mail-from "@spam.example" for any reject
match from any tls for domain "example.org" action "d"
match from any for domain "example.org" action "d"
`;
    const [own, foreign] = summary(text);
    expect(own).toBe("stranger own @em0: 1 rejected, 2 temporary-failure, no-match");
    expect(foreign).toBe("stranger foreign @em0: 1 rejected, no-match");
  });

  test("without any rule", () => {
    expect(summary("listen on lo\n")).toContain("machine foreign @lo: no-match");
  });

  test("that depends on tables that are not known", () => {
    const text = `table t file:/t\n${head}listen on em0\nmatch from any for domain <t> action "d"\n`;
    const [own, foreign] = summary(text);
    expect(own).toBe("stranger own @em0: 1 delivered if <t>, no-match if <t>");
    expect(foreign).toBe("stranger foreign @em0: no-match");
  });
});

describe("tells listeners apart", () => {
  test("by tag, filters and proxies", () => {
    const text = `${head}filter f phase connect match !fcrdns disconnect "550 no"
listen on em0
listen on em1
listen on em2 tag A
listen on em3 filter f
listen on 10.0.0.1 proxy-v2
match tag A from any for any action "r"
match from local for any action "r"
`;
    expect(summary(text).filter((line) => line.startsWith("stranger foreign"))).toEqual([
      "stranger foreign @em0+em1: no-match",
      "stranger foreign @em2: 1 relayed",
      "stranger foreign @em3: no-match",
      "stranger foreign @10.0.0.1: 2 relayed, no-match",
    ]);
  });

  test("and leaves out those where a party cannot come in", () => {
    const text = `${head}listen on 192.0.2.1 tls-require pki p auth\nlisten on socket tag A\nmatch tag A for any action "r"\n`;
    expect(summary(text)).toEqual([
      "user own @192.0.2.1: no-match",
      "user foreign @192.0.2.1: no-match",
      "machine own @socket: 1 relayed",
      "machine foreign @socket: 1 relayed",
    ]);
  });

  test("the socket by what the release makes of its tag", () => {
    const text = `${head}match tag "local" for any action "r"\n`;
    expect(summary(text)).toContain("machine foreign @socket: no-match");
    expect(summary(text, "6.6.4")).toContain("machine foreign @socket: 1 relayed");
  });
});

describe("knows filters", () => {
  test("which may let nothing through", () => {
    const text = `${head}filter f phase mail-from match !auth reject "550 no"\nlisten on em0 filter f\nmatch from any for any action "r"\n`;
    expect(summary(text)[0]).toBe("stranger own @em0: ");
  });

  test("and how a client has to behave to get past them", () => {
    const text = `${head}filter f phase ehlo match helo regex "." reject "550 no"\nlisten on em0 filter f\nmatch from any for any action "r"\n`;
    const [way] = accessIn(text)[1]?.ways ?? [];
    expect(way?.greeting).toBe("helo");
  });

  test("and names those that may do anything", () => {
    const text = `${head}filter f proc-exec "f"\nlisten on em0 filter f\nlisten on em1\nmatch from any for any action "r"\n`;
    const filters = accessIn(text).map((access) => access.filters.length);
    expect(filters.slice(0, 4)).toEqual([1, 1, 0, 0]);
  });
});

test("shows the mail", () => {
  const text = `${head}listen on em0\nmatch from any for domain "example.org" action "d"\n`;
  const [own] = accessIn(text);
  expect(own?.ways[0]?.envelope).toMatchObject({
    source: "203.0.113.9",
    mailFrom: "somebody@elsewhere.example",
    rcptTo: "somebody@example.org",
  });
});
