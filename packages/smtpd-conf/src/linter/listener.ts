import type { ListenDirective, Option } from "../parser/ast/nodes.ts";

/** The option that makes a listener speak TLS: `tls`, `tls-require` or `smtps`; undefined where it speaks none. */
export function tlsOption({ options }: Pick<ListenDirective, "options">): Option | undefined {
  return options.find(({ name }) => name === "tls" || name === "tls-require" || name === "smtps");
}
