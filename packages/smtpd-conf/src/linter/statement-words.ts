export { beginsStatement, statementWords } from "../parser/statement-words.ts";
