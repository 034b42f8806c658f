import { noticeChannels } from '@gongxiang/contracts/notification/notice-channels';
import type { OutcomesView } from '@gongxiang/contracts/notification/notice.contract';
import type { OutcomeCount } from './delivery.repository.js';

/** Reasons that are told apart. */
const reasonsMax = 50;

/** What became of messages, channel by channel; channels without any are left out. @param counts the most frequent first */
export function outcomesBy(counts: readonly OutcomeCount[]): Pick<OutcomesView, 'channels' | 'failures'> {
  const used = noticeChannels.filter((channel) => counts.some((one) => one.channel === channel));
  const total = (channel: string, state: string): number =>
    counts
      .filter((one) => one.channel === channel && one.state === state)
      .reduce((sum, { count }) => sum + count, 0);
  return {
    channels: used.map((channel) => ({
      channel,
      waiting: total(channel, 'waiting'),
      sent: total(channel, 'sent'),
      failed: total(channel, 'failed'),
      dropped: total(channel, 'dropped'),
    })),
    failures: counts
      .filter(({ state }) => state === 'failed')
      .slice(0, reasonsMax)
      .map(({ channel, reason, count }) => ({ channel, reason: reason ?? 'unknown', count })),
  };
}
