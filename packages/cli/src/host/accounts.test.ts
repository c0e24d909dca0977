import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { asksElsewhere, namesIn, openAccountFiles, openAccounts } from "./accounts.ts";
import { locateBelow } from "./locate-below.ts";

const folder = mkdtempSync(join(tmpdir(), "smtpd-lint-accounts-"));

afterAll(() => rmSync(folder, { recursive: true }));

/** The accounts of a tree with these files in its /etc. */
function accountsOf(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(folder, "root-"));
  mkdirSync(join(root, "etc"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, "etc", name), text);
  return openAccountFiles((path) => locateBelow(root, path));
}

const passwd = "root:x:0:0::/root:/bin/sh\nvmail:*:2000:2000::/var/vmail:/sbin/nologin\n";

test("the names are the first fields", () => {
  expect([...namesIn(`${passwd}# a comment: not a user\n\nno fields\n:x:1:\n`)]).toEqual(["root", "vmail"]);
});

describe("in a tree", () => {
  test("the files are asked", () => {
    const { hasUser, hasGroup } = accountsOf({ passwd, group: "wheel:*:0:root\n" });
    expect([hasUser("vmail"), hasUser("nosuch"), hasGroup("wheel"), hasGroup("vmail")]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test("nothing is known without files", () => {
    const { hasUser, hasGroup } = accountsOf({});
    expect([hasUser("root"), hasGroup("root")]).toEqual([undefined, undefined]);
  });

  test("a directory service can know more", () => {
    const { hasUser, hasGroup } = accountsOf({ passwd, group: "", "nsswitch.conf": "passwd: files sss\n" });
    expect([hasUser("root"), hasUser("nosuch"), hasGroup("nosuch")]).toEqual([true, undefined, false]);
  });
});

test.each([
  ["", false],
  ["passwd: files\n", false],
  ["passwd:\tfiles systemd # ldap\n", false],
  ["passwd: compat [NOTFOUND=return]\n", false],
  ["passwd: files ldap\n", true],
  ["# passwd: ldap\ngroup: ldap\npasswd: files\n", false],
])("nsswitch.conf %j asks elsewhere: %s", (text, expected) => {
  expect(asksElsewhere(text, "passwd")).toBe(expected);
});

test("this machine knows its own accounts", () => {
  const { hasUser, hasGroup } = openAccounts();
  expect([hasUser("root"), hasUser("nosuch7"), hasGroup("nosuch7"), hasUser("-u")]).toEqual([
    true,
    false,
    false,
    undefined,
  ]);
});
