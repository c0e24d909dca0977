import { execFileSync } from "node:child_process";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname, networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Daemon, findDaemons, openAsker, withScratchFolder } from "../conformance/daemon.ts";
import { prepareCommand, runCommand } from "./command.ts";

const isRoot = process.getuid?.() === 0;
const daemons = await findDaemons();
const reason = daemons.found.length === 0 ? daemons.reason : isRoot ? "" : "only root can give files to other users";
if (reason) console.log(`skipped: ${reason}; --host is not compared with smtpd`);

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-host-"));
  chmodSync(folder, 0o755);
  makeFiles();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rest = 'action "local" mbox\nmatch for local action "local"\n';

/** A key as text, in one of the forms that OpenSSL writes. */
function pem(key: KeyObject, type: "pkcs8" | "pkcs1" | "sec1" = "pkcs8", passphrase?: string): string {
  const protection = passphrase === undefined ? {} : { cipher: "aes-128-cbc", passphrase };
  return key.export({ type: type as "pkcs8", format: "pem", ...protection }).toString();
}

function make(name: string, content: string | Uint8Array, mode = 0o644, owner = 0): void {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  if (isRoot) chownSync(path, owner, 0);
}

const modes = [
  0o000, 0o400, 0o600, 0o640, 0o644, 0o660, 0o700, 0o740, 0o741, 0o744, 0o750, 0o755, 0o757, 0o775, 0o777, 0o4755,
];

/** Keys by name, in every form that smtpd may take or refuse. */
function makeKeys(): Readonly<Record<string, string | Uint8Array>> {
  const ec = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const dsa = generateKeyPairSync("dsa", { modulusLength: 1024, divisorLength: 160 });
  const publicKey = ec.publicKey.export({ type: "spki", format: "pem" }).toString();
  const key = pem(ec.privateKey);
  return {
    ec: key,
    "ec-sec1": pem(ec.privateKey, "sec1"),
    rsa: pem(rsa.privateKey),
    "rsa-pkcs1": pem(rsa.privateKey, "pkcs1"),
    dsa: pem(dsa.privateKey),
    ed25519: pem(generateKeyPairSync("ed25519").privateKey),
    x25519: pem(generateKeyPairSync("x25519").privateKey),
    public: publicKey,
    "public-and-key": publicKey + key,
    "text-around": `Bag Attributes\n${key}the end\n`,
    crlf: key.replaceAll("\n", "\r\n"),
    two: pem(rsa.privateKey) + key,
    truncated: key.slice(0, 100),
    damaged: key.replace(/\n..../, "\n!!!!"),
    "damaged-and-key": `-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n${key}`,
    der: ec.privateKey.export({ type: "pkcs8", format: "der" }),
    empty: "",
    text: "no key\n",
    "passphrase-pkcs8": pem(rsa.privateKey, "pkcs8", "secret"),
    "passphrase-pkcs1": pem(rsa.privateKey, "pkcs1", "secret"),
  };
}

const keys = makeKeys();

function makeFiles(): void {
  mkdirSync(join(folder, "directory"));
  execFileSync("mkfifo", [join(folder, "pipe")]);
  for (const [name, target] of Object.entries({
    "link-to-list": "list",
    "link-to-nothing": "nothing",
    "link-to-key": "key",
  })) {
    symlinkSync(target, join(folder, name));
  }
  make("certificate", "not looked at\n");
  make("key", keys["ec"] ?? "", 0o600);
  make("list", "example.org\n");
  make("mapping", "root anna\n");
  for (const mode of modes) {
    make(`certificate-${mode.toString(8)}`, "", mode);
    make(`key-${mode.toString(8)}`, keys["ec"] ?? "", mode);
  }
  make("certificate-of-another", "", 0o644, 1000);
  make("key-of-another", keys["ec"] ?? "", 0o600, 1000);
  for (const [name, content] of Object.entries(keys)) make(`key-${name}`, content, 0o600);
  tableTexts.forEach((text, index) => void make(`table-${index}`, Buffer.from(text, "latin1")));
}

/** Table files: those with a point to them, and some made of pieces of others. Characters are bytes. */
const tableTexts = [
  ...[
    "",
    "# x\n",
    "a\n",
    "a",
    "\ta \n",
    "a b\n",
    "a: b\n",
    "a:b\n",
    "a : b\n",
    "a :b\n",
    "a:\n",
    "a :\n",
    ":b\n",
    "::1\n",
  ],
  ...["[::1]\n", "[::1] x\n", "[::1]:x\n", "[::1]x\n", "[::1\n", "[a]\n", "[]\n", "[] x\n", "a\n[b\n", "a b\n[c] d\n"],
  ...["# @list\n::1\n", "#@list\na b\n", " #\t@list \na b\n", "# @list x\n::1\n", "# @LIST\n::1\n", "## @list\n::1\n"],
  ...[
    "a b\n# @list\nc\n",
    "a\nb c\n",
    "a b\nc\n",
    "a b\n\n # x\nc d\n",
    "a\r\n",
    "a b\r\n",
    "a b\nc\0 d\n",
    "a\xa0b\n",
  ],
  ...["smtps://label@relay.example.net\n", "example.org # comment\n", "a b c d\n", `${"k".repeat(1100)} v\n`],
  ...fc
    .sample(
      fc.array(
        fc.constantFrom(
          " ",
          "\t",
          ":",
          "[",
          "]",
          "#",
          "@list",
          "\r",
          "\n",
          "\v",
          "\0",
          "a",
          "\xa0",
          "[a]",
          "::1",
          "a b\n",
          '"',
        ),
        { minLength: 1, maxLength: 10 },
      ),
      { numRuns: 60, seed: 7 },
    )
    .map((pieces) => pieces.join("")),
];

/** The texts to compare, by what is tried with them. */
function configurations(): Readonly<Record<string, readonly string[]>> {
  const file = (name: string) => `"${join(folder, name)}"`;
  const table = (path: string, use: string) =>
    `table "t" file:${path}\naction "local" mbox${use === "alias" ? " alias <t>" : ""}\n` +
    `match from ${use === "src" ? "src <t>" : "local"} for local action "local"\n`;
  const tables = tableTexts.map((_text, index) => join(folder, `table-${index}`));
  const odd = ["nothing", "directory", "link-to-list", "link-to-nothing", "list/x"].map((name) => join(folder, name));
  const pki = (certificate: string, key: string) => `pki "a" cert ${file(certificate)} key ${file(key)}\n${rest}`;
  const octal = modes.map((mode) => mode.toString(8));
  const oddFiles = ["nothing", "directory", "link-to-nothing"];
  return {
    "table files": [...tables, ...odd, "/dev/null"].flatMap((path) => [table(path, "src"), table(path, "alias")]),
    certificates: [
      ...octal.map((mode) => pki(`certificate-${mode}`, "key")),
      ...["certificate-of-another", ...oddFiles].map((name) => pki(name, "key")),
    ],
    keys: [
      ...octal.map((mode) => pki("certificate", `key-${mode}`)),
      ...["key-of-another", "link-to-key", ...oddFiles].map((name) => pki("certificate", name)),
      ...Object.keys(keys).map((name) => pki("certificate", `key-${name}`)),
    ],
    "certificates of authorities": [
      ...octal.map((mode) => `certificate-${mode}`),
      "certificate-of-another",
      ...oddFiles,
    ].map((name) => `ca "a" cert ${file(name)}\n${rest}`),
    "the file that counts of several": [
      `pki "a" cert ${file("nothing")} cert ${file("certificate")} key ${file("key")}\n${rest}`,
      `pki "a" cert ${file("certificate")} key ${file("key")}\npki "A" cert ${file("nothing")}\n${rest}`,
      `pki "a" cert ${file("nothing")}\npki "a" key ${file("key")} cert ${file("certificate")}\n${rest}`,
      `ca "a" cert ${file("nothing")}\nca "a" cert ${file("certificate")}\n${rest}`,
      `ca "a" cert ${file("certificate")}\nca "a" cert ${file("nothing")}\n${rest}`,
    ],
    services: [
      "smtp",
      "mail",
      "submission",
      "submissions",
      "smtps",
      "urd",
      "SMTP",
      '"25"',
      "tftp",
      "nosuch",
      '""',
      '"#"',
    ].map((name) => `listen on lo port ${name}\n${rest}`),
    addresses: [...addresses(), ...addresses().flatMap((name) => [`${name} inet4`, `${name} inet6`])].map(
      (name) => `listen on ${name}\n${rest}`,
    ),
    "table programs": ["nosuch:/x", "sqlite:/x", "proc:/nosuch", '"../x:/x"', '"":/x', "getpwnam"].map(
      (config) => `table "t" ${config}\n${rest}`,
    ),
    includes: [
      `include ${file("list")}\n${rest}`,
      `include ${file("nothing")}\n${rest}`,
      `include ${file("directory")}\n${rest}`,
      `include ${file("key-empty")}\n${rest}`,
      `include "/dev/null"\n${rest}`,
    ],
  };
}

function addresses(): string[] {
  const literals = [
    "127.0.0.1",
    "0.0.0.0",
    "192.0.2.77",
    '"::1"',
    '"::"',
    '"2001:db8::77"',
    '"fe80::1%lo"',
    '"::1%lo"',
  ];
  const oddLiterals = [
    '"fe80::1%nosuch"',
    "127.1",
    '"127.0.0.01"',
    '"[::1]"',
    '"1.2.3.4.5"',
    '"::ffff:192.0.2.1"',
    '"12345::1"',
  ];
  const names = [
    "localhost",
    "LOCALHOST",
    `"${hostname()}"`,
    "nosuch.invalid",
    "nosuch0",
    '"a b"',
    '"*"',
    '""',
    "all",
    "egress",
  ];
  return [...Object.keys(networkInterfaces()).map((name) => `"${name}"`), ...literals, ...oddLiterals, ...names];
}

describe.skipIf(reason !== "")("says with --host what smtpd says on this machine:", () => {
  test.each(daemons.found.map((daemon) => [daemon.release, daemon] as const))("%s", async (_release, daemon) => {
    for (const [what, texts] of Object.entries(configurations())) {
      const verdicts = verdictsOf(texts, daemon.release);
      const answers = await askAll(daemon, texts);
      const different = texts.filter((_text, index) => verdicts[index] !== answers[index]);
      expect(different, `${what}, of ${texts.length}`).toEqual([]);
    }
  });
});

/** Whether the command, with `--host`, accepts each of these texts for a release. */
function verdictsOf(texts: readonly string[], release: string, ...parameters: readonly string[]): boolean[] {
  const names = texts.map((text, index) => {
    const name = `configuration-${index}.conf`;
    writeFileSync(join(folder, name), text);
    return name;
  });
  const given = parameters.length > 0 ? parameters : ["--host"];
  const { stdout, stderr } = runCommand([...given, "--format", "json", "--target", release, ...names], { cwd: folder });
  if (stdout === "") throw new Error(stderr);
  const { files } = JSON.parse(stdout) as { files: { verdict: string }[] };
  return files.map(({ verdict }) => verdict === "accepted");
}

function askAll(daemon: Daemon, texts: readonly string[]): Promise<boolean[]> {
  return withScratchFolder(async (scratch) => {
    const asker = openAsker(daemon, scratch, 2);
    const answers = await Promise.all(texts.map((text) => asker.ask(text))).finally(asker.close);
    return answers.map(({ ok }) => ok);
  });
}

describe("--host", () => {
  /** What smtpd refuses in one text, in words. */
  function messagesFor(text: string, ...parameters: string[]): string[] {
    writeFileSync(join(folder, "smtpd.conf"), text);
    const { stdout } = runCommand(["-n", "--format", "json", ...parameters], { cwd: folder });
    const { files } = JSON.parse(stdout) as { files: { diagnostics: { message: string; code: string }[] }[] };
    return files.flatMap(({ diagnostics }) => diagnostics.map(({ message, code }) => `${message} [${code}]`));
  }

  test("without it, nothing but the file is looked at", () => {
    const path = join(folder, "nothing");
    const text = `table "t" file:${path}\npki "a" cert "${path}" key "${path}"\nlisten on nosuch0\n${rest}`;
    expect(messagesFor(text)).toEqual([]);
  });

  test("names the line of a table file that cannot be read", () => {
    make("bad-table", "root anna\n\n# the others\nbert\n");
    expect(messagesFor(`table "t" "${folder}/bad-table"\n${rest}`, "--host")).toEqual([
      `Line 4 of the table file "${folder}/bad-table" is a key without a value, and smtpd refuses the whole table. [invalid-table-file]`,
    ]);
  });

  test("knows a table file for a list", () => {
    expect(messagesFor(`table "t" "${folder}/list"\naction "a" mbox alias <t>\nmatch action "a"\n`, "--host")).toEqual([
      '"alias" takes a mapping (key = value), and this is a list. [table-kind-mismatch]',
    ]);
  });

  test("tells an interface without an address of a family", () => {
    const found = messagesFor(`listen on nosuch0 inet6\nlisten on localhost inet6\n${rest}`, "--host");
    expect(found[0]).toBe('"nosuch0" is no interface, address or host name of this machine. [invalid-listen-address]');
    for (const message of found.slice(1)) expect(message).toMatch(/^"localhost" has no IPv6 address on this machine\./);
  });

  const skipped = isRoot && !canRunAs(65534) ? "no user 65534 to run the command as" : "";
  if (skipped) console.log(`skipped: ${skipped}; a key that may not be read is not tried`);

  test.skipIf(skipped !== "")("says which files it may not look at", () => {
    mkdirSync(join(folder, "private"), { mode: 0o700 });
    make("private/key", "no key", 0o600);
    if (!isRoot) chmodSync(join(folder, "private"), 0);
    const key = join(folder, "private/key");
    writeFileSync(
      join(folder, "smtpd.conf"),
      `table "t" "${key}"\naction "local" mbox alias <t>\nmatch for local action "local"\n`,
    );
    const { status, stdout, stderr } = runCommand(["--host"], { cwd: folder, ...(isRoot ? { user: 65534 } : {}) });
    expect([status, stdout]).toEqual([0, "No problems in smtpd.conf: smtpd 7.9 accepts it.\n"]);
    expect(stderr).toBe(`smtpd-lint: ${key}: not checked: only root may read it, as smtpd does.\n`);
  });
});

function canRunAs(user: number): boolean {
  return runCommand(["--version"], { user }).status === 0;
}

describe("--root", () => {
  /** A tree with these files, which is also the working directory; the path of each as smtpd would see it. */
  function tree(
    name: string,
    files: Readonly<Record<string, string>>,
    links: Readonly<Record<string, string>> = {},
  ): string {
    const root = join(folder, name);
    const entries = [...Object.keys(files), ...Object.keys(links)];
    for (const path of entries) mkdirSync(join(root, path, ".."), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      writeFileSync(join(root, path), text);
      chmodSync(join(root, path), path.endsWith(".key") ? 0o600 : 0o644);
    }
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
    return root;
  }

  function lintIn(root: string, ...parameters: string[]): readonly string[] {
    const { stdout } = runCommand(["-n", "--root", ".", "--format", "json", ...parameters, "smtpd.conf"], {
      cwd: root,
    });
    const { files } = JSON.parse(stdout) as { files: { diagnostics: { code: string }[] }[] };
    return files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
  }

  test("shows what it finds", async () => {
    const folderOfExamples = new URL("../examples/", import.meta.url).pathname;
    const root = tree("example", {
      "etc/mail/aliases": "# People\nroot: anna\npostmaster\n",
      "etc/mail/domains": "example.org\nexample.net\n",
      "etc/ssl/mail.crt": "",
      "etc/ssl/mail.key": "not a key\n",
      "etc/ssl/open.key": keys["ec"] as string,
    });
    chmodSync(join(root, "etc/ssl/open.key"), 0o644);
    execFileSync("cp", [`${folderOfExamples}root.conf`, root]);
    const { stdout } = runCommand(["--root", ".", "root.conf"], { cwd: root });
    await expect(stdout).toMatchFileSnapshot(`${folderOfExamples}root.out`);
  });

  test("looks for absolute paths below the folder, and for links within it", () => {
    const outside = join(folder, "list");
    const root = tree(
      "links",
      {
        "smtpd.conf": [
          'include "/etc/more.conf"',
          'table "good" "/etc/link"',
          'table "absolute" "/etc/absolute"',
          'table "up" "/../../../../etc/table"',
          'table "outside" "/etc/outside"',
          `table "itself" "${outside}"`,
          rest,
        ].join("\n"),
        "etc/more.conf": "queue ttl 1d\n",
        "etc/table": "root anna\n",
      },
      { "etc/link": "table", "etc/absolute": "/etc/table", "etc/outside": outside },
    );
    expect(lintIn(root)).toEqual(["file-not-found", "file-not-found"]);
  });

  test("reads relative includes from the working directory", () => {
    const root = tree("relative", { "smtpd.conf": `include "more.conf"\n${rest}`, "more.conf": "queue ttl 1w\n" });
    expect(lintIn(root)).toEqual(["invalid-delay"]);
  });

  test("leaves open what a tree without smtpd cannot tell", () => {
    const text = `listen on em0 port submission\nlisten on mx.example.org\ntable "t" sqlite:/etc/x\n${rest}`;
    expect(lintIn(tree("configuration", { "smtpd.conf": text }))).toEqual([]);
  });

  test("asks a tree with smtpd for its services and programs", () => {
    const text = `listen on em0 port submission\nlisten on em0 port intake\ntable "a" ldap:/x\ntable "b" sqlite:/x\n${rest}`;
    const files = { "smtpd.conf": text, "usr/sbin/smtpd": "", "etc/services": "intake 999/tcp\n" };
    const root = tree("system", { ...files, "usr/lib/x86_64-linux-gnu/opensmtpd/table-ldap": "" });
    expect(lintIn(root)).toEqual(["invalid-port", "unknown-table-backend"]);
  });

  if (!isRoot) console.log("skipped: only root can give files to other users; owners below --root are not tried");

  test.skipIf(!isRoot)("minds the owner of a key in a tree that is root's own, and in no other", () => {
    const text = `pki "a" cert "/a.crt" key "/a.key"\n${rest}`;
    const root = tree("owners", { "smtpd.conf": text, "a.crt": "", "a.key": keys["ec"] as string });
    chownSync(join(root, "a.key"), 1000, 1000);
    expect(statSync(root).uid).toBe(0);
    expect(lintIn(root)).toEqual(["file-permissions"]);
    chownSync(root, 1000, 1000);
    expect(lintIn(root)).toEqual([]);
  });
});
