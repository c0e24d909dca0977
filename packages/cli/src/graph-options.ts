import type { ConfigurationOptions } from "./configuration-options.ts";

/** The languages that a graph can be drawn in. */
export const graphFormats = ["mermaid", "dot", "svg"] as const;

export type GraphFormat = (typeof graphFormats)[number];

/** What `smtpd-lint graph` is asked for. */
export interface GraphOptions extends ConfigurationOptions {
  readonly graphFormat: GraphFormat;
  /** The file that gets the graph; standard output where undefined. */
  readonly outputFile: string | undefined;
}
