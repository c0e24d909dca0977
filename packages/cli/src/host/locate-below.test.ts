import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { locateBelow } from "./locate-below.ts";

let folder: string;
let root: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-root-"));
  root = join(folder, "root");
  mkdirSync(join(root, "etc/mail"), { recursive: true });
  writeFileSync(join(folder, "outside"), "");
  writeFileSync(join(root, "etc/mail/aliases"), "");
  const links: Readonly<Record<string, string>> = {
    "etc/aliases": "mail/aliases",
    "etc/absolute": "/etc/mail/aliases",
    "etc/mail/up": "../../etc/mail/aliases",
    "etc/far-up": "../../../../../../../etc/mail/aliases",
    "etc/outside": "../../outside",
    "etc/real-outside": join(folder, "outside"),
    "etc/dangling": "nowhere",
    "etc/self": "self",
    "etc/ping": "pong",
    "etc/pong": "ping",
    "etc/folder": "/etc/mail",
    "etc/top": "/",
    mail: "etc/mail/",
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(root, name));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Where a path leads, from the root. */
function located(path: string): string | undefined {
  return locateBelow(root, path)?.slice(root.length);
}

describe("stays below the root", () => {
  test.each([
    ["/etc/mail/aliases", "/etc/mail/aliases"],
    ["//etc/./mail//aliases", "/etc/mail/aliases"],
    ["/../../etc/mail/aliases", "/etc/mail/aliases"],
    ["/etc/../../../etc/mail/aliases", "/etc/mail/aliases"],
    ["/etc/aliases", "/etc/mail/aliases"],
    ["/etc/absolute", "/etc/mail/aliases"],
    ["/etc/mail/up", "/etc/mail/aliases"],
    ["/etc/far-up", "/etc/mail/aliases"],
    ["/etc/folder/aliases", "/etc/mail/aliases"],
    ["/mail/aliases", "/etc/mail/aliases"],
    ["/etc/top/etc/top/etc/aliases", "/etc/mail/aliases"],
    ["/etc/folder/../mail/aliases", "/etc/mail/aliases"],
    ["/etc/mail", "/etc/mail"],
    ["/etc/mail/", "/etc/mail"],
    ["/", ""],
    ["/..", ""],
  ])("%s is %s", (path, place) => expect(located(path)).toBe(place));
});

test.each([
  "/outside",
  "/../outside",
  "/etc/outside",
  "/etc/real-outside",
  "/etc/dangling",
  "/etc/self",
  "/etc/ping",
  "/etc/missing/../mail/aliases",
  "/etc/mail/aliases/",
  "/etc/mail/aliases/..",
  "/etc/mail/aliases/x",
])("%s is nothing", (path) => expect(located(path)).toBeUndefined());
