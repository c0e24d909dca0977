import { describe, expect, test } from "vitest";
import { filterPhases } from "./filter-phases.ts";
import { isKeyword, type KeywordName, keywords } from "./keywords.ts";
import type { OptionInfo } from "./option-info.ts";
import { optionLists } from "./option-lists.ts";
import { optionPlaces } from "./option-places.ts";
import { optionServices } from "./option-services.ts";
import { type Availability, isAtLeast, isAvailable, oldestRelease, type Release, releases } from "./releases.ts";
import { type SettingInfo, settings } from "./settings.ts";
import { statements } from "./statements.ts";
import { tablePlaces } from "./table-places.ts";
import { optionUsage, settingUsage } from "./usage.ts";

const options = optionLists.flatMap(({ place, since, options }) =>
  options.map((option) => ({
    title: `${place} ${option.name}`,
    place,
    option,
    dates: { ...(since && { since }), ...option },
  })),
);

/** The first release that has something. */
function start({ since = oldestRelease }: Availability): Release {
  return since;
}

/** Whether a word is reserved in all the releases that have something. */
function isReservedWith(word: KeywordName, construct: Availability): boolean {
  return releases
    .filter((release) => isAvailable(construct, release))
    .every((release) => isAvailable(keywords[word], release));
}

describe.each(options)("$title", ({ option, dates }) => {
  test("has words that its releases reserve", () => {
    expect(isReservedWith(option.name, dates)).toBe(true);
    if (option.suffix !== undefined) expect(isReservedWith(option.suffix, dates)).toBe(true);
    if (option.regexSince !== undefined) expect(isReservedWith("regex", { since: option.regexSince })).toBe(true);
  });

  test("is dated by known releases", () => {
    const { since, until, regexSince } = option;
    for (const release of [since, until, regexSince]) expect([undefined, ...releases]).toContain(release);
    if (regexSince !== undefined) expect(isAtLeast(regexSince, start(dates))).toBe(true);
  });

  test("describes its argument", () => {
    expect(option.placeholder !== undefined).toBe(option.argument !== "none" || option.suffixArgument !== undefined);
    if (option.place !== undefined || option.services !== undefined) expect(option.argument).toBe("table");
    if (option.argument === "string") expect(option.syntax ?? option.refersTo).toBeDefined();
    if (option.argument === "table") expect(optionServices(option)).not.toEqual([]);
    if (option.argument === "filters") expect(option.refersTo).toBe("filter");
    if (option.optional) expect(option.argument).not.toBe("none");
  });
});

test("a place is looked up by one option or condition alone", () => {
  const places = options.flatMap(({ option }) => option.place ?? []);
  expect([...new Set(places)].sort()).toEqual([...places].sort());
  expect([...places].sort()).toEqual(Object.keys(tablePlaces).sort());
});

test("an option is in the same family wherever it stands in one kind of statement", () => {
  const families = (name: string, places: readonly string[]) =>
    new Set(
      options
        .filter(({ place, option }) => places.includes(place) && option.name === name)
        .map(({ option }) => option.family),
    );
  for (const { name } of options.map(({ option }) => option)) {
    expect(families(name, ["listen on", "listen on socket"]).size).toBeLessThan(2);
    expect(families(name, ["action", "action … relay"]).size).toBeLessThan(2);
  }
});

test("a family has the name of its option, of the lookup of its table, or several members", () => {
  for (const { place, options: list } of optionLists) {
    for (const option of list as readonly OptionInfo[]) {
      const { family, name } = option;
      if (family === undefined || family === name) continue;
      const members = list.filter((other) => other.family === family);
      expect(members.length > 1 || family.endsWith(" mapping"), `${place} ${name}: ${family}`).toBe(true);
    }
  }
});

test("what follows `from` or `for` is one family, named after that word", () => {
  for (const scope of ["from", "for"] as const) {
    const list = options.filter(({ place }) => place === `match … ${scope}`);
    expect([...new Set(list.map(({ option }) => option.family))]).toEqual([scope]);
  }
});

test("no list has an option twice", () => {
  for (const { place, options: list } of optionLists) {
    const names = list.map(({ name }) => name);
    expect([...new Set(names)], place).toEqual(names);
  }
});

test.each<{ words: readonly string[] } & Availability>([...statements, ...settings])(
  "$words are reserved",
  (statement) => {
    for (const word of statement.words) {
      expect(isKeyword(word) && isReservedWith(word, statement)).toBe(true);
    }
  },
);

test.each<{ name: KeywordName } & Availability>(filterPhases)("the phase $name is reserved", (phase) =>
  expect(isReservedWith(phase.name, { since: "6.6.0", ...phase })).toBe(true),
);

test("the usage of a statement begins with its words", () => {
  for (const { words, usage } of statements) {
    expect(usage.length).toBeGreaterThan(0);
    for (const line of usage) expect(`${line} `.startsWith(`${words.join(" ")} `), line).toBe(true);
  }
});

test.each([
  ["listen on", "tls-require", "tls-require [verify]"],
  ["listen on", "auth", "auth [AUTHTABLE]"],
  ["listen on", "senders", "senders USERS [masquerade]"],
  ["action", "maildir", "maildir [PATHNAME] [junk]"],
  ["action … relay", "backup", "backup [mx NAME]"],
  ["match", "helo", "helo [regex] HELO-NAME"],
  ["match … from", "rdns", "from rdns [[regex] HOSTNAME]"],
])("%s %s is shown as %j", (place, name, usage) => {
  const option = options.find((candidate) => candidate.place === place && candidate.option.name === name)?.option;
  expect(optionUsage(option as OptionInfo)).toBe(usage);
});

test.each([
  ["queue compression", "queue compression"],
  ["queue encryption", "queue encryption [KEY]"],
  ["srs key backup", "srs key backup SECRET"],
])("the setting %s is shown as %j", (name, usage) => {
  const setting = (settings as readonly SettingInfo[]).find(({ words }) => words.join(" ") === name);
  expect(settingUsage(setting as SettingInfo)).toBe(usage);
});

test.each([
  ["helo", ["action … relay", "match", "filter … phase … match"]],
  ["mask-src", ["listen on", "listen on socket"]],
  ["ttl", ["action"]],
  ["noop", []],
])("%s belongs into %j", (word, places) => expect(optionPlaces(word)).toEqual(places));
