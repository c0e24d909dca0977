import { type Check, defineCheck } from "../check.ts";
import { isHostName } from "../host-name.ts";

export const invalidListenAddress: Check = defineCheck({
  code: "invalid-listen-address",
  summary: "A listener needs the name of an interface, an address or a host name.",
  create: ({ machine, report }) => ({
    ListenDirective: ({ interface: address, options }) => {
      if (address === undefined) return;
      const family = options.find(({ name }) => name === "inet4" || name === "inet6")?.name as "inet4" | "inet6" | undefined;
      const known = machine ? machine.resolves(address.value, family) : couldBeAddress(address.value);
      if (known) return;
      const every = address.value === "*" || address.value === "all" || address.value === "egress";
      report({
        span: address,
        message: `"${address.value}" is no interface, address or host name${machine ? " of this machine" : ""}.`,
        help: every ? 'To listen on all addresses write two listeners, on "0.0.0.0" and on "::".' : undefined,
      });
    },
  }),
});

/** Whether a text could be an interface, address or host name on some machine. */
function couldBeAddress(text: string): boolean {
  if (text === "" || text === "*") return false;
  if (/^[0-9a-fA-F:.]+(%.+)?$/.test(text) || isHostName(text)) return true;
  return text.length <= 15 && !/[\s/]/.test(text);
}
