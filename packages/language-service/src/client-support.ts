/** What the editor can show, of what answers differ by. */
export interface ClientSupport {
  /** Markdown in hovers and documentation; else plain text. */
  readonly markdown: boolean;
  /** Snippets with places to fill in, in completions. */
  readonly snippets: boolean;
  /** Commands that the editor can run when a lens or an action is chosen. */
  readonly commands: boolean;
}

/** What editors of today can do. */
export const fullSupport: ClientSupport = { markdown: true, snippets: true, commands: true };
