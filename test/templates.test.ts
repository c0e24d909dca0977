import { expect, test, vi } from "vitest";
import { runCampaign } from "./templates/campaign.ts";

/** `TEMPLATE_RUNS=1000` makes more templates. Each is filled in thirty times. */
const templates = Number(process.env["TEMPLATE_RUNS"] ?? 100);
vi.setConfig({ testTimeout: 120_000 + 5000 * templates });

test("what is found in a template is found in whatever it is filled in with", () => {
  const { fillings, findings, refusals, falseAlarms } = runCampaign(2026, templates, 30);
  console.info(`${fillings} fillings of ${templates} templates with ${findings} findings (${refusals} refusals).`);
  expect(falseAlarms).toEqual([]);
  expect(fillings).toBeGreaterThanOrEqual(30 * templates);
  expect(findings).toBeGreaterThan(5 * templates);
  expect(refusals).toBeGreaterThan(templates / 10);
});
