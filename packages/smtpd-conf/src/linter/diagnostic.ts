import type { Edit } from "../parser/edit.ts";
import type { Span } from "../parser/source.ts";

export type { Edit } from "../parser/edit.ts";

/** A change that mends a finding. A safe one keeps what the author meant; the others are suggestions. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** Another place that belongs to a finding, such as the first definition of a name. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** One finding. All output formats and the editor show this. */
export interface Diagnostic {
  readonly code: string;
  /** `check`: smtpd refuses the configuration for it; `lint`: advice. */
  readonly kind: "check" | "lint";
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly message: string;
  /** The way out. */
  readonly help: string | undefined;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}
