import { randomInt } from 'node:crypto';
import { printedAlphabet, printedLength, textCodeDigits } from './entry-code.model.js';

/** 6 digits: few enough to be typed from a message, as it is valid for minutes and five tries. */
export function newTextCode(): string {
  return String(randomInt(10 ** textCodeDigits)).padStart(textCodeDigits, '0');
}

/** 39.6 bits: too many to be guessed in a week, however many try. */
export function newPrintedCode(): string {
  const letter = (): string => printedAlphabet.charAt(randomInt(printedAlphabet.length));
  return Array.from({ length: printedLength }, letter).join('');
}
