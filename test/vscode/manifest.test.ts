import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { presetNames, releases, rules } from "smtpd-conf";
import { defaultSettings } from "smtpd-conf-language-service";
import { describe, expect, test } from "vitest";
import { commandNames } from "../../packages/language-server/src/commands.ts";
import { noSettings, readServerSettings, serverSettingsField } from "../../packages/language-server/src/settings.ts";

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly markdownDescription: string;
  readonly scope: string;
  readonly [key: string]: unknown;
}

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const folder = fileURLToPath(new URL("../../packages/vscode/", import.meta.url));
const manifest = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
const { contributes } = manifest;
const sections: readonly { readonly properties: Readonly<Record<string, Setting>> }[] = contributes.configuration;
const settings: Readonly<Record<string, Setting>> = Object.assign({}, ...sections.map(({ properties }) => properties));
const source = readdirSync(`${folder}src`).map((name) => readFileSync(`${folder}src/${name}`, "utf8"));

/** `lint.run` and its like: the settings that the server reads, by the names that they have there. */
function serverSettings(fields: object, before = "smtpd-lint."): string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.kind === "object" && name !== "rules" ? serverSettings(field.fields, `${before}${name}.`) : [before + name],
  );
}

/** What the editor sends of these values: `a.b.c` as an object in an object. */
function sent(values: Readonly<Record<string, unknown>>): unknown {
  const root: Tree = {};
  for (const [name, value] of Object.entries(values)) {
    const path = name.split(".").slice(1);
    const last = path.pop() ?? "";
    let place = root;
    for (const key of path) place = childOf(place, key);
    place[last] = value;
  }
  return root;
}

interface Tree {
  [key: string]: unknown;
}

function childOf(tree: Tree, key: string): Tree {
  tree[key] ??= {};
  return tree[key] as Tree;
}

const defaults = Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default]));

describe("settings", () => {
  test("are those that the server reads", () => {
    // This editor formats on save by itself.
    const others = ["smtpd-lint.format.onSave"];
    const read = serverSettings(serverSettingsField.fields);
    expect([...Object.keys(settings), ...others].sort()).toEqual(read.sort());
  });

  test("have the defaults that the server has", () => {
    const { settings: read, problems } = readServerSettings(sent(defaults));
    expect(problems).toEqual([]);
    expect(read).toEqual({ ...noSettings, service: defaultSettings, lint: { preset: "recommended", rules: {} } });
  });

  test.each(Object.entries(settings))("%s says what it does, and how far it reaches", (_name, setting) => {
    expect(setting.markdownDescription).toMatch(/^[A-Z].*\.$/s);
    expect(["resource", "window", "machine-overridable"]).toContain(setting.scope);
  });

  test.each(Object.entries(settings))("%s: each choice and the default are taken by the server", (name, setting) => {
    for (const value of [setting.default, ...(setting.enum ?? [])]) {
      expect(readServerSettings(sent({ [name]: value })).problems, String(value)).toEqual([]);
    }
  });

  test("know all releases, sets of rules and rules", () => {
    expect(settings["smtpd-lint.targetRelease"]?.enum).toEqual(["auto", ...[...releases].reverse()]);
    expect(settings["smtpd-lint.lint.preset"]?.enum).toEqual(presetNames);
    const names = settings["smtpd-lint.lint.rules"]?.["propertyNames"] as { readonly enum: readonly string[] };
    expect(names.enum).toEqual(rules.map(({ code }) => code));
  });

  test("the editor takes for rules what the server takes", () => {
    const { type, propertyNames, properties, additionalProperties } = settings["smtpd-lint.lint.rules"] as Setting;
    const names = propertyNames as { readonly enum: readonly string[] };
    const schema = { type, propertyNames: { enum: names.enum }, properties, additionalProperties };
    const takes = new Ajv({ strict: false }).compile(schema);
    const levels = ["off", "on", "hint", "info", "warning", "error", "fatal", 1];
    const pairs = [["error"], ["error", {}], ["error", { days: 3 }], ["error", { days: -1 }], ["error", { weeks: 1 }]];
    for (const value of [...levels, ...pairs]) {
      for (const code of ["open-relay", "certificate-expired", "no-such-rule"]) {
        const rulesOf = { [code]: value };
        const { problems } = readServerSettings({ lint: { rules: rulesOf } });
        expect(takes(rulesOf), JSON.stringify(rulesOf)).toBe(problems.length === 0);
      }
    }
  });

  test("what reaches out of the workspace waits until it is trusted", () => {
    expect(manifest.capabilities.untrustedWorkspaces).toMatchObject({
      supported: "limited",
      restrictedConfigurations: ["smtpd-lint.allowedFolders"],
    });
  });
});

describe("commands", () => {
  const commands: readonly string[] = contributes.commands.map(({ command }: { command: string }) => command);
  const registered = [...source.join("").matchAll(/^ {4}(\w+): \(/gm)].map(([, name]) => `smtpd-lint.${name}`);

  test("each is there, and has a name of its own beside those of the server", () => {
    expect(registered).toEqual(expect.arrayContaining([...commands]));
    expect(new Set(commands).size).toBe(commands.length);
  });

  test("the server is asked for what it has, by names that are not ours", () => {
    const asked = [...source.join("").matchAll(/^ {2}readonly "(smtpd-lint\.\w+)"/gm)].map(([, name]) => name);
    expect(asked.sort()).toEqual([...commandNames].sort());
    expect(commands.filter((name) => asked.includes(name))).toEqual([]);
  });

  test("menus, steps and settings lead to commands that exist", () => {
    const menus = Object.values(contributes.menus) as readonly (readonly MenuItem[])[];
    const items = menus.flat();
    const steps: readonly Step[] = contributes.walkthroughs[0].steps;
    const linked = steps.flatMap(({ description }) =>
      [...description.matchAll(/\(command:(smtpd-lint[^)]+)\)/g)].map(([, name]) => name),
    );
    const awaited = steps.flatMap(({ completionEvents }) =>
      completionEvents.flatMap((event) => /^onCommand:(smtpd-lint.*)/.exec(event)?.[1] ?? []),
    );
    const used = [...items.flatMap(({ command }) => command ?? []), ...linked, ...awaited];
    expect(commands).toEqual(expect.arrayContaining([...new Set(used)]));
    const submenus = contributes.submenus.map(({ id }: { id: string }) => id);
    expect(submenus).toEqual(items.flatMap(({ submenu }) => submenu ?? []));
  });

  test("those about a configuration are offered where there is one", () => {
    const offered: readonly MenuItem[] = contributes.menus.commandPalette;
    expect(offered.length).toBeGreaterThan(3);
    for (const { when } of offered) expect(when).toMatch(/editorLangId == smtpd-conf/);
  });
});

describe("the language", () => {
  const [language] = contributes.languages;
  const isFirstLine = (text: string) => new RegExp(language.firstLine).test(text);

  test.each([
    "# smtpd.conf for mail.example.org",
    "#	$OpenBSD: smtpd.conf,v 1.14 2019/11/26 20:14:38 gilles Exp $",
    "# See smtpd.conf(5) for more information.",
    "# -*- mode: smtpd-conf -*-",
    "# -*- smtpd -*-",
    "# vim: set ft=smtpd :",
  ])("is seen in the line %s", (line) => expect(isFirstLine(line)).toBe(true));

  test.each(["# mail", "smtpd.conf", "# smtpd.configuration", "# my-smtpd.confused", "# smtpd_banner = x", ""])(
    "is not seen in the line %s",
    (line) => expect(isFirstLine(line)).toBe(false),
  );

  test("wakes the extension up", () => expect(manifest.activationEvents).toEqual([`onLanguage:${language.id}`]));

  test("has an icon, which is there", () => {
    for (const path of Object.values<string>(language.icon)) expect(existsSync(folder + path), path).toBe(true);
  });
});

describe("the walkthrough", () => {
  const steps: readonly Step[] = contributes.walkthroughs[0].steps;

  test.each(steps)("$id has a picture, with a description for those who do not see it", ({ media }) => {
    expect(existsSync(folder + media.image), media.image).toBe(true);
    expect(media.altText.length).toBeGreaterThan(30);
  });
});

test("the README shows pictures that are there, and names what the manifest offers", () => {
  const readme = readFileSync(`${folder}README.md`, "utf8");
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\((?!https?:)([^)]+)\)/g)].map(([, path]) => path ?? "");
  expect(pictures.length).toBeGreaterThan(2);
  for (const path of pictures) expect(existsSync(folder + path), path).toBe(true);
  for (const name of Object.keys(settings)) expect(readme).toContain(`\`${name}\``);
  for (const { title } of contributes.commands) expect(readme).toContain(title);
});

test("the client's versions fit the editor that is asked for", () => {
  const { dependencies, engines } = JSON.parse(
    readFileSync(new URL("../../node_modules/vscode-languageclient/package.json", import.meta.url), "utf8"),
  );
  expect(manifest.engines.vscode).toBe(engines.vscode);
  expect(dependencies).toBeDefined();
  expect(manifest.devDependencies["@types/vscode"]).toBe(`${manifest.engines.vscode.slice(1)}`);
});
