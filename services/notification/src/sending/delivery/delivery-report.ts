import type { DeliveryReportView } from '@gongxiang/contracts/notification/delivery.contract';
import { reasonsMax } from '@gongxiang/contracts/notification/notice.contract';
import { type NoticeChannel, noticeChannels } from '@gongxiang/contracts/notification/notice-channels';
import { daysAfter, shanghaiDate, shanghaiMidnight } from '@gongxiang/domain';
import type { DayCount, WaitingCount } from './delivery.repository.js';
import { deliveredOf, endsOf } from './outcomes.js';

/** What the deployment has, and what was found. */
interface DeliveryFacts {
  readonly setUp: ReadonlySet<NoticeChannel>;
  /** By which providers say later what has arrived. */
  readonly reported: ReadonlySet<NoticeChannel>;
  readonly months: ReadonlyMap<NoticeChannel, { readonly sent: number; readonly max: number }>;
  readonly ended: readonly DayCount[];
  readonly waiting: readonly WaitingCount[];
}

/** Days in China, today being the last. */
export interface LastDays {
  /** `YYYY-MM-DD`, the first one first. */
  readonly dates: readonly string[];
  readonly begin: Date;
}

/** The last so many days. */
export function lastDays(count: number, now: Date): LastDays {
  const first = daysAfter(shanghaiDate(now), 1 - count);
  const dates = Array.from({ length: count }, (_one, index) => daysAfter(first, index));
  return { dates, begin: shanghaiMidnight(first) };
}

/** Ways that this deployment does not have are left out, unless something has gone by them. */
export function deliveryReport(
  dates: readonly string[],
  { setUp, reported, months, ended, waiting }: DeliveryFacts,
): Pick<DeliveryReportView, 'channels' | 'days' | 'unsent'> {
  const used = noticeChannels.filter(
    (channel) => setUp.has(channel) || [...ended, ...waiting].some((one) => one.channel === channel),
  );
  return {
    channels: used.map((channel) => {
      const open = waiting.find((one) => one.channel === channel);
      const own = ended.filter((one) => one.channel === channel);
      return {
        channel,
        isSetUp: setUp.has(channel),
        waiting: open?.count ?? 0,
        ...endsOf(own),
        delivered: reported.has(channel) ? deliveredOf(own) : null,
        lateSince: open?.lateSince?.toISOString() ?? null,
        ...monthOf(months.get(channel)),
      };
    }),
    days: dates.map((date) => ({ date, ...endsOf(ended.filter((one) => one.date === date)) })),
    unsent: unsentOf(ended),
  };
}

/** Null where nothing bounds it. */
function monthOf(
  month: { readonly sent: number; readonly max: number } | undefined,
): Pick<DeliveryReportView['channels'][number], 'monthSent' | 'monthMax'> {
  return { monthSent: month?.sent ?? null, monthMax: month?.max ?? null };
}

function unsentOf(ended: readonly DayCount[]): DeliveryReportView['unsent'] {
  const sums = new Map<string, DeliveryReportView['unsent'][number]>();
  for (const { channel, state, reason, count } of ended) {
    if (state !== 'failed' && state !== 'dropped') continue;
    const key = `${channel} ${state} ${reason ?? ''}`;
    const known = sums.get(key) ?? { channel, state, reason: reason ?? 'unknown', count: 0 };
    sums.set(key, { ...known, count: known.count + count });
  }
  return [...sums.values()].sort((one, other) => other.count - one.count).slice(0, reasonsMax);
}
