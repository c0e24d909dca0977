import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutFolder } from "./daemon.ts";
import { prepareFixtures } from "./fixtures.ts";
import { type FixturePaths, generateConfiguration, generateFlawless, type Release } from "./generate.ts";
import { mutate } from "./mutate.ts";
import { chance, createRandom, pick, type Random, seedOf } from "./random.ts";

/** What texts are made from besides random numbers. */
export interface Supplies {
  readonly files: FixturePaths | undefined;
  /** Configurations from test/conformance/ok, in latin1. */
  readonly samples: readonly string[];
}

/** Prepares the files that texts name and reads the samples. */
export function gatherSupplies(): Supplies {
  return { files: prepareFixtures(), samples: readSamples(join(checkoutFolder(), "test/conformance/ok")) };
}

function readSamples(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".conf"));
  return names.sort().map((name) => readFileSync(join(folder, name), "latin1"));
}

/** The `index`-th text of a run: half of them are generated, the others changed from generated ones or samples. */
export function makeText(seed: number, index: number, release: Release, supplies: Supplies): string {
  const random = createRandom(seedOf(seed, index, Number(release) * 10));
  if (chance(random, 0.5)) return generateConfiguration(random, release, supplies.files);
  return mutate(random, original(random, release, supplies));
}

function original(random: Random, release: Release, { files, samples }: Supplies): string {
  if (samples.length > 0 && chance(random, 0.3)) return pick(random, samples);
  return chance(random, 0.9) ? generateFlawless(random, release, files) : generateConfiguration(random, release, files);
}
