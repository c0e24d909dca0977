/** A scheme of the URLs that `relay host` and `relay domain` take: `SCHEME://[LABEL@]HOST[:PORT]`. */
export interface RelaySchemeInfo {
  readonly name: string;
  /** `offered`: when the server has STARTTLS; `required`: STARTTLS or nothing; `immediate`: from the first byte on. */
  readonly tls: "never" | "offered" | "required" | "immediate";
  /** Whether the certificate of the server must be valid; the action's `tls` and `tls no-verify` change it. */
  readonly verified: boolean;
  /** Whether the URL can have a label, with which `auth` logs in. */
  readonly label: boolean;
  /** Absent where the URL must name the port. */
  readonly defaultPort?: number;
  readonly manual: string;
}

/**
 * The schemes of relay URLs (`text_to_relayhost()` in to.c), in upper or lower case. `smtpd -n` accepts any text as URL;
 * messages for one that cannot be read stay in the queue.
 */
export const relaySchemes = [
  {
    name: "smtp",
    tls: "offered",
    verified: false,
    label: false,
    defaultPort: 25,
    manual:
      "SMTP with TLS where the server offers it, without a look at the certificate, and in plain text otherwise. The default for a URL without a scheme. A label makes the URL unreadable.",
  },
  {
    name: "smtp+tls",
    tls: "required",
    verified: true,
    label: true,
    defaultPort: 25,
    manual:
      "SMTP that turns to TLS by STARTTLS and sends nothing without it; the certificate must be valid. For submission to a provider write the port, 587.",
  },
  {
    name: "smtp+notls",
    tls: "never",
    verified: false,
    label: false,
    defaultPort: 25,
    manual:
      "SMTP in plain text, even where the server offers TLS. Together with the option `tls` of the action nothing is ever sent.",
  },
  {
    name: "smtps",
    tls: "immediate",
    verified: true,
    label: true,
    defaultPort: 465,
    manual:
      "SMTP inside TLS from the first byte on; the certificate must be valid. For submission to a provider that has port 465.",
  },
  {
    name: "lmtp",
    tls: "never",
    verified: false,
    label: false,
    manual:
      "LMTP over TCP in plain text, with an answer for each recipient. The URL must name the port, and a UNIX socket cannot be written here: that takes an `lmtp` action.",
  },
] as const satisfies readonly RelaySchemeInfo[];

/** The scheme of a URL that names none. */
export const defaultRelayScheme = "smtp";

/** A scheme of the releases before 6.4 that no later one can read. */
export interface FormerSchemeInfo {
  readonly name: string;
  /** The scheme to write instead. */
  readonly replacement: (typeof relaySchemes)[number]["name"];
}

/** The schemes that were dropped with 6.4. `ssl` and `secure` tried both ways of TLS, so their replacement is a guess. */
export const formerRelaySchemes = [
  { name: "tls", replacement: "smtp+tls" },
  { name: "tls+auth", replacement: "smtp+tls" },
  { name: "smtps+auth", replacement: "smtps" },
  { name: "ssl", replacement: "smtp+tls" },
  { name: "ssl+auth", replacement: "smtp+tls" },
  { name: "secure", replacement: "smtp+tls" },
  { name: "secure+auth", replacement: "smtp+tls" },
] as const satisfies readonly FormerSchemeInfo[];
