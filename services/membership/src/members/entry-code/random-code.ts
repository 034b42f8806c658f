import { randomInt } from 'node:crypto';
import { printedAlphabet, printedLength, textCodeDigits } from './entry-code.model.js';

/** 6 digits: short enough to type from a message, as it is valid for minutes and five attempts. */
export function newTextCode(): string {
  return String(randomInt(10 ** textCodeDigits)).padStart(textCodeDigits, '0');
}

/** 39.6 bits: too many to be guessed within a week, by however many people. */
export function newPrintedCode(): string {
  const letter = (): string => printedAlphabet.charAt(randomInt(printedAlphabet.length));
  return Array.from({ length: printedLength }, letter).join('');
}
