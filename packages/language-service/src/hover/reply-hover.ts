import { isRefusal, parseReply } from "smtpd-conf";
import { type Block, code, list, type Prose, paragraph, prose } from "../markdown.ts";

/** A reply of a filter: what its code and its enhanced code tell the client. */
export function replyHover(text: string): readonly Block[] {
  const reply = parseReply(text);
  if (reply === undefined || !isRefusal(text)) {
    const instead = code("421 Internal server error");
    return [
      paragraph(prose`The client gets ${instead} in its place, and is disconnected: this is no reply of 4xx or 5xx.`),
    ];
  }
  const number = String(reply.code);
  const enhanced = /^([245])\.(\d{1,3})\.(\d{1,3})(?= |$)/.exec(reply.text);
  return [
    paragraph(prose`${code(number)}: ${meaningOf(number)}`),
    ...(enhanced === null ? [] : [list([describeEnhanced(enhanced, number)])]),
  ];
}

function meaningOf(number: string): string {
  const kind = number.startsWith("4")
    ? "a temporary failure, after which clients try again later"
    : "a permanent failure, after which the sender gets a bounce";
  const meaning = meanings[number];
  return meaning === undefined ? `${kind}.` : `${kind}. ${meaning}`;
}

/** What codes stand for (RFC 5321, section 4.2.3; RFC 4954, section 6). */
const meanings: Readonly<Record<string, string>> = {
  "421": "The server cannot go on, and hangs up.",
  "450": "The mailbox is not available now, for instance because it is busy or the client is not trusted yet.",
  "451": "The server failed while it worked on the command.",
  "452": "The server has no room for the message or for more recipients.",
  "454": "TLS or the login is not available now.",
  "500": "The command is not known.",
  "501": "The command has an argument that cannot be read.",
  "502": "The server does not offer the command.",
  "503": "The command comes at the wrong time.",
  "504": "The server cannot do what a parameter asks for.",
  "521": "The host takes no mail at all.",
  "530": "A login, or TLS, is needed first.",
  "535": "The user name or the password is wrong.",
  "550": "The mailbox is not available: it does not exist, or the mail is not wanted.",
  "551": "The user is not here.",
  "552": "There is no room left for the message.",
  "553": "The server takes no address of this form.",
  "554": "The transaction failed, or the server takes no mail from this client.",
  "556": "The domain takes no mail.",
};

/** The second number of an enhanced code (RFC 3463, section 3). */
const subjects: readonly string[] = [
  "something that no other subject fits",
  "an address",
  "the mailbox",
  "the mail system",
  "the network or the way there",
  "the SMTP session",
  "the content of the message",
  "security or policy",
];

/** Whole enhanced codes without their class (RFC 3463, section 3; RFC 7372, section 3; RFC 7505, section 4). */
const details: Readonly<Record<string, string>> = {
  "1.1": "the mailbox does not exist",
  "1.2": "the host of the address does not exist",
  "1.8": "the host of the sender's address does not exist",
  "1.10": "the recipient's domain takes no mail",
  "2.1": "the mailbox takes no mail",
  "2.2": "the mailbox is full",
  "3.4": "the message is too large",
  "4.5": "the system is overloaded",
  "5.3": "there are too many recipients",
  "7.0": "security or policy, without details",
  "7.1": "the server does not allow it",
  "7.20": "no DKIM signature passes",
  "7.23": "the SPF check failed",
  "7.25": "the client's name in the reverse DNS is missing or does not lead back",
  "7.27": "the sender's domain takes no mail",
};

function describeEnhanced([whole, kind, subject = "", detail = ""]: RegExpExecArray, number: string): Prose {
  const about = details[`${subject}.${detail}`] ?? `about ${subjects[Number(subject)] ?? subjects[0]}`;
  const odds = kind === number.charAt(0) ? "" : " Its first digit should be that of the code before it.";
  return prose`${code(whole)}, the enhanced code: ${about}.${odds}`;
}
