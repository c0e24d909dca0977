import { vi } from "vitest";

/**
 * How often the properties of a test file are tried: so often, or as `PROPERTY_RUNS=10000` says to look longer. Its tests get
 * so many milliseconds for each time on top of a minute.
 */
export function propertyRuns(usual: number, milliseconds: number): number {
  const runs = Number(process.env["PROPERTY_RUNS"] ?? usual);
  vi.setConfig({ testTimeout: 60_000 + milliseconds * runs });
  return runs;
}
