import type { Output } from "../output.ts";
import type { Format, FormatSettings } from "../report.ts";
import { openPaint } from "./paint.ts";
import { createTally } from "./summary.ts";

/** A format whose report goes elsewhere: what came of it all is said here, in a sentence. */
export function withSummary(format: Format, { colored }: Pick<FormatSettings, "colored">, output: Output): Format {
  const tally = createTally(openPaint(colored));
  return {
    file: (report) => {
      tally.add(report);
      format.file(report);
    },
    end: () => {
      format.end();
      output.write(`${tally.sentence()}\n`);
      output.flush();
    },
  };
}
