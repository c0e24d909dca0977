import { createMissing } from "./create-missing.ts";
import { explain } from "./explain.ts";
import { extractMacro } from "./extract-macro.ts";
import { extractTable } from "./extract-table.ts";
import { fixAll } from "./fix-all.ts";
import { fixes } from "./fixes.ts";
import { inlineMacro } from "./inline-macro.ts";
import { inlineTable } from "./inline-table.ts";
import { mergeRules } from "./merge-rules.ts";
import { moveDefinitions } from "./move-definitions.ts";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";
import { quoteWord } from "./quote-word.ts";
import { rewriteList } from "./rewrite-list.ts";
import { shortenRule } from "./shorten-rule.ts";
import { suppress } from "./suppress.ts";
import { writeOut } from "./write-out.ts";

/** Actions that belong together, and the kind that all of theirs are below. */
export interface ActionFamily {
  readonly kind: string;
  readonly offersAt: (place: Place) => readonly Offer[];
  /** Whether they know what to do in the template of a configuration too. */
  readonly inTemplates?: boolean;
}

/** All there is, in the order in which editors show it. */
export const actionFamilies: readonly ActionFamily[] = [
  { kind: "quickfix", offersAt: fixes, inTemplates: true },
  { kind: "quickfix", offersAt: moveDefinitions },
  { kind: "quickfix", offersAt: createMissing },
  { kind: "quickfix", offersAt: suppress },
  { kind: "quickfix", offersAt: explain, inTemplates: true },
  { kind: "refactor.extract", offersAt: extractTable },
  { kind: "refactor.extract", offersAt: extractMacro },
  { kind: "refactor.inline", offersAt: inlineMacro },
  { kind: "refactor.inline", offersAt: inlineTable },
  { kind: "refactor.rewrite", offersAt: writeOut },
  { kind: "refactor.rewrite", offersAt: shortenRule },
  { kind: "refactor.rewrite", offersAt: mergeRules },
  { kind: "refactor.rewrite", offersAt: rewriteList },
  { kind: "refactor.rewrite", offersAt: quoteWord },
  { kind: "source.fixAll.smtpd-lint", offersAt: fixAll, inTemplates: true },
];
