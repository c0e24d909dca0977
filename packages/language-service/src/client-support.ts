/** What the editor can show, of what answers differ by. */
export interface ClientSupport {
  /** Markdown in hovers and documentation; else plain text. */
  readonly markdown: boolean;
  /** Snippets with places to fill in, in completions. */
  readonly snippets: boolean;
  /** Commands that the editor can run when a lens or an action is chosen. */
  readonly commands: boolean;
  /** Other places that belong to a finding. */
  readonly relatedInformation: boolean;
  /** Whether a finding is about something dead or old. */
  readonly tags: boolean;
  /** The address of a page about a finding. */
  readonly codeDescription: boolean;
}

/** What editors of today can do. */
export const fullSupport: ClientSupport = {
  markdown: true,
  snippets: true,
  commands: true,
  relatedInformation: true,
  tags: true,
  codeDescription: true,
};
