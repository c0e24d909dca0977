import { describe, expect, test } from "vitest";
import type { Change } from "./change.ts";
import { filterPhases } from "./filter-phases.ts";
import { formatModifiers, formatRange, formatSpecifiers } from "./format-specifiers.ts";
import { commonInterfaces } from "./interfaces.ts";
import { limits } from "./limits.ts";
import { lookupServices } from "./lookup-services.ts";
import { mailPorts } from "./mail-ports.ts";
import { regexManual } from "./match-conditions.ts";
import { optionLists } from "./option-lists.ts";
import { relaySchemes } from "./relay-schemes.ts";
import { isAtLeast, releases } from "./releases.ts";
import { settingName, settings } from "./settings.ts";
import { statements } from "./statements.ts";
import { tableBackends } from "./table-backends.ts";
import { valueSyntaxes } from "./value-syntaxes.ts";

/** Something of the catalogue that has a manual. */
interface Entry {
  readonly name: string;
  readonly manual: string;
  readonly changes?: readonly Change[];
}

function named(place: string, list: readonly Entry[]): Entry[] {
  return list.map((entry) => ({ ...entry, name: `${place} ${entry.name}` }));
}

const options = optionLists.flatMap(({ place, options }) => named(place, options));
const suffixes = optionLists.flatMap(({ place, options }) =>
  options.flatMap(({ name, suffix, suffixManual = "" }) =>
    suffix === undefined ? [] : [{ name: `${place} ${name} ${suffix}`, manual: suffixManual }],
  ),
);

const entries: readonly Entry[] = [
  ...statements.map((statement) => ({ ...statement, name: statement.words.join(" ") })),
  ...settings.map((setting) => ({ ...setting, name: settingName(setting) })),
  ...options,
  ...suffixes,
  { name: "regex", manual: regexManual },
  ...named("phase", filterPhases),
  ...Object.entries(limits).flatMap(([scope, keys]) => named(`${scope} limit`, keys)),
  ...named("table backend", tableBackends),
  ...named("lookup service", lookupServices),
  ...named("relay scheme", relaySchemes),
  ...named("port", mailPorts),
  ...named("interface", commonInterfaces),
  ...named("format specifier", formatSpecifiers),
  ...named("format modifier", formatModifiers),
  { name: "format range", ...formatRange },
  ...named("value", valueSyntaxes),
];

/** What is wrong with a text as a piece of manual. */
function faultsOf(text: string, shortest: number, longest: number): string[] {
  const faults: string[] = [];
  if (text.length < shortest || text.length > longest) faults.push(`has ${text.length} characters`);
  if (!text.endsWith(".") || text.endsWith("..")) faults.push("does not end with a full stop");
  if (/\s{2}|[^\S ]|^\s|\s$/.test(text)) faults.push("has blanks that nobody sees");
  if (/dispatcher/i.test(text)) faults.push('says "dispatcher"');
  if (/\b(isn't|doesn't|don't|can't|won't|it's)\b/i.test(text)) faults.push("has a contraction");
  if (/[`*_<>[\]\\|~@]/.test(text.replace(/`[^`]+`/g, ""))) faults.push("has signs outside backquotes");
  return faults;
}

describe.each(entries)("$name", ({ manual, changes = [] }) => {
  test("has a manual that can be shown", () => expect(faultsOf(manual, 40, 600)).toEqual([]));

  test("tells what changed, oldest first", () => {
    for (const { text } of changes) expect(faultsOf(text, 15, 300)).toEqual([]);
    const order = changes.map(({ release }) => releases.indexOf(release));
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });
});

test("no entry of one place says the same as another", () => {
  for (const { options } of optionLists) {
    const texts = options.map(({ manual }) => manual);
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test("nothing changes before it is there", () => {
  const dated = [...statements, ...settings, ...filterPhases, ...optionLists.flatMap(({ options }) => options)];
  for (const { since = "6.4.0", changes = [] } of dated as readonly (Partial<Entry> & { since?: "6.4.0" })[]) {
    for (const { release } of changes) expect(isAtLeast(release, since) && release !== since).toBe(true);
  }
});
