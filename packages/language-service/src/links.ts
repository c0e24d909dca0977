import { type Span, suppressionComments, textOf } from "smtpd-conf";
import type { DocumentLink } from "vscode-languageserver-types";
import { isAsWritten } from "./is-as-written.ts";
import { type PathRole, pathPartOf, pathWordsOf } from "./path-words.ts";
import type { Snapshot } from "./snapshot.ts";
import { rangeIn } from "./to-lsp.ts";

/**
 * The links of the document, in its order: to the files that it names, whether they are there or not, to addresses in
 * comments, and to the pages of the rules that comments silence.
 */
export function getLinks(snapshot: Snapshot): DocumentLink[] {
  const links = [...fileLinks(snapshot), ...addressLinks(snapshot), ...pageLinks(snapshot)];
  return links.sort((a, b) => a.start - b.start).map(({ link }) => link);
}

interface PlacedLink {
  readonly start: number;
  readonly link: DocumentLink;
}

const tooltips: Readonly<Record<PathRole, string>> = {
  include: "Open the included file",
  table: "Open the file of the table",
  "table settings": "Open the settings of the table",
  certificate: "Open the certificate",
  key: "Open the key",
};

function fileLinks(snapshot: Snapshot): readonly PlacedLink[] {
  const { configuration, source, files } = snapshot;
  return pathWordsOf(configuration)
    .filter(({ word }) => word.source === source && isAsWritten(snapshot.document, word))
    .map((path) => linkAt(snapshot, pathPartOf(path), files.uriOf(path.path), tooltips[path.role]));
}

function linkAt({ document }: Snapshot, span: Span, target: string, tooltip: string): PlacedLink {
  return { start: span.start, link: { range: rangeIn(document, span), target, tooltip } };
}

/** Addresses in prose: what ends a sentence, or closes a bracket that opens before it, is no part of them. */
const address = /\bhttps?:\/\/[^\s"'<>`\\^{}|]+/g;

function addressLinks(snapshot: Snapshot): readonly PlacedLink[] {
  const { configuration, source } = snapshot;
  return configuration.comments.flatMap((comment) => {
    if (comment.source !== source) return [];
    const text = textOf(comment);
    return text.includes("://") ? addressesIn(snapshot, text, comment) : [];
  });
}

function addressesIn(snapshot: Snapshot, text: string, { source, start }: Span): readonly PlacedLink[] {
  return Array.from(text.matchAll(address), ({ 0: match, index }) => {
    const target = withoutEnd(match);
    const span = { source, start: start + index, end: start + index + target.length };
    return linkAt(snapshot, span, target, "Open in the browser");
  });
}

function withoutEnd(address: string): string {
  const unopened = new Map([
    [")", surplus(address, ")", "(")],
    ["]", surplus(address, "]", "[")],
  ]);
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const closing = unopened.get(last) ?? 0;
    if (closing > 0) unopened.set(last, closing - 1);
    else if (!".,;:!?*".includes(last)) break;
  }
  return address.slice(0, end);
}

/** How many more there are of one character than of another. */
function surplus(text: string, one: string, other: string): number {
  return text.split(one).length - text.split(other).length;
}

function pageLinks(snapshot: Snapshot): readonly PlacedLink[] {
  const { configuration, source } = snapshot;
  const comments = suppressionComments(configuration).filter(({ span }) => span.source === source);
  return comments.flatMap(({ codes }) =>
    codes.flatMap(({ code, span }) => {
      const page = snapshot.pageOf(code);
      return page === undefined ? [] : [linkAt(snapshot, span, page, `Open the page of ${code}`)];
    }),
  );
}
