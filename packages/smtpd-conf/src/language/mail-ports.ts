import type { KeywordName } from "./keywords.ts";

/** A port on which mail is handed over, with its name in services(5). */
export interface MailPortInfo {
  readonly name: string;
  readonly port: number;
  /** The option of a listener that fits the port. */
  readonly mode: Extract<KeywordName, "tls" | "tls-require" | "smtps">;
  readonly manual: string;
}

/** The ports of mail servers (RFC 5321, RFC 6409, RFC 8314). */
export const mailPorts = [
  {
    name: "smtp",
    port: 25,
    mode: "tls",
    manual: "Where other servers bring mail: plain text at first, and TLS by STARTTLS for those that know it.",
  },
  {
    name: "submission",
    port: 587,
    mode: "tls-require",
    manual: "Where users hand in mail: plain text at first, so the listener should ask for TLS and for a login.",
  },
  {
    name: "smtps",
    port: 465,
    mode: "smtps",
    manual: "Where users hand in mail through TLS from the first byte on.",
  },
  {
    name: "submissions",
    port: 465,
    mode: "smtps",
    manual: "The newer name of `smtps`, which not every machine knows.",
  },
] as const satisfies readonly MailPortInfo[];
