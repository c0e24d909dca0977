import {
  decide,
  effectiveConfiguration,
  hasUnreadInclusion,
  loopbackOnly,
  mailGraph,
  printConfiguration,
} from "smtpd-conf";
import type { Snapshot } from "smtpd-conf-language-service";
import {
  drawGraph,
  envelopeFrom,
  explainConfiguration,
  pageText,
  parseEnvelope,
  writeDecisions,
  writeDot,
  writeExplanation,
  writeMermaid,
} from "smtpd-lint";

/** What the client runs by name. Each takes one object, and gives a text. */
export const commandNames = [
  "smtpd-lint.explainCode",
  "smtpd-lint.explainConfiguration",
  "smtpd-lint.effectiveConfiguration",
  "smtpd-lint.mailGraph",
  "smtpd-lint.match",
  "smtpd-lint.targetRelease",
] as const;

/** What commands are given. What is missing or of another kind counts as not said. */
export interface CommandParameters {
  readonly code: string | undefined;
  readonly uri: string | undefined;
  readonly format: string | undefined;
  /** An envelope as `smtpd-lint match --envelopes` reads it from a line. */
  readonly envelope: unknown;
}

export function readCommandParameters(sent: readonly unknown[] | undefined): CommandParameters {
  const [first] = sent ?? [];
  const given = (typeof first === "object" && first !== null ? first : {}) as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof given[name] === "string" ? given[name] : undefined);
  return { code: text("code"), uri: text("uri"), format: text("format"), envelope: given["envelope"] };
}

/** The page about a check or a rule, as Markdown. */
export function explainCode(code: string): string {
  return pageText(code) ?? `# ${code}\n\nThere is no page about this.\n`;
}

/** What a configuration does in plain sentences, as Markdown; first, why it may not do so. */
export function explain(snapshot: Snapshot): string {
  const { model, analysis, configuration } = snapshot;
  const input = {
    model,
    machine: loopbackOnly,
    tableFiles: analysis.tableFiles,
    machineKnown: false,
    readsFiles: true,
  };
  const explanation = written((output) =>
    writeExplanation(
      explainConfiguration(input),
      { colored: false, width: 100, markdown: true, sources: configuration.sources },
      output,
    ),
  );
  return caveatsFor(snapshot)
    .map((caveat) => `> ${caveat}\n\n`)
    .concat(explanation)
    .join("");
}

/** What takes from the truth of all that is said of a configuration. */
function caveatsFor({ configuration, known }: Snapshot): readonly string[] {
  const isUnread = hasUnreadInclusion(configuration);
  const isRefused = known.some(({ kind, code }) => kind === "check" && !(isUnread && code === "include-not-found"));
  return [
    ...(isUnread ? ["A file that is included is not read here: what it says is left out."] : []),
    ...(isRefused
      ? ["smtpd refuses this configuration as it stands: it does what follows once its mistakes are mended."]
      : []),
  ];
}

/** A configuration with everything written out that smtpd adds. */
export function printEffective({ model, analysis }: Snapshot): string {
  return printConfiguration(effectiveConfiguration(model, analysis, { serverName: undefined }));
}

/** The ways of mail: as a picture, or in the words of Mermaid or Graphviz. */
export function drawMail({ model, analysis, configuration, target }: Snapshot, format: string | undefined): string {
  const graph = mailGraph(model, analysis);
  const title = `${configuration.sources[0]?.path.split("/").at(-1)}, as smtpd ${target} reads it`;
  if (format === "mermaid") return writeMermaid(graph, title);
  return format === "dot" ? writeDot(graph, title) : drawGraph(graph, title);
}

/** Which rule decides about an envelope, and why those before it do not; else what is wrong with the envelope. */
export function match({ model, analysis, target }: Snapshot, given: unknown): string {
  const input = parseEnvelope(JSON.stringify(given ?? null));
  const envelope = typeof input === "string" ? input : envelopeFrom(input, { target, machine: loopbackOnly });
  if (typeof envelope === "string") return envelope;
  const decision = decide(analysis.ruleset(), envelope);
  const settings = { colored: false, readsFiles: analysis.tableFiles !== undefined };
  return written((output) => writeDecisions([{ envelope, decision }], model, settings, output));
}

function written(write: (output: { write: (text: string) => void; flush: () => void }) => void): string {
  const parts: string[] = [];
  write({ write: (text) => void parts.push(text), flush: () => {} });
  return parts.join("");
}
