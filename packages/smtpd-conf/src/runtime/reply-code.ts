/** A reply of an SMTP server in one line. */
export interface Reply {
  readonly code: number;
  readonly text: string;
}

/**
 * Reads the reply of a filter (`valid_smtp_response()` in util.c): three digits of which the first is 2 to 5, a blank, and
 * a text of one character or more. Undefined for anything else.
 */
export function parseReply(text: string): Reply | undefined {
  const match = /^([2-5]\d\d) (.+)$/s.exec(text);
  return match ? { code: Number(match[1]), text: match[2] ?? "" } : undefined;
}

/**
 * Whether `reject` and `disconnect` send the text as it is: a reply that begins with 4 or 5. In the place of anything else
 * the client gets `421 Internal server error` and is disconnected.
 */
export function isRefusal(text: string): boolean {
  const reply = parseReply(text);
  return reply !== undefined && reply.code >= 400;
}
