import type { EntryChannel, EntryCodeRow } from './entry-code.entity.js';

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** How long a code lets somebody in. */
export const validMs: Readonly<Record<EntryChannel, number>> = {
  textMessage: 5 * minuteMs,
  printed: 7 * dayMs,
};

/** So many wrong tries are had at one text message. */
const triesMax = 5;
const sendPauseMs = minuteMs;
const sentADayMax = 5;
/** A whole enterprise may ask from one address on the day on which it is told to. */
export const requestsAnHourMax = 300;

export const textCodeDigits = 6;
/** Without I, L, O, 0 and 1, which are taken for each other on paper. */
export const printedAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const printedLength = 8;

/** As it is written on paper: `K7MP-2XQA`. */
export function printedForm(code: string): string {
  return `${code.slice(0, printedLength / 2)}-${code.slice(printedLength / 2)}`;
}

/** What was typed, without spaces and hyphens, in capitals. */
export function normaliseCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** By which channel a code of this form comes. */
export function channelOf(code: string): EntryChannel {
  return code.length === printedLength ? 'printed' : 'textMessage';
}

/** May another message go to a person? @param sentAt when those of the last day were made, newest first */
export function maySend(sentAt: readonly Date[], now: Date): boolean {
  const [newest] = sentAt;
  return (
    sentAt.length < sentADayMax && (newest === undefined || now.getTime() - newest.getTime() >= sendPauseMs)
  );
}

export function dayBefore(now: Date): Date {
  return new Date(now.getTime() - dayMs);
}

/** The hour within which requests are counted. */
export function hourOf(now: Date): Date {
  return new Date(now.getTime() - (now.getTime() % hourMs));
}

export function secondsToNextHour(now: Date): number {
  return Math.ceil((hourMs - (now.getTime() % hourMs)) / 1_000);
}

/** `used`: it was right, and has let somebody in already. */
export type Verdict = 'right' | 'wrong' | 'used';

/** @param newest the code of the channel that was made last, which alone counts @param codeHash of what was typed */
export function judge(newest: EntryCodeRow, codeHash: string, now: Date): Verdict {
  if (newest.expiresAt <= now || newest.codeHash !== codeHash) return 'wrong';
  if (newest.usedAt !== null) return 'used';
  return newest.channel === 'textMessage' && newest.tries >= triesMax ? 'wrong' : 'right';
}
