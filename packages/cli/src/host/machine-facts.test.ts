import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readMachineFacts, readServerName } from "./machine-facts.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-facts-"));
  mkdirSync(join(folder, "etc"));
});

afterAll(() => rmSync(folder, { recursive: true }));

const below = (path: string) => join(folder, path);

test("the server name is the first line of mailname", () => {
  expect(readServerName(below)).toBeUndefined();
  expect(readServerName(() => undefined)).toBeUndefined();
  writeFileSync(below("/etc/mailname"), "");
  expect(readServerName(below)).toBeUndefined();
  writeFileSync(below("/etc/mailname"), "mx.example.org\nanother\n");
  expect(readServerName(below)).toBe("mx.example.org");
});

test("this machine has a name and the loopback address", () => {
  const { hostname, addresses } = readMachineFacts();
  expect(hostname).not.toBe("");
  expect(addresses).toContain("127.0.0.1");
  expect(addresses.filter((address) => isIP(address) === 0)).toEqual([]);
  expect(addresses.filter((address) => address.startsWith("fe80:") && !address.includes("%"))).toEqual([]);
});
