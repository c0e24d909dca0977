import { isStandIn } from "../domain-patterns.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { wholeValue } from "../written-text.ts";

export const userinfoFormat: Rule = defineRule({
  code: "userinfo-format",
  summary: "A value of a userbase is not uid:gid:home, so its user cannot get mail.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["userinfo"], (entry) => {
      const value = wholeValue(entry);
      if (value === undefined || isUserInfo(value.text) || isStandIn(value.text)) return undefined;
      const message = `smtpd cannot read what stands behind "${entry.key}", and puts its mail off with a temporary error.`;
      const meant = fromPasswd(value.text);
      if (meant === undefined) return { span: value.span, message, help: helpFor(value.text) };
      return {
        span: value.span,
        message,
        help: `Write "${meant}".`,
        fixes: value.rewritten(`Write "${meant}"`, meant),
      };
    }),
});

const largestId = 4_294_967_295;

/** Two numbers and a path; what follows the second colon is taken as it stands. */
function isUserInfo(text: string): boolean {
  const [, uid, gid] = /^(\d+):(\d+):(?:\/.*)?$/.exec(text) ?? [];
  return uid !== undefined && Number(uid) <= largestId && Number(gid) <= largestId;
}

/** What a line of passwd(5) says, without its user: password, uid, gid, name, home, shell. */
function fromPasswd(text: string): string | undefined {
  const [, uid, gid, home] = /^[^:]*:(\d+):(\d+):[^:]*:(\/[^:]*):[^:]*$/.exec(text) ?? [];
  return uid === undefined ? undefined : `${uid}:${gid}:${home}`;
}

function helpFor(text: string): string {
  if (/^\d+:\d+:./.test(text))
    return "The home directory is an absolute path, and nothing else follows the two numbers.";
  if (/^[\w-]+:[\w-]+:/.test(text)) return "User and group are numbers, not names.";
  return 'Write "uid:gid:/home/directory".';
}
