/** Every statement of the language once or more; the paragraphs also stand alone. */
export const validFile = `# A mail server that does a bit of everything.
lan = "192.168.1.0/24"
options = "port 587 tls-require auth"
include "a.conf"

pki mx.example.org cert "/etc/ssl/mx.pem"
pki mx.example.org key '/etc/ssl/private/mx.key' dhe auto
ca mx.example.org cert "/etc/ssl/ca.pem"

table aliases file:/etc/mail/aliases
table secrets { "bob" = "secret", alice => "other" }
table domains {
  "example.org"   # the first
  example.net
}
table others { "a.example", b.example \\
  "c.example" }

queue compression
queue encryption "01234567890123456789012345678901"
queue ttl 4d
smtp max-message-size 35M
smtp sub-addr-delim "+"
smtp ciphers HIGH
smtp limit max-rcpt 1000 max-mails 100
mda limit max-session 50
mta max-deferred 100
mta limit for domain example.org inet4 max-conn-per-host 10 inet6
scheduler limit max-inflight 5000
bounce warn-interval 4h, 1d
admd "example.org"
srs key "secret"
srs key backup "old"
srs ttl 4d

mda wrapper archive "/usr/local/bin/archive %{mda}"
proc rspamd "filter-rspamd" user _smtpd group _smtpd chroot "/var/empty"
filter rspamd proc rspamd
filter dnsbl proc-exec "filter-dnsbl -m zen.example" user nobody
filter no-name phase connect match !rdns disconnect "550 no name"
filter bad-helo phase helo match helo regex { "^localhost$" } junk
filter rewritten phase mail-from match mail-from <others> rewrite "<>"
filter all chain { rspamd, dnsbl
  no-name bad-helo }

listen on socket filter all tag here
listen on lo
listen on eth0 inet4 port 25 tls pki mx.example.org filter { no-name, bad-helo } tag in
listen on eth0 $options <secrets> pki mx.example.org mask-src senders { "bob" = "bob@example.org" } masquerade
listen on "::1" port smtps smtps verify ca mx.example.org hostname mx.example.org no-dsn proxy-v2 received-auth

action "local" maildir "~/Maildir" junk alias <aliases> user vmail wrapper archive ttl 2d
action deliver mda "/usr/bin/procmail -f -" virtual { "@" = root } userbase <others>
action pass lmtp "/run/lmtp" rcpt-to
action out relay host smtp+tls://label@mail.example.org auth <secrets> tls no-verify srs filter all
action backup-mx relay backup mx mx.example.org helo mx.example.org helo-src { "10.0.0.1" = mx.example.org } src "10.0.0.1"

match from src $lan for any action out
match from any for domain <domains> rcpt-to regex "^a" action "local"
match ! from rdns regex { "dyn" } for any reject
match auth tls tag in mail-from "bob@example.org" from mail-from { "x" } for rcpt-to <others> action backup-mx
match !for local !helo localhost action deliver
`;
