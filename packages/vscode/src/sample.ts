/** A configuration to begin with. smtpd takes it as it stands, where the certificate is there. */
export const sample = `# smtpd.conf: mail for a domain to local users, submission with a login, the rest to the world.
# What must be yours: the names of the server and of the domains, and the certificate.

pki mail.example.org cert "/etc/ssl/mail.example.org.crt"
pki mail.example.org key "/etc/ssl/private/mail.example.org.key"

table aliases file:/etc/mail/aliases
table domains { "example.org", "example.net" }

listen on 0.0.0.0 tls pki mail.example.org
listen on 0.0.0.0 port submission tls-require pki mail.example.org auth

action "local" maildir alias <aliases>
action "outbound" relay helo mail.example.org

match from any for domain <domains> action "local"
match from local for local action "local"
match from auth for any action "outbound"
match from local for any action "outbound"
`;
