import { dayMs, minuteMs } from '@gongxiang/domain';

/** How long a code is good. */
export const codeMs = 30 * minuteMs;
/** How long an address is good that is opened in WeChat, and then the code that is shown there. */
export const wechatMs = 10 * minuteMs;
/** Wrong codes until another one has to be sent. */
export const triesMax = 5;
const sendPauseMs = minuteMs;
const codesPerDayMax = 10;

/** `lin@example.com` as `l•••@example.com`: to tell it from others, not to read it. */
export function maskedMail(mail: string): string {
  const at = mail.lastIndexOf('@');
  return `${[...mail][0] ?? ''}•••${mail.slice(at)}`;
}

/** `lin.fang` as `l•••`. */
export function maskedAccount(account: string): string {
  return `${[...account][0] ?? ''}•••`;
}

/** `oABC…xY12` as `•••xY12`: nobody knows their own, but two can be told apart. */
export function maskedOpenId(openId: string): string {
  return `•••${openId.slice(-4)}`;
}

/** One mailbox is one address, however it is written. */
export function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * What a webhook is told from others by.
 * @param allowsLocal also without TLS
 * @returns null where it is no address that is posted to
 */
export function webhookHost(address: string, allowsLocal: boolean): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, username, password } = new URL(address);
  const isFit = protocol === 'https:' || (allowsLocal && protocol === 'http:');
  return isFit && username === '' && password === '' ? hostname : null;
}

/**
 * @param sentAt when codes were sent for the person within the last day, newest first
 * @returns how long they have to wait until another one is sent, in ms; 0 if they need not
 */
export function waitForCode(sentAt: readonly Date[], now: Date): number {
  const [newest] = sentAt;
  if (newest === undefined) return 0;
  const oldest = sentAt[codesPerDayMax - 1];
  const untilMs = oldest === undefined ? newest.getTime() + sendPauseMs : oldest.getTime() + dayMs;
  return Math.max(0, untilMs - now.getTime());
}
