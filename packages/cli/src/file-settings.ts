import { newestRelease, type Release, type RuleSelection } from "smtpd-conf";
import type { Options } from "./options.ts";

/** Where the files, services and addresses come from that a configuration names: nowhere, this machine, or a folder. */
export type Surroundings =
  | { readonly kind: "none" }
  | { readonly kind: "host" }
  | { readonly kind: "root"; readonly folder: string };

/** How one file is to be checked, once the command line and the settings files have had their say. */
export interface FileSettings {
  readonly target: Release;
  /** `name=value` each. */
  readonly definitions: readonly string[];
  readonly surroundings: Surroundings;
  readonly rules: RuleSelection;
}

/** What the command line alone says. */
export function settingsFrom({ target, definitions, surroundings, rules, verdictOnly }: Options): FileSettings {
  const { preset = "recommended", ...codes } = rules;
  return {
    target: target ?? newestRelease,
    definitions,
    surroundings: surroundings ?? { kind: "none" },
    rules: verdictOnly ? { preset: "none" } : { ...codes, preset },
  };
}
