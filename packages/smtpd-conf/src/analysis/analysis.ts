import { type Listener, listenersOf } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import type { TableFiles } from "../model/table-files.ts";
import { once } from "../parser/once.ts";
import type { MachineFacts } from "../runtime/machine-facts.ts";
import { buildRuleset, type Ruleset } from "../runtime/ruleset.ts";
import type { AnalysisMemory } from "./analysis-memory.ts";
import { findEntrances } from "./entrances.ts";
import { continueQuestions } from "./find-decided.ts";
import { type InSteps, inSteps } from "./in-steps.ts";
import { findOwnDomains, type OwnDomain, type OwnMail, openOwnMail } from "./own-mail.ts";
import { findReach, type Reach } from "./reachability.ts";
import { proveRelay, type RelayProof } from "./relay-proof.ts";
import { allScenarios } from "./scenarios.ts";

/** What is known besides the text. */
export interface AnalysisOptions {
  readonly tableFiles?: TableFiles | undefined;
  readonly machine?: MachineFacts | undefined;
  /** That of the versions of the file before. */
  readonly memory?: AnalysisMemory | undefined;
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
  /** The domains that mail of strangers is taken for. */
  readonly ownDomains: () => readonly OwnDomain[];
  /** Begins to ask about mail for such domains. Each asker has attempts of its own. */
  readonly ownMail: () => OwnMail;
  /** The parts that can take long, for those who want to do something else in between. */
  readonly parts: Readonly<Record<AnalysisPart, Pick<InSteps<unknown>, "steps" | "isDone">>>;
}

export type AnalysisPart = "reach" | "relay" | "ownDomains";

export function openAnalysis(model: Model, options: AnalysisOptions = {}): Analysis {
  const { tableFiles, machine, memory } = options;
  memory?.begin(model);
  const listeners = once(() => listenersOf(model));
  const ruleset = once(() => rulesetOf(model, options));
  const reach = inSteps(() => findReach(ruleset(), allScenarios(listeners(), ruleset(), machine)));
  const relay = inSteps(() => proveRelay(model, listeners(), ruleset()));
  const entrances = once(() => findEntrances(model, listeners(), ruleset()));
  const ownMailSubject = () => ({ ruleset: ruleset(), entrances: entrances(), reach: reach.result() });
  const ownDomains = inSteps(function* () {
    yield* reach.steps();
    return yield* findOwnDomains(ownMailSubject());
  });
  return {
    tableFiles,
    listeners,
    ruleset,
    reach: reach.result,
    relay: relay.result,
    ownDomains: ownDomains.result,
    ownMail: () => openOwnMail(ownMailSubject()),
    parts: { reach, relay, ownDomains },
  };
}

function rulesetOf(model: Model, { machine, tableFiles, memory }: AnalysisOptions): Ruleset {
  const known = memory?.continueWith(model, machine);
  const ruleset = buildRuleset(model, { machine, tableFiles, memory: known?.ruleset });
  if (known !== undefined) continueQuestions(ruleset, known.questions);
  return ruleset;
}
