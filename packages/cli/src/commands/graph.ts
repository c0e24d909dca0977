import { type MailGraph, mailGraph, openAnalysis } from "smtpd-conf";
import { complain } from "../complain.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { GraphFormat, GraphOptions } from "../graph-options.ts";
import { onConfiguration } from "../on-configuration.ts";
import type { Output } from "../output.ts";

/** Draws the ways of mail through a configuration; gives what to end with. */
export function drawFile(options: GraphOptions): Promise<ExitCode> {
  return onConfiguration(options, async ({ model, target, machine, tableFiles }, output) => {
    const graph = mailGraph(model, openAnalysis(model, { machine, tableFiles }));
    const [main] = model.configuration.sources;
    const title = `${main?.path}, as smtpd ${target} reads it`;
    return deliver(await draw(graph, title, options.graphFormat), options.outputFile, output);
  });
}

/** What draws is loaded only when it is wanted. */
async function draw(graph: MailGraph, title: string, format: GraphFormat): Promise<string> {
  switch (format) {
    case "mermaid":
      return (await import("../formats/graph-mermaid.ts")).writeMermaid(graph, title);
    case "dot":
      return (await import("../formats/graph-dot.ts")).writeDot(graph, title);
    case "svg":
      return (await import("../formats/graph-svg.ts")).drawGraph(graph, title);
  }
}

async function deliver(text: string, file: string | undefined, output: Output): Promise<ExitCode> {
  if (file === undefined) {
    output.write(text);
    return exitCodes.accepted;
  }
  const { writeAtomically } = await import("../host/write-atomically.ts");
  const outcome = writeAtomically(file, text);
  if (outcome.kind === "written") return exitCodes.accepted;
  return complain({ complaint: `${file}: not written: ${outcome.words}.`, code: exitCodes.unreadable });
}
