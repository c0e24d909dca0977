import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareCommand, runCommand } from "./command.ts";

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-templates-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines and codes of what is found in a file of this name. */
function findingsIn(name: string, text: string, ...parameters: string[]): string[] {
  writeFileSync(join(folder, name), text);
  const { stdout } = runCommand([...parameters, "--format", "json", name], { cwd: folder });
  const { files } = JSON.parse(stdout) as {
    files: { diagnostics: { code: string; range: { start: { line: number } } }[] }[];
  };
  return files.flatMap(({ diagnostics }) => diagnostics.map(({ code, range }) => `${range.start.line}: ${code}`));
}

const ansible = `{{ ansible_managed | comment }}
table aliases file:{{ smtpd_aliases_file | default("/etc/mail/aliases") }}
table domains { {% for domain in smtpd_domains %}"{{ domain }}"{% if not loop.last %}, {% endif %}{% endfor %} }

{% for host in smtpd_pki %}
pki {{ host.name }} cert "/etc/ssl/{{ host.name }}.crt"
pki {{ host.name }} key "/etc/ssl/private/{{ host.name }}.key"
{% endfor %}

{% if smtpd_max_size is defined %}
smtp max-message-size {{ smtpd_max_size }}
{% endif %}
listen on {{ ansible_default_ipv4.address }} tls pki {{ smtpd_pki[0].name }}
listen on lo0

action "local" maildir alias <aliases>
{% if smtpd_smarthost %}
table secrets file:/etc/mail/secrets
action "outbound" relay host smtp+tls://label@{{ smtpd_smarthost }}:587 auth <secrets>
{% else %}
action "outbound" relay helo {{ ansible_fqdn }}
{% endif %}

match from any for domain <domains> action "local"
match from local for any action "outbond"
`;

const puppet = `# Managed by Puppet, for <%= @fqdn %>
table aliases file:<%= @aliases_file %>
<% @listeners.each do |listener| -%>
listen on <%= listener['address'] %><% if listener['port'] %> port <%= listener['port'] %><% end %>
<% end -%>
action "local" mbox alias <aliases>
<%- if @relay -%>
action "relay" relay host <%= @relay %>
match from local for any action "relay"
<%- end -%>
match form any for domain "<%= @domain %>" action "local"
`;

const epp = `<%- | String $domain, Optional[String] $relay = undef | -%>
action "local" mbox
<% if $relay { -%>
action "relay" relay host <%= $relay %>
match from local for any action "relay"
<% } -%>
match from any for domain <%= $domain %> action "local"
listen on all
lisen on lo0
`;

const chef = `table vdomains { "<%= node['mail']['domains'].join('", "') %>", }
listen on <%= node['ipaddress'] %>
action "in" lmtp "/run/dovecot/lmtp"
match from any for domain <vdomains> action "in"
match from local for domain { a.example, } action "in"
`;

const helm = `{{- /* For the mail pod. */ -}}
listen on 0.0.0.0 {{- with .Values.port }} port {{ . }}{{- end }}
{{- if .Values.relay.auth }}
table secrets { label = {{ printf "%s:%s" .Values.relay.user .Values.relay.password | quote }} }
{{- end }}
action "relay" relay host {{ .Values.relay.host | quote }} {{- if .Values.relay.auth }} auth <secrets>{{- end }}
{{- range .Values.networks }}
match from src {{ . | quote }} for any action "relay"
{{- end }}
match for any action "relays"
`;

const envsubst = `if = "eth0"
table secrets { label = "\${RELAY_USER}:\${RELAY_PASSWORD}" }
listen on $if port \${PORT}
lisen on $if
action "relay" relay host smtp+tls://label@\${RELAY_HOST}:587 auth <secrets>
match from src \${NETWORK} for any action "relay"
`;

const nixos = `{ config, lib, pkgs, ... }:
{
  services.opensmtpd = {
    enable = true;
    serverConfiguration = ''
      listen on lo hostname \${config.networking.fqdn}
      table aliases file:\${pkgs.writeText "aliases" "root: anna"}
      action "local" mbox alias <aliases>
      match for local action "locl"
    '' + lib.optionalString config.mail.relay ''
      action "relay" relay
      match for any action "relay"
    '';
  };
}
`;

describe("a template is linted for what it is filled in with", () => {
  test.each([
    ["smtpd.conf.j2", ansible, ["25: undefined-action"]],
    ["smtpd.conf.erb", puppet, ["11: misspelled-keyword"]],
    ["smtpd.conf.epp", epp, ["9: unknown-directive"]],
    ["chef.conf.erb", chef, ["5: trailing-comma"]],
    ["smtpd.conf.tpl", helm, ["10: undefined-action"]],
    ["smtpd.conf.envsubst", envsubst, ["4: unknown-directive"]],
    ["mail.nix", nixos, ["9: undefined-action"]],
    [
      "smtpd.conf.mustache",
      '{{#relay}}\naction a relay host {{host}}\n{{/relay}}\nmatch for local action "a" {{x}}\nmtch\n',
      ["5: unknown-directive"],
    ],
    [
      "smtpd.conf.in",
      'pki @HOST@ cert "@SSL@/a" key "@SSL@/b"\nlisten on lo tls pki @HOST@\nlistn on lo\n',
      ["3: unknown-directive"],
    ],
  ])("%s", (name, text, findings) => {
    expect(findingsIn(name, text, "--rules", "none")).toEqual(findings);
  });
});

describe("--template", () => {
  const text = 'listen on {{ ip }}\naction "out" relay\nmatch from local for any action "out"\n';

  test("says that a file of any name is one", () => {
    expect(findingsIn("smtpd.conf", text, "--template", "jinja", "--rules", "none")).toEqual([]);
  });

  test("switches it off with none", () => {
    expect(findingsIn("off.j2", text, "--template", "none")).toContain("1: syntax-error");
  });

  test("knows its languages", () => {
    const { status, stderr } = runCommand(["--template", "perl", "smtpd.conf"], { cwd: folder });
    expect(status).toBe(2);
    expect(stderr).toContain("jinja, erb, mustache, go, shell, at, nix, none");
  });

  test("makes no sense with -n", () => {
    const { status, stderr } = runCommand(["-n", "--template", "jinja", "smtpd.conf"], { cwd: folder });
    expect([status, stderr]).toEqual([
      2,
      "smtpd-lint: -n gives the verdict of smtpd on the file as it is, and on a template there is none: leave it out.\n" +
        'Try "smtpd-lint --help".\n',
    ]);
  });
});

test("with -n, a template is a file like any other", () => {
  writeFileSync(join(folder, "n.j2"), "listen on {{ ip }}\n");
  expect(runCommand(["-n", "n.j2"], { cwd: folder }).status).toBe(1);
});

test("the text of a finding is that of the template, and the summary says what it is", () => {
  writeFileSync(
    join(folder, "shown.j2"),
    'listen on {{ ip }}\naction a relay # {{ x }}\nmatch for {{ y }} action "b"\nlisen on {{ ip }}\n',
  );
  const { stdout, status } = runCommand(["shown.j2"], { cwd: folder });
  expect(stdout).toContain(" 4 | lisen on {{ ip }}\n");
  expect(stdout).toContain("smtpd 7.9 refuses it, whatever it is filled in with.");
  expect(status).toBe(1);
});

test("nothing against a template is not called the verdict of smtpd", () => {
  writeFileSync(join(folder, "good.j2"), 'listen on {{ ip }}\naction a relay\nmatch from local for any action "a"\n');
  const { stdout, status } = runCommand(["--rules", "none", "good.j2"], { cwd: folder });
  expect(stdout).toBe(
    "No problems in good.j2: it is a template, and what smtpd 7.9 says depends on what it is filled in with.\n",
  );
  expect(status).toBe(0);
});

test("--fix mends a template beside what is filled in", () => {
  const path = join(folder, "fixed.j2");
  writeFileSync(
    path,
    '{% if a %}\ntable t { "{{ b }}", c, }\ntable u { b, c, }\n{% endif %}\naction a relay\nmatch from local for any action a\n',
  );
  runCommand(["--fix", "--rules", "none", "fixed.j2"], { cwd: folder });
  expect(readFileSync(path, "utf8")).toBe(
    '{% if a %}\ntable t { "{{ b }}", c, }\ntable u { b, c }\n{% endif %}\naction a relay\nmatch from local for any action a\n',
  );
});

test("the JSON output names the language", () => {
  writeFileSync(join(folder, "named.erb"), "listen on <%= @ip %>\n");
  const { stdout } = runCommand(["--format", "json", "named.erb"], { cwd: folder });
  expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: "named.erb", template: "erb" }] });
});
