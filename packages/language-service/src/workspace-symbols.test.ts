import { expect, test } from "vitest";
import { SymbolKind } from "vscode-languageserver-types";
import { snapshotOf } from "./testing.ts";
import { getWorkspaceSymbols } from "./workspace-symbols.ts";

const text = [
  'relay_host = "mx.example.net"',
  "pki mail.example.org cert a",
  "pki mail.example.org key b",
  "ca root.example cert c",
  "table aliases { a = b }",
  "proc rspamd c",
  "filter spam proc rspamd",
  "filter dnsbl proc-exec d",
  "mda wrapper archive e",
  "listen on lo tag Inside",
  "listen on eth0 tag Inside",
  "action deliver mbox",
  "match tag Inside for any action deliver",
  "match for any action missing",
  "",
].join("\n");

function found(query: string): string[] {
  const snapshot = snapshotOf(text);
  return getWorkspaceSymbols([snapshot], query).map(({ name, containerName, location }) => {
    expect(snapshot.document.getText("range" in location ? location.range : undefined).toLowerCase()).toBe(
      name.toLowerCase(),
    );
    return `${containerName} ${name}`;
  });
}

test("an empty query finds all names that are defined, each once", () => {
  expect(found("").sort()).toEqual([
    "action deliver",
    "ca root.example",
    "filter dnsbl",
    "filter spam",
    "macro relay_host",
    "mda wrapper archive",
    "pki mail.example.org",
    "proc rspamd",
    "table aliases",
    "tag Inside",
  ]);
});

test.each([
  ["spam", ["filter spam", "proc rspamd"]],
  ["SPAM", ["filter spam", "proc rspamd"]],
  ["spm", ["proc rspamd", "filter spam"]],
  ["inside", ["tag Inside"]],
  ["relayh", ["macro relay_host"]],
  ["rh", ["mda wrapper archive", "macro relay_host"]],
  ["deliverx", []],
  ["missing", []],
])("%j", (query, expected) => {
  expect(found(query).sort()).toEqual([...expected].sort());
});

test("what begins with the query is first", () => {
  expect(found("spam")).toEqual(["filter spam", "proc rspamd"]);
});

test("a file of two configurations gives its names once", () => {
  const files = { "a.conf": "action shared mbox\n" };
  const snapshots = ["one.conf", "two.conf"].map((path) =>
    snapshotOf('include "a.conf"\naction own mbox\n', { path, files }),
  );
  const names = getWorkspaceSymbols(snapshots, "").map(
    ({ name, location }) => `${name} ${location.uri.replace(/.*\//, "")}`,
  );
  expect(names.sort()).toEqual(["own one.conf", "own two.conf", "shared a.conf"]);
});

test("a name out of a macro is found where the macro is", () => {
  const snapshot = snapshotOf("a = x\naction $a mbox\n");
  expect(getWorkspaceSymbols([snapshot], "").map(({ name, kind }) => [name, kind])).toEqual([
    ["a", SymbolKind.Constant],
  ]);
});

test("no configurations have no names", () => {
  expect(getWorkspaceSymbols([], "")).toEqual([]);
});
