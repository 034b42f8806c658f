import type { NoticeChannel } from '@gongxiang/contracts/notification/notice-channels';
import type { SetNoticePreferences } from '@gongxiang/contracts/notification/notice-preference.contract';
import type { NoticeRule, NoticeUrgency } from '@gongxiang/contracts/notification/kinds/notice-rule';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import { dayMs, hourMs, minuteMs } from '@gongxiang/domain';

export type Preferences = SetNoticePreferences;

/** What holds for whoever has set nothing: what is to be done is sent by day, news stay in the inbox. */
export const defaultPreferences: Preferences = {
  locale: 'zh-CN',
  quietFrom: '22:00',
  quietTo: '07:00',
  digest: 'none',
  channels: [
    { channel: 'push', urgencies: ['now', 'soon'] },
    { channel: 'mail', urgencies: ['now', 'soon'] },
    { channel: 'sms', urgencies: ['now'] },
    { channel: 'webhook', urgencies: ['now', 'soon', 'whenever'] },
    { channel: 'wecom', urgencies: ['now', 'soon'] },
    { channel: 'wechat', urgencies: ['now', 'soon'] },
  ],
  refusedKinds: [],
};

/** When news are put together: in the evening, those of a week on Friday. */
const digestAt = '18:00';
const friday = 5;
const daysOfWeek = 7;
/** China has one time, without summer time. */
const offsetMs = 8 * hourMs;

/** What is to be sent by a channel. */
export interface Wish {
  readonly channel: NoticeChannel;
  readonly kind: NoticeKind;
  readonly urgency: NoticeUrgency;
  /** Of what nobody can refuse: whether it comes by night too. */
  readonly always?: NoticeRule['always'];
}

/** @returns when a notice that came now is sent by a channel; null where the person does not want it there */
export function sendTime(
  preferences: Preferences,
  { channel, kind, urgency, always }: Wish,
  now: Date,
): Date | null {
  if (always !== undefined) return always === 'atOnce' ? now : afterQuiet(preferences, now);
  const wanted = preferences.channels.find((one) => one.channel === channel)?.urgencies ?? [];
  if (!wanted.includes(urgency) || preferences.refusedKinds.includes(kind)) return null;
  return urgency === 'whenever' ? newsTime(preferences, now) : afterQuiet(preferences, now);
}

function newsTime(preferences: Preferences, now: Date): Date {
  switch (preferences.digest) {
    case 'none':
      return afterQuiet(preferences, now);
    case 'daily':
      return next(digestAt, now);
    case 'weekly': {
      const evening = next(digestAt, now);
      const daysLeft = (friday - weekday(evening) + daysOfWeek) % daysOfWeek;
      return new Date(evening.getTime() + daysLeft * dayMs);
    }
  }
}

/** @returns now, or the end of the rest in which it falls */
function afterQuiet({ quietFrom, quietTo }: Preferences, now: Date): Date {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return now;
  const [from, to, at] = [sinceMidnight(quietFrom), sinceMidnight(quietTo), timeOfDay(now)];
  const isQuiet = from < to ? at >= from && at < to : at >= from || at < to;
  return isQuiet ? next(quietTo, now) : now;
}

/** The next moment at which it is this time of day. */
function next(time: string, now: Date): Date {
  const waitMs = (sinceMidnight(time) - timeOfDay(now) + dayMs) % dayMs;
  return new Date(now.getTime() + waitMs);
}

function timeOfDay(now: Date): number {
  return (now.getTime() + offsetMs) % dayMs;
}

/** 0 is Sunday. */
function weekday(day: Date): number {
  return new Date(day.getTime() + offsetMs).getUTCDay();
}

function sinceMidnight(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * minuteMs;
}
