import type { DeliveryReportView } from '@gongxiang/contracts/notification/delivery.contract';
import { type NoticeChannel, noticeChannels } from '@gongxiang/contracts/notification/notice-channels';
import { dayMs, shanghaiDate } from '@gongxiang/domain';
import type { DayCount, WaitingCount } from './delivery.repository.js';

/** Reasons that are told apart. */
const reasonsMax = 50;

/** What the deployment has, and what was found. */
interface DeliveryFacts {
  readonly setUp: ReadonlySet<NoticeChannel>;
  readonly months: ReadonlyMap<NoticeChannel, { readonly sent: number; readonly max: number }>;
  readonly ended: readonly DayCount[];
  readonly waiting: readonly WaitingCount[];
}

/** The last so many days `YYYY-MM-DD` in China, today being the last; China has moved no clock since 1991. */
export function lastDays(count: number, now: Date): [first: string, ...others: string[]] {
  const dates = Array.from({ length: count }, (_one, index) =>
    shanghaiDate(new Date(now.getTime() - (count - 1 - index) * dayMs)),
  );
  const [first = shanghaiDate(now), ...others] = dates;
  return [first, ...others];
}

/** Ways that this deployment does not have are left out, unless something has gone by them. */
export function deliveryReport(
  dates: readonly string[],
  { setUp, months, ended, waiting }: DeliveryFacts,
): Pick<DeliveryReportView, 'channels' | 'days' | 'unsent'> {
  const used = noticeChannels.filter(
    (channel) => setUp.has(channel) || [...ended, ...waiting].some((one) => one.channel === channel),
  );
  return {
    channels: used.map((channel) => {
      const open = waiting.find((one) => one.channel === channel);
      const month = months.get(channel);
      return {
        channel,
        isSetUp: setUp.has(channel),
        waiting: open?.count ?? 0,
        ...ends(ended.filter((one) => one.channel === channel)),
        lateSince: open?.lateSince?.toISOString() ?? null,
        monthSent: month?.sent ?? null,
        monthMax: month?.max ?? null,
      };
    }),
    days: dates.map((date) => ({ date, ...ends(ended.filter((one) => one.date === date)) })),
    unsent: unsentOf(ended),
  };
}

function ends(counts: readonly DayCount[]): { sent: number; failed: number; dropped: number } {
  const total = (state: DayCount['state']): number =>
    counts.filter((one) => one.state === state).reduce((sum, { count }) => sum + count, 0);
  return { sent: total('sent'), failed: total('failed'), dropped: total('dropped') };
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
