import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FileUse } from "smtpd-conf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openHostFiles } from "./host-files.ts";
import { openTableFiles } from "./table-files.ts";

let folder: string;
const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-files-"));
  mkdirSync(join(folder, "directory"));
  symlinkSync("self", join(folder, "self"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function make(name: string, content: string | Uint8Array, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

function filesHere(checkOwner = false) {
  const locate = (path: string) => path;
  return openHostFiles({ locate, tableFiles: openTableFiles(locate), target: "7.9", checkOwner });
}

function problemOf(path: string, use: FileUse, checkOwner = false) {
  return filesHere(checkOwner).fileProblem(path, use);
}

const pem = (protection: object = {}) => privateKey.export({ type: "pkcs8", format: "pem", ...protection }).toString();
const locked = (passphrase: string) => pem({ cipher: "aes-128-cbc", passphrase });

describe("finds out why smtpd would not read a file", () => {
  test.each<[name: string, problem: object]>([
    ["nowhere", { reason: "missing" }],
    ["directory", { reason: "directory" }],
    ["self", { reason: "failed", detail: "too many symbolic links encountered" }],
  ])("%s", (name, problem) => {
    for (const use of ["table", "database", "cert", "ca", "key"] as const) {
      expect(problemOf(join(folder, name), use)).toEqual(problem);
    }
  });

  test("a device, but not the empty one for a table", () => {
    expect(problemOf("/dev/zero", "table")).toEqual({ reason: "special" });
    expect(problemOf("/dev/null", "table")).toBeUndefined();
    expect(problemOf("/dev/null", "key")).toMatchObject({ reason: "mode", most: 0o740 });
  });

  test("nothing where there is no such place", () => {
    const locate = () => undefined;
    const tableFiles = openTableFiles(locate);
    const files = openHostFiles({ locate, tableFiles, target: "7.9", checkOwner: false });
    expect(files.fileProblem("/etc/aliases", "table")).toEqual({ reason: "missing" });
    expect(files.tableKind("/etc/aliases")).toBeUndefined();
  });
});

describe("modes", () => {
  test.each([
    ["cert", 0o644, 0o755, false],
    ["cert", 0o755, 0o755, false],
    ["cert", 0o664, 0o755, true],
    ["ca", 0o646, 0o755, true],
    ["key", 0o600, 0o740, false],
    ["key", 0o740, 0o740, false],
    ["key", 0o644, 0o740, true],
    ["key", 0o660, 0o740, true],
    ["table", 0o666, 0, false],
    ["key", 0o4740, 0o740, false],
  ] as const)("a %s of mode %o may have %o at most: %s", (use, mode, most, refused) => {
    const path = make("mode", use === "table" ? "" : pem(), mode);
    expect(problemOf(path, use)).toEqual(refused ? { reason: "mode", mode, most } : undefined);
  });

  test("the owner counts where it is asked for", () => {
    const owner = process.getuid?.() ?? 0;
    const problem = problemOf(make("owned", pem()), "key", true);
    expect(problem).toEqual(owner === 0 ? undefined : { reason: "owner", owner });
  });
});

describe("contents", () => {
  test.each<[what: string, content: string | Uint8Array, problem: object | undefined]>([
    ["a key", pem(), undefined],
    ["a key among other things", `certificate\n${pem()}`, undefined],
    ["no key", "no key\n", { reason: "content" }],
    ["nothing", "", { reason: "content" }],
    ["a binary key", privateKey.export({ type: "pkcs8", format: "der" }), { reason: "content" }],
    ["a key with a passphrase", locked("secret"), { reason: "passphrase" }],
  ])("%s for a key", (_what, content, problem) => expect(problemOf(make("key", content), "key")).toEqual(problem));

  test("a certificate may hold anything", () => {
    expect(problemOf(make("certificate", "anything\n"), "cert")).toBeUndefined();
    expect(problemOf(make("certificate", ""), "ca")).toBeUndefined();
  });

  test.each<[what: string, bytes: number[], good: boolean]>([
    ["a hash database", [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x61, 0x15, 0x06, 0], true],
    ["one of the other byte order", [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0x06, 0x15, 0x61], true],
    ["one of old", [0, 0x06, 0x15, 0x61, 0, 0, 0, 2], true],
    ["a B-tree", [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x62, 0x31, 0x05, 0], false],
    ["a text", [...Buffer.from("root: anna\npostmaster: anna\n")], false],
    ["nothing", [], false],
  ])("%s for a database", (_what, bytes, good) => {
    const problem = problemOf(make("database", Uint8Array.from(bytes)), "database");
    expect(problem).toEqual(good ? undefined : { reason: "content" });
  });

  test.each([
    ["root anna\n", "mapping", undefined],
    ["example.org\n", "list", undefined],
    ["root anna\nbert\n", undefined, { reason: "entry", fault: { line: 2, reason: "value" } }],
  ] as const)("%j for a table", (text, kind, problem) => {
    const path = make("table", text);
    expect(problemOf(path, "table")).toEqual(problem);
    expect(filesHere().tableKind(path)).toBe(kind);
  });
});

test("a file is looked at once", () => {
  const files = filesHere();
  const path = make("changing", "root anna\n");
  expect(files.tableKind(path)).toBe("mapping");
  make("changing", "example.org\n");
  expect(files.tableKind(path)).toBe("mapping");
});
