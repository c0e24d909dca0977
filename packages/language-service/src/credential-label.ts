import {
  foldCase,
  forEachEntry,
  type Line,
  type Option,
  parseRelayUrl,
  type Span,
  type TableArgument,
  type Word,
} from "smtpd-conf";
import { lineAt } from "./line-at.ts";
import { namePartOf } from "./name-part.ts";
import type { Snapshot } from "./snapshot.ts";
import { statementOf } from "./statement-of.ts";
import type { Target } from "./target-links.ts";

/** The label of a relay URL, which names an entry of the table of credentials beside it. */
export interface CredentialLabel {
  readonly label: string;
  readonly span: Span;
  readonly credentials: TableArgument;
}

/** The label under the cursor; undefined where there is none, or no table that it could be looked up in. */
export function credentialLabelAt(snapshot: Snapshot, offset: number): CredentialLabel | undefined {
  const line = lineAt(snapshot, offset);
  const options = line === undefined ? [] : optionsOf(line);
  const credentials = options.find(({ name }) => name === "auth")?.argument as TableArgument | undefined;
  if (credentials === undefined) return undefined;
  for (const word of options.flatMap(hostWords)) {
    const label = word.source === snapshot.source ? labelOf(word) : undefined;
    if (label !== undefined && label.span.start <= offset && offset <= label.span.end) return { ...label, credentials };
  }
  return undefined;
}

function optionsOf(line: Line): readonly Option[] {
  const statement = statementOf(line);
  return statement?.kind === "ActionDirective" ? (statement.options ?? []) : [];
}

function hostWords({ name, argument }: Option): readonly Word[] {
  if (name !== "host" || argument === undefined) return [];
  if (argument.kind === "String") return [argument];
  return argument.kind === "InlineTable" ? argument.entries.map(({ key }) => key) : [];
}

/** The label of a URL that is written as smtpd reads it: one with escapes, or out of a macro, has no place of its own. */
function labelOf(word: Word): Pick<CredentialLabel, "label" | "span"> | undefined {
  const { source, start, end } = namePartOf(word);
  const { label } = parseRelayUrl(word.value).parts;
  if (label === undefined || source.text.slice(start, end) !== word.value) return undefined;
  return { label: label.text, span: { source, start: start + label.start, end: start + label.end } };
}

/** The entries of a label, as far as the table is known. smtpd looks keys up in lower case. */
export function entriesOfLabel(
  { model, analysis }: Snapshot,
  { label, credentials }: CredentialLabel,
): readonly Target[] {
  const wanted = foldCase(label);
  const found: Target[] = [];
  forEachEntry(credentials, { model, tableFiles: analysis.tableFiles }, ({ key, keySpan, valueSpan }) => {
    if (foldCase(key) === wanted) found.push({ whole: wholeOf(keySpan, valueSpan), selection: keySpan });
    return true;
  });
  return found;
}

function wholeOf(key: Span, value: Span | undefined): Span {
  return value?.source === key.source ? { ...key, end: Math.max(key.end, value.end) } : key;
}
