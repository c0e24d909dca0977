import { findRoutes, type MachineFacts, openAnalysis, type TableFiles } from "smtpd-conf";
import { explainActions } from "./explain-actions.ts";
import { explainListeners } from "./explain-listeners.ts";
import { explainRest } from "./explain-rest.ts";
import { explainRoutes } from "./explain-routes.ts";
import { explainInShort } from "./explain-short.ts";
import type { Explaining } from "./explaining.ts";
import type { Explanation } from "./explanation.ts";

/** A configuration to explain, and what is known besides its text. */
export interface ExplainInput extends Pick<Explaining, "model" | "machineKnown" | "readsFiles"> {
  readonly machine: MachineFacts;
  readonly tableFiles: TableFiles | undefined;
}

/** Says in plain sentences what a configuration that smtpd accepts does. */
export function explainConfiguration({ machine, tableFiles, ...input }: ExplainInput): Explanation {
  const analysis = openAnalysis(input.model, { machine, tableFiles });
  const listeners = analysis.listeners();
  const ruleset = analysis.ruleset();
  const explaining: Explaining = {
    ...input,
    listeners,
    ruleset,
    routes: findRoutes(input.model, listeners, ruleset),
    reach: analysis.reach(),
    proof: analysis.relay(),
  };
  const sections = [explainInShort, explainListeners, explainRoutes, explainActions, explainRest];
  return { sections: sections.map((explain) => explain(explaining)) };
}
