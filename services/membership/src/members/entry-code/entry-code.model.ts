import { dayMs, hourMs, minuteMs } from '@gongxiang/domain';
import type { EntryChannel, EntryCodeRow } from './entry-code.entity.js';

/** The validity of a code. */
export const validMs: Readonly<Record<EntryChannel, number>> = {
  textMessage: 5 * minuteMs,
  printed: 7 * dayMs,
};

/** Wrong attempts per text message. */
const attemptsMax = 5;
const sendPauseMs = minuteMs;
const sentPerDayMax = 5;
/** A whole enterprise may request codes from one address on the day on which it is asked to. */
export const requestsPerHourMax = 300;

export const textCodeDigits = 6;
/** Without I, L, O, 0 and 1, which are confused on paper. */
export const printedAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const printedLength = 8;

/** As it is written on paper: `K7MP-2XQA`. */
export function printedForm(code: string): string {
  return `${code.slice(0, printedLength / 2)}-${code.slice(printedLength / 2)}`;
}

/** Typed text without spaces and hyphens, in capitals. */
export function normaliseCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** The channel of a code, by its form. */
export function channelOf(code: string): EntryChannel {
  return code.length === printedLength ? 'printed' : 'textMessage';
}

/**
 * Whether another message may be sent to a person. @param sentAt creation times of the last day's messages, newest
 * first
 */
export function maySend(sentAt: readonly Date[], now: Date): boolean {
  const [newest] = sentAt;
  return (
    sentAt.length < sentPerDayMax && (newest === undefined || now.getTime() - newest.getTime() >= sendPauseMs)
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

/** `used`: the code is right, but was used already. */
export type Verdict = 'right' | 'wrong' | 'used';

/** @param newest the newest code of the channel, the only valid one @param codeHash hash of the typed code */
export function judge(
  newest: Pick<EntryCodeRow, 'channel' | 'codeHash' | 'expiresAt' | 'tries' | 'usedAt'>,
  codeHash: string,
  now: Date,
): Verdict {
  if (newest.expiresAt <= now || newest.codeHash !== codeHash) return 'wrong';
  if (newest.usedAt !== null) return 'used';
  return newest.channel === 'textMessage' && newest.tries >= attemptsMax ? 'wrong' : 'right';
}
