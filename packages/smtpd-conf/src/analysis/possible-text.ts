import { oldestRelease, type Release } from "../language/releases.ts";
import { isLocalPart } from "../runtime/local-part.ts";
import { splitMailAddress } from "../runtime/mail-address.ts";
import { isMailDomain } from "../runtime/mail-domain.ts";
import type { TextDimension } from "./text-shapes.ts";

/** Where a text comes from. */
export interface TextOrigin {
  /** The release that takes it; where it is not said, what the oldest one takes. */
  readonly target?: Release | undefined;
  /** Whether the recipient came out of an alias, which may say more than a client. */
  readonly internal?: boolean | undefined;
}

/** Whether smtpd would take a text for what it is to be. What a client says is checked before any rule is asked. */
export function isPossible(dimension: TextDimension, text: string, { target, internal }: TextOrigin): boolean {
  switch (dimension) {
    case "username":
      return text !== "";
    case "helo":
      return isMailDomain(text);
    case "rdns":
      return isMailDomain(text.replaceAll("/", "x")) && !text.startsWith("[");
    case "sender":
      return text === "" || isAddress(text, target);
    case "recipient":
      return internal ? isForwardAddress(text) : isAddress(text, target);
  }
}

function isAddress(text: string, target: Release = oldestRelease): boolean {
  const { user, domain } = splitMailAddress(text);
  return isLocalPart(user, target) && isMailDomain(domain);
}

/** What smtpd takes out of aliases (`text_to_expandnode()` in to.c), and what it decodes from SRS. */
function isForwardAddress(text: string): boolean {
  return /^[A-Za-z0-9!#$%&'*/?^`{|}~+=_.-]+@[\w.:[\]-]+$/.test(text);
}
