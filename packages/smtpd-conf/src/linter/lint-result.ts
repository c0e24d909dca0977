import type { Analysis } from "../analysis/analysis.ts";
import type { Release } from "../language/releases.ts";
import type { Model } from "../model/model.ts";
import type { TableFiles } from "../model/table-files.ts";
import type { TableKindReader } from "../model/tables.ts";
import type { Configuration } from "../parser/configuration.ts";
import type { ParseInput } from "../parser/parse-input.ts";
import type { TemplateKind } from "../parser/template/template-kind.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Machine } from "./machine.ts";
import type { RuleSelection } from "./select-rules.ts";
import type { SuppressedDiagnostic } from "./suppressions/suppression.ts";

/** What to lint, and what is known besides. */
export interface LintInput extends ParseInput {
  readonly readTableKind?: TableKindReader | undefined;
  readonly machine?: Machine | undefined;
  /** The files behind tables; where absent, what they hold stays unknown. */
  readonly tableFiles?: TableFiles | undefined;
  /** The recommended ones where absent. */
  readonly rules?: RuleSelection | undefined;
  /** The language that the text is a template in; absent where it is the configuration itself. */
  readonly template?: TemplateKind | undefined;
}

/** What smtpd's `-n` says of the configuration, and what we say. */
export interface LintResult {
  /** Of a template, `accepted` only says that nothing is known against it. */
  readonly verdict: "accepted" | "rejected";
  readonly target: Release;
  /** What the text is a template in. The configuration and the model then have words for what it is filled in with. */
  readonly template: TemplateKind | undefined;
  /** Sorted by place: an included file's findings stand where it is included. */
  readonly diagnostics: readonly Diagnostic[];
  /** What rules found and comments silence. */
  readonly suppressed: readonly SuppressedDiagnostic[];
  readonly configuration: Configuration;
  readonly model: Model;
  /** What smtpd would do with mail. Each part is worked out when it is first asked for. */
  readonly analysis: Analysis;
}
