import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { certificateFiles, serverName } from "../protocol.ts";

const folders = [
  "proc",
  "dev",
  "opt",
  "tmp",
  "run",
  "etc/mail",
  "etc/ssl/certs",
  "var/mail",
  "var/run",
  "var/lib/opensmtpd/empty",
];
const users = { opensmtpd: 101, opensmtpq: 102 };

/**
 * Makes a root for a daemon in an empty folder: the programs and libraries of its unpacked packages, mounted and not copied,
 * and the few files that it reads.
 */
export function buildRoot(root: string, packages: string): void {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  for (const name of ["usr", "lib", "lib64"]) mountPart(root, packages, name);
  execFileSync("mount", ["--rbind", "/dev", join(root, "dev")]);
  execFileSync("mount", ["-t", "proc", "proc", join(root, "proc")]);
  for (const [path, text] of Object.entries(systemFiles())) writeFileSync(join(root, path), text);
  writeFileSync(join(root, "etc/ssl/certs/ca-certificates.crt"), `${rootCertificates[0]}\n`);
  makeSendmail(root, packages);
  makeCertificate(root);
}

/** Makes the spool folder anew: what was queued for one configuration is not the concern of the next. */
export function emptySpool(root: string): void {
  const spool = join(root, "var/spool/smtpd");
  rmSync(spool, { recursive: true, force: true });
  mkdirSync(spool, { recursive: true });
  // The daemon gives up on any other mode.
  chmodSync(spool, 0o711);
}

// Where the packages have a merged /usr, /lib is a link into it.
function mountPart(root: string, packages: string, name: string): void {
  const [from, to] = [join(packages, name), join(root, name)];
  if (!existsSync(from) || lstatSync(from).isSymbolicLink()) return symlinkSync(`usr/${name}`, to);
  mkdirSync(to);
  execFileSync("mount", ["--bind", from, to]);
}

function systemFiles(): Readonly<Record<string, string>> {
  const accounts = Object.entries({ root: 0, ...users });
  const home = "/var/lib/opensmtpd/empty";
  return {
    "etc/passwd": accounts.map(([name, id]) => `${name}:x:${id}:${id}::${home}:/bin/false\n`).join(""),
    "etc/group": accounts.map(([name, id]) => `${name}:x:${id}:\n`).join(""),
    "etc/nsswitch.conf": "hosts: files\n",
    "etc/resolv.conf": "lookup file\n",
    "etc/services": "smtp 25/tcp\nsubmission 587/tcp\n",
    "etc/mailname": `${serverName}\n`,
  };
}

// Its name says what it does, and without its group it may not speak to the daemon.
function makeSendmail(root: string, packages: string): void {
  const program = join(root, "opt/sendmail");
  copyFileSync(join(packages, "usr/sbin/smtpctl"), program);
  chownSync(program, 0, users.opensmtpq);
  chmodSync(program, 0o2755);
}

// Without openssl a configuration with TLS does not start, and says so.
function makeCertificate(root: string): void {
  const output = ["-keyout", join(root, certificateFiles.key), "-out", join(root, certificateFiles.certificate)];
  const algorithm = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  try {
    execFileSync("openssl", ["req", "-x509", "-days", "2", "-subj", `/CN=${serverName}`, ...algorithm, ...output], {
      stdio: "ignore",
    });
    chmodSync(join(root, certificateFiles.key), 0o600);
  } catch {}
}
