import { expect, test } from "vitest";
import { defaultRelayScheme, formerRelaySchemes, type RelaySchemeInfo, relaySchemes } from "./relay-schemes.ts";

const schemes: readonly RelaySchemeInfo[] = relaySchemes;

test("a label goes with a verified certificate, never with a password in plain text", () => {
  for (const { label, verified } of schemes) expect(label).toBe(verified);
});

test("TLS is verified where it is required, and nowhere else", () => {
  for (const { tls, verified } of schemes) expect(verified).toBe(tls === "required" || tls === "immediate");
});

test.each([
  ["smtp", 25],
  ["smtp+tls", 25],
  ["smtp+notls", 25],
  ["smtps", 465],
  ["lmtp", undefined],
])("%s has the port %j", (name, port) =>
  expect(schemes.find((scheme) => scheme.name === name)?.defaultPort).toBe(port),
);

test("the default is one of the schemes", () => expect(schemes.map(({ name }) => name)).toContain(defaultRelayScheme));

test("no scheme is both current and former", () => {
  const former = formerRelaySchemes.map(({ name }): string => name);
  expect(schemes.filter(({ name }) => former.includes(name))).toEqual([]);
});

test("a scheme that logged in is replaced by one that can", () => {
  for (const { name, replacement } of formerRelaySchemes.filter((scheme) => scheme.name.endsWith("+auth"))) {
    expect(schemes.find((scheme) => scheme.name === replacement)?.label, name).toBe(true);
  }
});
