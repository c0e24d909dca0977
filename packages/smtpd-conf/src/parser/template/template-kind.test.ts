import { expect, test } from "vitest";
import { templateKindOf } from "./template-kind.ts";

test.each([
  ["smtpd.conf.j2", "jinja"],
  ["roles/mail/templates/smtpd.conf.JINJA2", "jinja"],
  ["smtpd.conf.erb", "erb"],
  ["smtpd.conf.epp", "erb"],
  ["smtpd.conf.hbs", "mustache"],
  ["smtpd.conf.gotmpl", "go"],
  ["smtpd.conf.envsubst", "shell"],
  ["modules/mail.nix", "nix"],
  ["smtpd.conf", undefined],
  ["j2", undefined],
  ["smtpd.constructor", undefined],
])("%s is %s", (path, kind) => expect(templateKindOf(path)).toBe(kind));

test.each([
  ["smtpd.conf.tmpl", "listen on {{ .Values.ip }}\n", "go"],
  ["smtpd.conf.tpl", "{% if tls %}\n", "jinja"],
  ["smtpd.conf.template", "listen on ${IP}\n", "shell"],
  ["smtpd.conf.template", "listen on {{ key `ip` }}\n", "go"],
  ["smtpd.conf.in", "pki @HOST@ cert x\n", "at"],
  ["smtpd.conf.in", "listen on ${IP}\n", "shell"],
  ["smtpd.conf.tmpl", "listen on lo\n", "go"],
  ["smtpd.conf.j2", "listen on ${IP}\n", "jinja"],
])("%s with %j is %s", (path, text, kind) => expect(templateKindOf(path, text)).toBe(kind));
