import { expect, test } from "vitest";
import type { Release } from "../language/releases.ts";
import { readTlsProtocols } from "./tls-protocols.ts";

test.each<[string, Release, string[]]>([
  ["tlsv1.2,tlsv1.3", "7.9", ["tlsv1.2", "tlsv1.3"]],
  ["TLSv1.3", "7.9", ["tlsv1.3"]],
  ["tlsv1.2: tlsv1.3", "7.9", ["tlsv1.2", "tlsv1.3"]],
  ["default", "7.3", ["tlsv1.2", "tlsv1.3"]],
  ["secure", "7.9", ["tlsv1.2", "tlsv1.3"]],
  ["all", "7.3", ["tlsv1.0", "tlsv1.1", "tlsv1.2", "tlsv1.3"]],
  ["legacy", "7.4", ["tlsv1.2", "tlsv1.3"]],
  ["tlsv1", "7.3", ["tlsv1.0", "tlsv1.1", "tlsv1.2", "tlsv1.3"]],
  ["!tlsv1.2", "7.9", ["tlsv1.3"]],
  ["all:!tlsv1.0:!tlsv1.1", "7.3", ["tlsv1.2", "tlsv1.3"]],
  ["tlsv1.0", "7.9", ["tlsv1.0"]],
])("%j chooses in %s: %j", (text, target, versions) => {
  const { chosen, unknown } = readTlsProtocols(text, target);
  expect([...chosen]).toEqual(versions);
  expect(unknown).toEqual([]);
});

test.each<[string, string[]]>([
  ["sslv3", ["sslv3"]],
  ["tlsv1.2 tlsv1.3", ["tlsv1.2 tlsv1.3"]],
  ["tlsv1.2 , tls1.3", ["tlsv1.2 ", "tls1.3"]],
  ["tlsv1.2,", [""]],
  ["", [""]],
])("%j has parts that mean nothing: %j", (text, unknown) => {
  expect(readTlsProtocols(text, "7.9").unknown).toEqual(unknown);
});
