import { noticeChannels } from '@gongxiang/contracts/notification/notice-channels';
import { type OutcomesView, reasonsMax } from '@gongxiang/contracts/notification/notice.contract';
import type { OutcomeCount } from './delivery.repository.js';

/** What became of messages, channel by channel; channels without any are left out. @param counts the most frequent first */
export function outcomesBy(counts: readonly OutcomeCount[]): Pick<OutcomesView, 'channels' | 'failures'> {
  const used = noticeChannels.filter((channel) => counts.some((one) => one.channel === channel));
  return {
    channels: used.map((channel) => {
      const own = counts.filter((one) => one.channel === channel);
      return { channel, waiting: total(own, 'waiting'), ...endsOf(own) };
    }),
    failures: counts
      .filter(({ state }) => state === 'failed')
      .slice(0, reasonsMax)
      .map(({ channel, reason, count }) => ({ channel, reason: reason ?? 'unknown', count })),
  };
}

/** How many messages have ended in each way. */
export function endsOf(counts: readonly OutcomeCount[]): { sent: number; failed: number; dropped: number } {
  return {
    sent: total(counts, 'sent') + deliveredOf(counts),
    failed: total(counts, 'failed'),
    dropped: total(counts, 'dropped'),
  };
}

/** Of those sent, how many have arrived, as their provider says. */
export function deliveredOf(counts: readonly OutcomeCount[]): number {
  return total(counts, 'delivered');
}

function total(counts: readonly OutcomeCount[], state: OutcomeCount['state']): number {
  return counts.filter((one) => one.state === state).reduce((sum, { count }) => sum + count, 0);
}
