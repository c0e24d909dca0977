import type { Analysis } from "../analysis/analysis.ts";
import { exposureOfAddress } from "../model/listener.ts";
import type { ActionDirective, Line, Option, TableArgument } from "../parser/ast/nodes.ts";
import type { Span } from "../parser/source.ts";
import { parseRelayUrl, type RelayUrl, type RelayUrlFault, type UrlPart } from "../runtime/relay-url.ts";
import { actionOption } from "./action.ts";
import type { CheckContext } from "./check.ts";
import { forEachEntry, inlineEntriesAt, type TableEntry } from "./table-entries.ts";
import { keyOf, spanWithin, type WrittenText, wholeValue } from "./written-text.ts";

/** One of the servers that a relay sends to, as its URL names it. */
export interface RelayHost {
  readonly url: RelayUrl | RelayUrlFault;
  /** The whole URL. */
  readonly written: WrittenText;
  /** The range of a part of the URL, or of the whole where it was written in another way. */
  readonly spanOf: (part: Pick<UrlPart, "start" | "end">) => Span;
}

/** A relay that names its servers, by `host` or by `domain`. */
export interface NamedRelay {
  readonly action: ActionDirective;
  /** `host` or `domain`. */
  readonly option: Option;
  readonly hosts: readonly RelayHost[];
  /** Whether these are all: a database or a program can name others. */
  readonly complete: boolean;
}

/** So many servers of one table say enough: files can be long. */
const mostHosts = 200;

/** The servers that an action relays to; undefined where it does not name them. */
export function namedRelay(line: Line, context: CheckContext): NamedRelay | undefined {
  if (line.kind !== "ActionDirective" || line.method.name !== "relay") return undefined;
  const argument = hostOption(line)?.argument as TableArgument | undefined;
  // What stands in the line itself is read without a look at anything else.
  if (argument?.kind !== "TableReference") return readRelay(line, (visit) => visitOwn(argument, visit));
  const known = relays.get(context.analysis) ?? new Map<ActionDirective, NamedRelay | undefined>();
  relays.set(context.analysis, known);
  if (!known.has(line))
    known.set(
      line,
      readRelay(line, (visit) => visitNamed(argument, context, visit)),
    );
  return known.get(line);
}

/** The relays with named tables that were read: many rules ask for the same ones. */
const relays = new WeakMap<Analysis, Map<ActionDirective, NamedRelay | undefined>>();

function hostOption(line: ActionDirective): Option | undefined {
  return actionOption(line, "host") ?? actionOption(line, "domain");
}

type Visit = (entry: TableEntry) => boolean;

function visitOwn(argument: TableArgument | undefined, visit: Visit): boolean {
  const entries = argument && inlineEntriesAt(argument, undefined);
  entries?.every(visit);
  return entries !== undefined;
}

function visitNamed(argument: TableArgument, { model, analysis }: CheckContext, visit: Visit): boolean {
  return forEachEntry(argument, { model, tableFiles: analysis.tableFiles }, visit);
}

/** `visitAll` says whether it has visited all that there is. */
function readRelay(line: ActionDirective, visitAll: (visit: Visit) => boolean): NamedRelay | undefined {
  const option = hostOption(line);
  if (option?.argument === undefined) return undefined;
  const hosts: RelayHost[] = [];
  const known = visitAll((entry) => {
    const written = option.name === "host" ? keyOf(entry) : wholeValue(entry);
    if (written !== undefined) hosts.push(hostOf(written));
    return hosts.length < mostHosts;
  });
  return { action: line, option, hosts, complete: known && hosts.length > 0 && hosts.length < mostHosts };
}

function hostOf(written: WrittenText): RelayHost {
  const { text, span } = written;
  const spanOf = ({ start, end }: Pick<UrlPart, "start" | "end">) =>
    start < end ? spanWithin(span, text, text.slice(start, end), start) : span;
  return { url: parseRelayUrl(text), written, spanOf };
}

/** Calls `judge` with each server of each action that relays. */
export function forEachRelayHost(
  line: Line,
  context: CheckContext,
  judge: (host: RelayHost, relay: NamedRelay) => void,
): void {
  const relay = namedRelay(line, context);
  for (const host of relay?.hosts ?? []) judge(host, relay as NamedRelay);
}

/** The URL with another scheme. */
export function withScheme({ url: { parts }, written }: RelayHost, scheme: string): string {
  const behind = parts.scheme === undefined ? 0 : parts.scheme.end + "://".length;
  return `${scheme}://${written.text.slice(behind)}`;
}

/** The scheme as it is written, or in words what stands for it. */
export function schemeText({ parts }: RelayUrl | RelayUrlFault): string {
  return parts.scheme === undefined ? "a URL without a scheme" : `"${parts.scheme.text}://"`;
}

const privateDomains = /\.(?:local|lan|internal|intranet|corp|home|home\.arpa|localdomain|test|onion)$/i;

/**
 * Whether the way to a host leads across the Internet, as far as its name tells. A name without a dot is one of the own
 * network.
 */
export function exposureOfHost(host: string): "loopback" | "private" | "public" {
  const address = host.replace(/^\[(?:IPv6:)?(.*)\]$/i, "$1");
  if (/(?:^|\.)localhost$/i.test(address)) return "loopback";
  if (!/[.:]/.test(address) || privateDomains.test(address)) return "private";
  return exposureOfAddress(address);
}

/** Whether a server is known to be one that mail reaches across the Internet only. */
export function isPublicHost({ url }: RelayHost): boolean {
  return url.kind === "RelayUrl" && exposureOfHost(url.host) === "public";
}
