import type { Release, RuleSelection, TemplateKind } from "smtpd-conf";

/** Where the files, services and addresses come from that a configuration names: nowhere, this machine, or a folder. */
export type Surroundings =
  | { readonly kind: "none" }
  | { readonly kind: "host" }
  | { readonly kind: "root"; readonly folder: string };

/** What language a file is a template in, if it is said. */
export type TemplateChoice = TemplateKind | "none";

/** How one file is to be checked, once the command line and the settings files have had their say. */
export interface FileSettings {
  readonly target: Release;
  /** The same where somebody named it; undefined where it is the newest for want of another. */
  readonly namedTarget: Release | undefined;
  /** `name=value` each. */
  readonly definitions: readonly string[];
  readonly surroundings: Surroundings;
  readonly rules: RuleSelection;
  /** Undefined where the name of the file says it. */
  readonly template: TemplateChoice | undefined;
}
