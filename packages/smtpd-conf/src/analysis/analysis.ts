import { type Listener, listenersOf } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import type { TableFiles } from "../model/table-files.ts";
import type { MachineFacts } from "../runtime/machine-facts.ts";
import { buildRuleset, type Ruleset } from "../runtime/ruleset.ts";
import { findReach, type Reach } from "./reachability.ts";
import { proveRelay, type RelayProof } from "./relay-proof.ts";
import { allScenarios } from "./scenarios.ts";

/** What is known besides the text. */
export interface AnalysisOptions {
  readonly tableFiles?: TableFiles | undefined;
  readonly machine?: MachineFacts | undefined;
}

/** What smtpd would do with mail. Each part is worked out when it is first asked for, and then kept. */
export interface Analysis {
  readonly tableFiles: TableFiles | undefined;
  readonly listeners: () => readonly Listener[];
  readonly ruleset: () => Ruleset;
  /** For each rule, whether it can decide about any mail. */
  readonly reach: () => readonly Reach[];
  /** Whether strangers can relay. */
  readonly relay: () => RelayProof;
}

export function openAnalysis(model: Model, options: AnalysisOptions = {}): Analysis {
  const { tableFiles, machine } = options;
  const listeners = once(() => listenersOf(model));
  const ruleset = once(() => buildRuleset(model, options));
  return {
    tableFiles,
    listeners,
    ruleset,
    reach: once(() => findReach(ruleset(), allScenarios(listeners(), ruleset(), machine))),
    relay: once(() => proveRelay(model, listeners(), ruleset())),
  };
}

/** A function that does its work when it is first called. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
