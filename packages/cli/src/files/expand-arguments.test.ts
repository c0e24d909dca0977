import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { templateKindOf } from "smtpd-conf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultOptions } from "../options.ts";
import { openSettings } from "../settings/open-settings.ts";
import { expandArguments } from "./expand-arguments.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-files-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

/** Makes files in a folder of their own; one with `→` in it is a link. */
function tree(files: readonly string[], contents: Readonly<Record<string, unknown>> = {}): string {
  const top = join(folder, String(++count));
  mkdirSync(top);
  for (const file of [...files, ...Object.keys(contents)]) {
    const [name = "", target] = file.split(" → ");
    mkdirSync(dirname(join(top, name)), { recursive: true });
    if (target === undefined) writeFileSync(join(top, name), JSON.stringify(contents[name] ?? ""));
    else symlinkSync(target, join(top, name));
  }
  return top;
}

/** What arguments below a folder mean, without the path of the folder; the sentence where they mean nothing. */
async function expand(top: string, named: readonly string[], ignore: readonly string[] = []) {
  const settings = await openSettings(defaultOptions);
  if ("complaint" in settings) throw new Error(settings.complaint);
  const paths = named.map((name) => (name === "-" ? name : `${top}/${name}`));
  const found = await expandArguments(paths, ignore, settings);
  const without = (text: string) => text.replaceAll(`${top}/`, "");
  return "complaint" in found ? { ...found, complaint: without(found.complaint) } : found.map(without);
}

describe("a folder means", () => {
  test("the files of the usual names, in order, wherever they are", async () => {
    const names = [
      ...[
        "a/smtpd.conf",
        "a/smtpd-mx.conf",
        "a/smtpd.local.conf",
        "a/mx.smtpd.conf",
        "b c/{d}/[e]/smtpd.conf",
        ".f/smtpd.conf",
      ],
      ...["t/smtpd.conf.j2", "t/smtpd-x.conf.erb", "t/smtpd.conf.OpenBSD.j2", "t/x.smtpd.conf.tmpl", "smtpd.conf"],
    ];
    const others = ["a/smtpd.conf.5", "a/xsmtpd.conf", "a/other.conf", "node_modules/x/smtpd.conf", ".git/smtpd.conf"];
    const sasl = ["etc/sasl2/smtpd.conf", "etc/postfix/sasl/smtpd.conf"];
    const top = tree([...names, ...others, ...sasl]);
    expect(await expand(top, ["."])).toEqual(names.toSorted());
    expect(await expand(top, ["b c"])).toEqual(["b c/{d}/[e]/smtpd.conf"]);
  });

  test("templates of all endings that tell of one", async () => {
    const names = ["j2", "jinja", "erb", "epp", "mustache", "hbs", "gotmpl", "tpl", "envsubst", "template", "in"].map(
      (ending) => `smtpd.conf.${ending}`,
    );
    expect(names.filter((name) => templateKindOf(name, "{{ x }}") === undefined)).toEqual([]);
    expect(await expand(tree(names), ["."])).toEqual(names.toSorted());
  });

  test("no file twice, whatever leads to it", async () => {
    const top = tree(["a/smtpd.conf", "b/smtpd.conf", "x.conf"]);
    expect(await expand(top, ["x.conf", "b", "-", ".", "./x.conf", "a/*.conf"])).toEqual([
      "x.conf",
      "b/smtpd.conf",
      "-",
      "a/smtpd.conf",
    ]);
  });

  test("links to files below it, and no links to folders", async () => {
    const top = tree([
      "in/real/smtpd.conf",
      "in/smtpd-link.conf → real/smtpd.conf",
      "in/again → .",
      "in/up → ..",
      "in/smtpd-folder.conf → real",
      "in/smtpd-gone.conf → nosuch",
      "in/smtpd-out.conf → ../outside.conf",
      "in/smtpd-loop.conf → smtpd-loop.conf",
      "outside.conf",
      "link → in",
    ]);
    expect(await expand(top, ["in"])).toEqual(["in/real/smtpd.conf", "in/smtpd-link.conf"]);
    expect(await expand(top, ["link"])).toEqual(["link/real/smtpd.conf", "link/smtpd-link.conf"]);
  });

  test("what the settings say, and not what they leave out", async () => {
    const settings = { files: ["hosts/*/mail.conf"], ignores: ["old", "hosts/x*/"] };
    const top = tree(
      ["hosts/a/mail.conf", "hosts/old/mail.conf", "hosts/x1/mail.conf", "hosts/a/b/mail.conf", "smtpd.conf"],
      { ".smtpd-lintrc.json": settings },
    );
    expect(await expand(top, ["."])).toEqual(["hosts/a/mail.conf"]);
    expect(await expand(top, ["hosts"])).toEqual(["hosts/a/mail.conf"]);
    expect(await expand(top, ["hosts/a"])).toEqual(["hosts/a/mail.conf"]);
    // What is named is meant.
    expect(await expand(top, ["hosts/old/mail.conf"])).toEqual(["hosts/old/mail.conf"]);
  });

  test("not what settings further down leave out", async () => {
    const contents = { "a/.smtpd-lintrc.json": { ignores: ["old/", "smtpd-x.conf"] } };
    const top = tree(["a/old/deep/smtpd.conf", "a/smtpd.conf", "a/smtpd-x.conf", "old/smtpd.conf"], contents);
    expect(await expand(top, ["."])).toEqual(["a/smtpd.conf", "old/smtpd.conf"]);
  });

  test("not what --ignore leaves out", async () => {
    const top = tree(["a/smtpd.conf", "b/smtpd.conf", "c/smtpd.conf"]);
    expect(await expand(top, ["."], ["a", "**/b/*.conf"])).toEqual(["c/smtpd.conf"]);
  });

  test("something, or it is a mistake", async () => {
    const top = tree(["a/x.conf"], { "b/.smtpd-lintrc.json": { files: ["y.conf"] }, "c/.smtpd-lintrc.json": { x: 1 } });
    const complaint = (await expand(top, ["a", "b", "nosuch*"])) as { complaint: string; code: number };
    expect(complaint.code).toBe(2);
    expect(complaint.complaint.split("\nsmtpd-lint: ")).toEqual([
      'There is no smtpd.conf in "a", and nothing like smtpd-*.conf or *.smtpd.conf. Name the files, or say with "files" in .smtpd-lintrc.json what they are called.',
      'No file in "b" matches y.conf, as b/.smtpd-lintrc.json has it.',
      'No file matches "nosuch*".',
    ]);
    expect(await expand(top, ["c"])).toMatchObject({
      complaint: expect.stringMatching(/^c\/.smtpd-lintrc.json:1:2: /),
    });
  });
});

describe("a glob means", () => {
  test.each<[string, readonly string[]]>([
    ["*.conf", ["x.conf", "y z.conf"]],
    ["?.conf", ["x.conf"]],
    ["**/*.conf", ["a/b/x.conf", "a/x.conf", "x.conf", "y z.conf"]],
    ["a/**", ["a/b/x.conf", "a/n.txt", "a/x.conf"]],
    ["{a,c}/x.conf", ["a/x.conf"]],
    ["{a/b,c}/*.conf", ["a/b/x.conf"]],
    ["*/x.conf", ["a/x.conf"]],
    ["[x-y]*.conf", ["x.conf", "y z.conf"]],
    ["a/../*.conf", ["x.conf", "y z.conf"]],
  ])("%s", async (glob, files) => {
    const top = tree(["x.conf", "y z.conf", "a/x.conf", "a/n.txt", "a/b/x.conf", "node_modules/x.conf"]);
    expect(await expand(top, [glob])).toEqual(files);
  });

  test("a file that really has such a name", async () => {
    const top = tree(["[x].conf", "x.conf", "*.conf", "{a,b}"]);
    expect(await expand(top, ["[x].conf", "*.conf", "{a,b}"])).toEqual(["[x].conf", "*.conf", "{a,b}"]);
    expect(await expand(top, ["[[]x].conf"])).toEqual(["[x].conf"]);
  });
});

test("anything else is the name of a file, be it there or not", async () => {
  expect(await expand(tree(["a.conf"]), ["a.conf", "nosuch", "a.conf/x", "x".repeat(300)])).toEqual([
    "a.conf",
    "nosuch",
    "a.conf/x",
    "x".repeat(300),
  ]);
});

test("thousands of files are found", async () => {
  const names = Array.from({ length: 2000 }, (_, index) => `${index % 20}/smtpd-${index}.conf`);
  expect(await expand(tree(names), ["."])).toHaveLength(2000);
});
