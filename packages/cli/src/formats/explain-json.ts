import type { Source } from "smtpd-conf";
import type { Output } from "../output.ts";
import { openIndexes } from "./block.ts";
import { type Explanation, isThere, type Origin, type Sentence } from "./explanation.ts";
import { linePlace } from "./line-place.ts";

/** An explanation for programs, described by `schema/explain.schema.json`. */
export function writeExplanation({ sections }: Explanation, sources: readonly Source[], output: Output): void {
  const indexOf = openIndexes();
  const shownOrigin = ({ span, rule, action }: Origin) => ({
    ...(rule === undefined ? {} : { rule }),
    ...(action === undefined ? {} : { action }),
    ...linePlace(span, sources, indexOf),
  });
  const shownSentence = ({ text, origins }: Sentence) => ({ text, origins: origins.map(shownOrigin) });
  const shown = sections
    .filter((section) => section.paragraphs.some(isThere))
    .map(({ title, paragraphs }) => ({
      title,
      paragraphs: paragraphs.filter(isThere).map(({ heading, items }) => ({
        heading: heading === undefined ? null : shownSentence(heading),
        items: items.map((sentences) => sentences.map(shownSentence)),
      })),
    }));
  output.write(`${JSON.stringify({ version: 1, sections: shown }, null, 2)}\n`);
}
