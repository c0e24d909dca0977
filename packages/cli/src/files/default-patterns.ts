/** Endings of templates that a folder is searched for. */
const templateEndings =
  "j2,jinja,jinja2,erb,epp,mustache,hbs,handlebars,tmpl,gotmpl,gotpl,tpl,envsubst,template,in".split(",");

/** The files that a folder means where no settings file says it. */
export const defaultPatterns: readonly string[] = [
  "**/smtpd.conf",
  "**/{smtpd-*,smtpd.*,*.smtpd}.conf",
  `**/{smtpd*,*.smtpd}.conf{,.*}.{${templateEndings.join(",")}}`,
];

/** What is never meant: Postfix has a file of the same name that tells Cyrus SASL how to log users in. */
export const defaultIgnores: readonly string[] = ["**/{sasl,sasl2}/smtpd.conf"];
