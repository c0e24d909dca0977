import type { ConfigurationOptions } from "./configuration-options.ts";
import type { EnvelopeInput } from "./envelope-input.ts";

/** What `smtpd-lint match` is asked for. */
export interface MatchOptions extends ConfigurationOptions {
  /** One envelope, or a file with one a line. */
  readonly envelopes: EnvelopeInput | { readonly file: string };
}
