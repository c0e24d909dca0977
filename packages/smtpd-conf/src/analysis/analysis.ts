import type { Model } from "../model/model.ts";
import type { TableFiles } from "../model/table-files.ts";
import type { MachineFacts } from "../runtime/machine-facts.ts";

/** What is known besides the text. */
export interface AnalysisOptions {
  readonly tableFiles?: TableFiles | undefined;
  readonly machine?: MachineFacts | undefined;
}

/** What smtpd would do with mail. Each part is worked out when it is first asked for, and then kept. */
export interface Analysis {
  readonly tableFiles: TableFiles | undefined;
}

export function openAnalysis(_model: Model, { tableFiles }: AnalysisOptions = {}): Analysis {
  return { tableFiles };
}
