import type { ActionDirective, TableArgument } from "../parser/ast/nodes.ts";

/** Whether an action hands mail to a program on the same machine, as a scanner or signer that speaks SMTP. */
export function relaysToLoopback({ method, options }: ActionDirective): boolean {
  if (method.name !== "relay") return false;
  const host = options.find(({ name }) => name === "host")?.argument as TableArgument | undefined;
  if (host === undefined || host.kind === "TableReference") return false;
  const urls = host.kind === "String" ? [host] : host.entries.map(({ key }) => key);
  return urls.some(({ value }) => /^(?:[a-z+]+:\/\/)?(?:localhost|127\.[\d.]+|\[::1\])(?::|$)/i.test(value));
}
