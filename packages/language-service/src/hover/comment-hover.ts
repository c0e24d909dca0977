import {
  type Check,
  checks,
  type Rule,
  rules,
  type Span,
  type SuppressionComment,
  suppressionComments,
  textOf,
} from "smtpd-conf";
import { type Block, code, list, type Prose, paragraph, prose, strong } from "../markdown.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Said } from "./said.ts";

/** The comment at an offset, if there is one. */
export function commentAt({ configuration, source }: Snapshot, offset: number): Span | undefined {
  const { comments } = configuration;
  return comments.find((one) => one.source === source && one.start <= offset && offset <= one.end);
}

/** A comment that silences rules: which, where, how many findings, and why; undefined for any other comment. */
export function commentHover(snapshot: Snapshot, comment: Span, offset: number): Said | undefined {
  if (!textOf(comment).includes("smtpd-lint")) return undefined;
  const found = suppressionComments({ ...snapshot.configuration, comments: [comment] });
  const one = found.find(({ span }) => span.start <= offset && offset <= span.end);
  const reach = one && reaches[one.word];
  if (one === undefined || reach === undefined) return undefined;
  const { start, end } = one.span;
  return { start, end, blocks: blocksFor(snapshot, one, reach) };
}

/** Where the words silence rules. */
const reaches: Readonly<Record<string, string>> = {
  "disable-next-line": "for the next line",
  "disable-line": "for this line",
  disable: "from here on",
  "disable-file": "for the whole file",
  enable: "from here on",
};

function blocksFor(snapshot: Snapshot, comment: SuppressionComment, reach: string): readonly Block[] {
  const { codes, word, reason } = comment;
  const what = codes.length === 0 ? "all rules" : codes.length === 1 ? "this rule" : "these rules";
  const title =
    word === "enable"
      ? prose`${strong("smtpd-lint")} heeds ${what} again, ${reach}.`
      : prose`${strong("smtpd-lint")} is silent about ${what} ${reach}${silencedBy(snapshot, comment)}.`;
  return [
    paragraph(title),
    ...(codes.length === 0 ? [] : [list(codes.map(({ code: name }) => summaryOf(name)))]),
    ...(reason === undefined ? [] : [paragraph(prose`Reason: ${reason}`)]),
  ];
}

function summaryOf(name: string): Prose {
  const subjects: readonly (Check | Rule)[] = [...rules, ...checks];
  const subject = subjects.find((one) => one.code === name);
  return subject === undefined ? prose`${code(name)}: no rule of this name` : prose`${code(name)}: ${subject.summary}`;
}

/** How many findings there would be without the comment. */
function silencedBy({ result }: Snapshot, { span }: SuppressionComment): string {
  const count = result.suppressed.filter(({ suppression }) => {
    const { source, start } = suppression.comment.span;
    return source === span.source && start === span.start;
  }).length;
  if (count === 0) return ", and there is nothing that it silences";
  return count === 1 ? ", which silences one finding" : `, which silences ${count} findings`;
}
