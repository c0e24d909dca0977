import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type FileReader, parseRelease, type Release, type RuleSelection, type TableFiles } from "smtpd-conf";
import { tableFilesOf } from "../../packages/smtpd-conf/src/model/testing.ts";
import { checkoutFolder, type DaemonRelease, daemonReleases } from "../conformance/daemon.ts";
import { tableFiles } from "../conformance/fixtures.ts";
import { mutate } from "../conformance/mutate.ts";
import { chance, createRandom, integer, pick, type Random, seedOf, shuffle } from "../conformance/random.ts";
import { gatherSupplies, makeText, type Supplies } from "../conformance/texts.ts";
import { makeScenario, type Scenario } from "../daemons/generator/scenario.ts";
import { parsePage } from "../docs/page.ts";
import { acceptedMistakes } from "../user-mistakes/accepted.ts";
import { delivering } from "../user-mistakes/delivering.ts";
import { matching } from "../user-mistakes/matching.ts";
import { oldLanguage } from "../user-mistakes/old-language.ts";
import { writing } from "../user-mistakes/writing.ts";

/** A text with something to mend, its characters being bytes. */
export interface WrongText {
  /** Where it comes from, for messages. */
  readonly origin: string;
  readonly text: string;
  readonly release: DaemonRelease;
  readonly target: Release;
  readonly rules: RuleSelection;
  /** Table files that the text names. */
  readonly files: Scenario["files"];
  readonly tableFiles: TableFiles;
}

/** What texts are made from besides random numbers. */
export interface Materials extends Supplies {
  /** The examples of what is wrong on the pages of checks and rules, and the mistakes of users. */
  readonly examples: readonly Example[];
}

interface Example {
  readonly origin: string;
  readonly text: string;
}

export function gatherMaterials(): Materials {
  return { ...gatherSupplies(), examples: [...pageExamples(), ...mistakes()] };
}

function pageExamples(): readonly Example[] {
  return ["checks", "rules"].flatMap((kind) => {
    const folder = join(checkoutFolder(), "packages/smtpd-conf/src/linter", kind);
    const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
    return names.sort().flatMap((name) => {
      const { sections } = parsePage(readFileSync(join(folder, name), "utf8"));
      return sections.flatMap(({ examples }) => examples.map(({ text }) => ({ origin: name, text: inBytes(text) })));
    });
  });
}

function mistakes(): readonly Example[] {
  const all = [...acceptedMistakes, ...oldLanguage, ...writing, ...matching, ...delivering];
  return all.map(({ title, wrong }) => ({ origin: title, text: inBytes(wrong) }));
}

function inBytes(text: string): string {
  return Buffer.from(text).toString("latin1");
}

/** Rules that ask for the contrary of each other: both on, neither has its way. */
const opposites = [["explicit-from-for"], ["match-can-be-shorter"]] as const;

function selectionFor(random: Random): RuleSelection {
  if (chance(random, 0.3)) return { preset: "recommended" };
  return { preset: "all", disable: pick(random, opposites) };
}

/** The `index`-th text of a run. The same numbers always give the same. */
export function makeWrongText(seed: number, index: number, materials: Materials): WrongText {
  const random = createRandom(seedOf(seed, index, 77));
  const release = chance(random, 0.5) ? "7.9" : pick(random, daemonReleases);
  const made = makers[index % makers.length]?.(random, seed, index, release, materials);
  if (made === undefined) throw new Error("nobody makes such a text");
  const target = parseRelease(release);
  if (target === undefined) throw new Error(`no such release: ${release}`);
  const { files = {} } = made;
  return { ...made, release, target, rules: selectionFor(random), files, tableFiles: tableFilesOf(files) };
}

type Made = Pick<WrongText, "origin" | "text"> & Partial<Pick<WrongText, "files">>;
type Make = (random: Random, seed: number, index: number, release: DaemonRelease, materials: Materials) => Made;

const makers: readonly Make[] = [
  (_, seed, index, release, materials) => ({
    origin: "generated",
    text: makeText(seed, index, release, materials),
  }),
  (random, _, index, __, { examples }) => {
    const example = examples[Math.floor(index / makers.length) % examples.length] ?? pick(random, examples);
    return chance(random, 0.5) ? example : { origin: `${example.origin}, changed`, text: mutate(random, example.text) };
  },
  (random, _, __, ___, { examples }) => mixed(random, examples),
  (random, seed, index, release) => {
    const scenario = makeScenario(seed, index, release);
    const text = chance(random, 0.5) ? mutate(random, scenario.text) : scenario.text;
    return { origin: "rule set", text, files: scenario.files };
  },
];

/** Lines of several examples, in another order now and then. */
function mixed(random: Random, examples: readonly Example[]): Made {
  const chosen = Array.from({ length: integer(random, 2, 4) }, () => pick(random, examples));
  const blocks = chosen.map(({ text }) => (text.endsWith("\n") ? text : `${text}\n`));
  const text = (chance(random, 0.3) ? shuffle(random, blocks) : blocks).join("");
  return { origin: chosen.map(({ origin }) => origin).join(" + "), text };
}

/** A reader for texts that lie nowhere. */
export const noFolder: FileReader = {
  read: (path) => {
    const known = tableFiles.get(path);
    if (known) return { kind: "file", text: known.text, encoding: "latin1" };
    return { kind: "failed", reason: "missing" };
  },
};
