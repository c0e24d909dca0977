import type { Edit, Diagnostic as Finding } from "smtpd-conf";
import type { CodeActionKind, Command } from "vscode-languageserver-types";

/** Something that can be done at a place. It is cheap to make: what costs time waits in `edits` until it is chosen. */
export interface Offer {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** None where it turns out that nothing can be done. */
  readonly edits: () => readonly Edit[];
  /**
   * What has to be true of the new text before the edits are made. `nothing`: the edits come with a finding, or are a
   * comment. `findings`: smtpd refuses nothing that it took before, and there are no findings that were not there before.
   * `meaning`: besides, smtpd does the same with all mail.
   */
  readonly keeps: "nothing" | "findings" | "meaning";
  /** Whether the edits are there at once, and told with the title. */
  readonly ready?: boolean;
  /** The findings that it is about. */
  readonly findings?: readonly Finding[];
  readonly isPreferred?: boolean;
  /** What the editor is to do, where that is no edit. */
  readonly command?: Command;
}
