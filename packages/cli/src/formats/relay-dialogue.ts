import type { RelayWitness } from "smtpd-conf";

/** What one side of an SMTP session says: a command, or the code of a reply. */
export type Turn = { readonly client: string } | { readonly server: string };

/** The session of a witness up to the reply that shows it: RFC 5321, and RFC 3207 where the listener wants STARTTLS. */
export function dialogueOf({ listener, envelope, greeting }: RelayWitness): readonly Turn[] {
  const hello = said(`${greeting.toUpperCase()} ${envelope.helo}`, "250");
  const startTls = listener.tls === "tls-require" ? [...said("STARTTLS", "220"), ...hello] : [];
  return [
    { server: "220" },
    ...hello,
    ...startTls,
    ...said(`MAIL FROM:<${envelope.mailFrom}>`, "250"),
    ...said(`RCPT TO:<${envelope.rcptTo}>`, "250"),
  ];
}

function said(client: string, server: string): readonly Turn[] {
  return [{ client }, { server }];
}

/** How the client of a witness comes in: `connect from 203.0.113.9 (client.elsewhere.example) over TLS`. */
export function connectionOf({ listener, envelope: { source, rdns, fcrdns } }: RelayWitness): string {
  const name = rdns === undefined ? "" : ` (${rdns}${fcrdns ? ", which leads back to it" : ""})`;
  const from = listener.proxied ? `with a PROXY header that says ${source}` : `from ${source}`;
  return `connect ${from}${name}${listener.tls === "smtps" ? " over TLS" : ""}`;
}
