import { type Command, Option } from "commander";
import type { MatchOptions } from "../match-options.ts";
import { addConfigurationOptions, configurationOptions, type GivenConfiguration } from "./configuration-arguments.ts";
import { type Done, type Parsed, wrong } from "./parsed.ts";

/** The options as commander gives them. */
interface Given extends GivenConfiguration {
  readonly src?: string;
  readonly rdns?: string;
  readonly helo?: string;
  readonly tls?: boolean;
  readonly auth?: string;
  readonly tag?: string;
  readonly mailFrom?: string;
  readonly rcptTo?: string;
  readonly envelopes?: string;
}

const envelopeOptions = ["src", "rdns", "helo", "tls", "auth", "tag", "mailFrom", "rcptTo"];

/** Adds `match` to the program; what it is asked for goes to `done`. */
export function addMatchCommand(program: Command, done: Done): void {
  const command = program
    .command("match")
    .summary("say which rule decides about an envelope, and why the ones before it do not")
    .description("Says which rule of a configuration decides about an envelope, and why the ones before it do not.")
    .argument("<file>", 'the configuration; "-" is standard input')
    .option("--src <address>", 'the address of the client, or "local" for mail through the socket')
    .option("--rdns <name>", "the name of that address; it has none if not given")
    .option("--helo <name>", "what the client says in HELO or EHLO")
    .option("--tls", "the session uses TLS")
    .option("--auth <user>", "the client has logged in as this user")
    .option("--tag <tag>", "the tag of the listener; it has none if not given")
    .option("--mail-from <address>", "the sender; the null sender if not given")
    .option("--rcpt-to <address>", "the recipient")
    .addOption(
      new Option("--envelopes <file>", 'a file with one envelope a line, as JSON; "-" is standard input').conflicts(
        envelopeOptions,
      ),
    );
  addConfigurationOptions(command, "how to show what is decided")
    .addHelpText("after", helpExamples)
    .action((file: string, given: Given) => done(combine(file, given)));
}

const helpExamples = `
Examples:
  smtpd-lint match /etc/smtpd.conf --src 203.0.113.9 --rcpt-to anna@example.org
  smtpd-lint match --host /etc/smtpd.conf --src local --rcpt-to anna@example.org
  smtpd-lint match smtpd.conf --src 203.0.113.9 --auth anna --rcpt-to bob@example.net
  smtpd-lint match smtpd.conf --format json --envelopes envelopes.jsonl

A line of such a file: {"src": "203.0.113.9", "rcpt_to": "anna@example.org"}
Its keys: src, rdns, helo, tls, auth, tag, mail_from, rcpt_to.

Exit status:
  0  it is said which rule decides, if any
  1  smtpd refuses the configuration
  2  the command line or an envelope makes no sense
  3  a file could not be read
`;

function combine(file: string, given: Given): Parsed {
  const { src, rcptTo, envelopes } = given;
  const common = configurationOptions(file, given);
  if (envelopes !== undefined) {
    if (file === "-" && envelopes === "-") return wrong("Standard input can be read only once.");
    return matching({ ...common, envelopes: { file: envelopes } });
  }
  if (src === undefined || rcptTo === undefined)
    return wrong("It wants an envelope: --src and --rcpt-to, or a file of them with --envelopes.");
  const { rdns, helo, tls, auth, tag, mailFrom } = given;
  const input = { src, rdns, helo, tls, auth, tag, mailFrom, rcptTo };
  return matching({ ...common, envelopes: input });
}

function matching(options: MatchOptions): Parsed {
  return { kind: "run", run: async () => (await import("../commands/match.ts")).matchFile(options) };
}
