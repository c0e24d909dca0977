import { existsSync } from "node:fs";
import { join } from "node:path";
import { URI } from "vscode-uri";

/** The address of the page about a check or a rule: a file beside the bundled server. A server run from its sources has none. */
export function pageOf(code: string): string | undefined {
  if (typeof __dirname === "undefined" || !/^[a-z0-9-]+$/.test(code)) return undefined;
  const known = addresses.get(code);
  if (known !== undefined) return known === "" ? undefined : known;
  const place = join(__dirname, "pages", `${code}.md`);
  const address = existsSync(place) ? URI.file(place).toString() : "";
  addresses.set(code, address);
  return address === "" ? undefined : address;
}

const addresses = new Map<string, string>();
