import { expect, test } from "vitest";
import { pageOf } from "./package-info.ts";

test("a check's page is below the home page of the project, once it has one", () => {
  expect(pageOf("no-rules", "")).toBeNull();
  expect(pageOf("no-rules", "https://example.org/smtpd-lint/")).toBe("https://example.org/smtpd-lint/checks/no-rules");
});
