import {
  type BounceDirective,
  defaultBounceDelay,
  describeDelay,
  identityOf,
  type Line,
  lastSetting,
  type MemberFilter,
  optionOf,
  parseTableConfig,
  type Route,
  resolveFilters,
  settingName,
  settings,
  type TableDirective,
} from "smtpd-conf";
import { fileHelp } from "./block.ts";
import { describeStep } from "./explain-routes.ts";
import type { Explaining } from "./explaining.ts";
import { type Origin, originOf, originsOfStep, quoted, type Section, type Sentence, sentence } from "./explanation.ts";
import { listed } from "./words.ts";

/** What else happens to mail, what is not known, and which programs run. */
export function explainRest(explaining: Explaining): Section {
  const items = [
    [...explainRefusals(explaining), ...explainQueue(explaining), ...explainBounces(explaining)],
    explainForwards(explaining),
    explainSize(explaining),
    explainTables(explaining),
    explainPrograms(explaining),
  ];
  return {
    title: "What else to know",
    paragraphs: [{ heading: undefined, items: items.filter((sentences) => sentences.length > 0) }],
  };
}

function explainRefusals({ routes }: Explaining): readonly Sentence[] {
  const refused = routes.routes.some(({ steps }) =>
    steps.some(({ outcome }) => outcome === "rejected" || outcome === "no-match"),
  );
  return refused ? [sentence('what the rules refuse gets the reply "550 Invalid recipient"')] : [];
}

function defaultOf(name: string): string {
  const setting = settings.find((one) => settingName(one) === name);
  return setting !== undefined && "default" in setting ? setting.default : "";
}

function originsOf(line: Line | undefined): readonly Origin[] {
  return line === undefined ? [] : [originOf(line)];
}

function explainQueue(explaining: Explaining): readonly Sentence[] {
  const lifetime = lastSetting(explaining.model, "queue ttl");
  const bounce = explaining.model.configuration.lines.findLast(
    (line): line is BounceDirective => line.kind === "BounceDirective",
  );
  const delays = bounce?.delays.map(({ value }) => value) ?? [defaultBounceDelay];
  const days = describeDelay(lifetime?.value?.value ?? defaultOf("queue ttl"));
  const others = explaining.model.actions.some((action) => optionOf(action, "ttl") !== undefined)
    ? ", unless its action says otherwise"
    : "";
  return [
    sentence(
      `mail that cannot be delivered yet is tried again for ${days}${others}, and then bounces to its sender`,
      ...originsOf(lifetime),
    ),
    sentence(`the sender is warned after ${listed(delays.map(describeDelay))}`, ...originsOf(bounce)),
  ];
}

/** Bounces to senders at other domains. */
function explainBounces(explaining: Explaining): readonly Sentence[] {
  const route = explaining.routes.bounces.find(({ recipients }) => recipients.kind === "other");
  if (route === undefined) return [];
  const [step, ...others] = route.steps;
  if (step === undefined || others.length > 0) return [];
  const origins = originsOfStep(step);
  if (step.outcome === "no-match" || step.outcome === "rejected")
    return [sentence("a bounce to a sender at another domain is dropped: no rule takes it", ...origins)];
  return [sentence(`a bounce to a sender at another domain ${describeStep(step, explaining)}`, ...origins)];
}

/** Mail that aliases and `.forward` files lead to other domains. */
function explainForwards(explaining: Explaining): readonly Sentence[] {
  const { routes, forwarded } = explaining.routes;
  if (!routes.some(({ steps }) => steps.some(({ outcome }) => outcome === "delivered"))) return [];
  const asked =
    "where an alias or a .forward file leads to another address, the rules are asked again, as if this machine had sent it";
  const outcomes = forwarded
    .filter(({ recipients }) => recipients.kind === "other")
    .map((route) => forwardOutcome(route, explaining));
  const [first] = outcomes;
  const known = first !== undefined && outcomes.every((outcome) => outcome?.text === first.text);
  return [sentence(asked), ...(known ? [first] : [])];
}

/** What becomes of an address at another domain; undefined where that depends on more. */
function forwardOutcome({ steps: [step, ...others] }: Route, explaining: Explaining): Sentence | undefined {
  if (step === undefined || others.length > 0) return undefined;
  const which = "mail for such an address at another domain";
  const origins = originsOfStep(step);
  const refused = step.outcome === "no-match" || step.outcome === "rejected";
  const outcome = refused ? "is refused, whatever else the alias names" : describeStep(step, explaining);
  return sentence(`${which} ${outcome}`, ...origins);
}

function explainSize(explaining: Explaining): readonly Sentence[] {
  const name = "smtp max-message-size";
  const setting = lastSetting(explaining.model, name);
  const size = sizeOf(setting?.value?.value ?? defaultOf(name));
  return [sentence(`a message can have at most ${size}`, ...originsOf(setting))];
}

/** `35M` in words. */
function sizeOf(text: string): string {
  const [, number, letter] = /^(\d+)([KMGTPE])$/i.exec(text) ?? [];
  return letter === undefined ? `${text.replace(/b$/i, "")} bytes` : `${number} ${letter.toUpperCase()}B`;
}

/** Tables of which the entries are not known. */
function explainTables({ model, ruleset, readsFiles }: Explaining): readonly Sentence[] {
  const unknown = model.configuration.lines.filter((line): line is TableDirective => {
    return line.kind === "TableDirective" && ruleset.tables.named(line.name.value).kind === "UnknownTable";
  });
  if (unknown.length === 0) return [];
  const names = unknown.map(({ name, config }) => `${quoted(name.value)} (${config?.value ?? ""})`);
  const files = unknown.some(({ config }) => /^(?:file|static)$/.test(parseTableConfig(config?.value ?? "").backend));
  const sentences = [
    sentence(
      `what stands in ${names.length === 1 ? "the table" : "the tables"} ${listed(names)} is not known here`,
      ...unknown.map(originOf),
    ),
  ];
  return files && !readsFiles ? [...sentences, { text: fileHelp, origins: [] }] : sentences;
}

/** The programs that smtpd starts although no listener has a filter that uses them. */
function explainPrograms({ model, listeners }: Explaining): readonly Sentence[] {
  const used = listeners.flatMap((listener) => resolveFilters(listener, model).flatMap(programOf));
  const idle = [...(model.symbols().get("proc")?.values() ?? [])].filter(({ name }) => !used.includes(name));
  return idle.flatMap(({ name, definitions }) => {
    const line = definitions[0]?.line;
    if (line?.kind !== "ProcDirective" && line?.kind !== "ProcExecFilterDirective") return [];
    const words = `the program ${quoted(name)} is started as ${identityOf(line.options)}, but no listener has a filter with it`;
    return [sentence(words, originOf(line))];
  });
}

function programOf(filter: MemberFilter): readonly string[] {
  if (filter.kind === "ProcFilterDirective") return [filter.proc.value];
  return filter.kind === "ProcExecFilterDirective" ? [filter.name.value] : [];
}
