import type { ListenDirective } from "../parser/ast/nodes.ts";

/** Whether a listener speaks TLS at all: `tls`, `tls-require` or `smtps`. */
export function hasTls(line: ListenDirective): boolean {
  return line.options.some(({ name }) => name === "tls" || name === "tls-require" || name === "smtps");
}
