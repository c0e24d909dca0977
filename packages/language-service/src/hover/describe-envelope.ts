import type { Envelope } from "smtpd-conf";
import { code, joined, type Prose, prose } from "../markdown.ts";

/** Mail of one recipient in words behind "mail": who sends it, whom it is for, and how it comes in. */
export function describeEnvelope(envelope: Envelope): Prose {
  const { mailFrom, rcptTo } = envelope;
  const sender = mailFrom === "" ? prose`with an empty sender` : prose`from ${code(mailFrom)}`;
  return prose`${sender} to ${code(rcptTo)}, ${joined(waysIn(envelope))}`;
}

function waysIn({ source, internal, authenticated, username, tag, helo, rdns }: Envelope): readonly Prose[] {
  const start = source === "local" ? prose`handed in on this machine` : prose`brought by a client at ${code(source)}`;
  const login = username === "" ? prose`who has logged in` : prose`who has logged in as ${code(username)}`;
  return [
    internal ? prose`sent on by an alias or a ${code(".forward")} file, first ${start}` : start,
    ...(authenticated && source !== "local" ? [login] : []),
    ...(tag === "" ? [] : [prose`at a listener with the tag ${code(tag)}`]),
    ...(helo === "" ? [] : [prose`with the greeting ${code(helo)}`]),
    ...(rdns === undefined ? [] : [prose`whose address is called ${code(rdns)}`]),
  ];
}
