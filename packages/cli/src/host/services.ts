import { readFileSync } from "node:fs";

/** The names of the TCP services in the text of a services(5) file: the first word of a line and those behind the port. */
export function tcpServicesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const line of text.split("\n")) {
    const [name, port, ...aliases] = line.replace(/#.*/s, "").trim().split(/\s+/);
    if (name === undefined || port === undefined || !/^\d+\/tcp$/.test(port)) continue;
    for (const known of [name, ...aliases]) names.add(known);
  }
  return names;
}

/** The TCP services that a file names; undefined where it cannot be read. */
export function readTcpServices(path: string | undefined): ReadonlySet<string> | undefined {
  try {
    return path === undefined ? undefined : tcpServicesIn(readFileSync(path, "latin1"));
  } catch {
    return undefined;
  }
}
