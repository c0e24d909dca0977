export { listed, several } from "smtpd-conf";
