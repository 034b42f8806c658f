import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type NoticeChannel, noticeChannels } from '@gongxiang/contracts/notification/notice-channels';
import { type Clock, dayMs } from '@gongxiang/domain';
import { CLOCK, CONFIG, LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { DataSource } from 'typeorm';
import type { NotificationConfig } from '../../config/config.js';
import { AddressSecrets } from '../address/address-secrets.js';
import type { ChannelAdapter, Outcome } from '../channel-port.js';
import { nextReceiptAt } from './receipt-time.model.js';
import { CHANNELS, type Channels } from '../channels.js';
import { MessageLinks } from '../message-links.js';
import { attemptMs, leaseMs, pollMs, Rounds, waitAfter } from '../rounds.js';
import { ChannelBudget } from './channel-budget.js';
import { droppedFor, messageOf } from './channel-messages.js';
import {
  type ClaimedDelivery,
  type DeliveryEnd,
  DeliveryRepository,
  type Postponed,
} from './delivery.repository.js';

/** After that it is of no use any more. */
const givenUpMs = dayMs;

/** How many at once, and so how many a second at most: what a provider takes from one sender. */
const pace: Readonly<Record<NoticeChannel, { readonly atOnce: number; readonly perSecond: number }>> = {
  push: { atOnce: 50, perSecond: 200 },
  mail: { atOnce: 5, perSecond: 10 },
  sms: { atOnce: 10, perSecond: 20 },
  webhook: { atOnce: 20, perSecond: 50 },
  wecom: { atOnce: 10, perSecond: 20 },
  wechat: { atOnce: 10, perSecond: 20 },
};

/** All that goes to one address now, and what became of it. */
interface Attempt {
  readonly group: readonly [ClaimedDelivery, ...ClaimedDelivery[]];
  readonly outcome: Outcome;
}

/**
 * Sends what waits, each channel by a loop of its own, so that a provider that is down delays nobody else. A message is sent
 * before its row says so: whoever dies in between sends that batch once more, and nothing is lost.
 */
@Injectable()
export class DeliverySender implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly deliveries: DeliveryRepository,
    private readonly secrets: AddressSecrets,
    private readonly budget: ChannelBudget,
    private readonly links: MessageLinks,
    @Inject(CHANNELS) private readonly channels: Channels,
    @Inject(CONFIG) private readonly config: Pick<NotificationConfig, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.rounds = new Rounds(logger);
  }

  onApplicationBootstrap(): void {
    for (const channel of noticeChannels) {
      const adapter = this.channels.adapters[channel];
      if (adapter !== undefined) this.rounds.begin(channel, () => this.round(channel, adapter));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
    for (const adapter of Object.values(this.channels.adapters)) adapter.close?.();
  }

  /** @returns how long after the start of this round the next one begins, in ms */
  private async round(channel: NoticeChannel, adapter: ChannelAdapter): Promise<number> {
    const { atOnce, perSecond } = pace[channel];
    if (!(await this.deliveries.isSomethingDue(this.dataSource.manager, channel, this.clock.now())))
      return pollMs;
    const claimed = await this.system((tx) => this.claim(tx, channel, atOnce));
    if (claimed.length === 0) return pollMs;
    const attempts = await Promise.all(claimed.map((group) => this.attempt(adapter, group)));
    await this.system((tx) =>
      this.write(tx, { channel, isReported: adapter.receipt !== undefined }, attempts),
    );
    const down = attempts.filter(({ outcome }) => outcome.is === 'down');
    const reasons = [...new Set(down.map(({ outcome }) => reasonOf(outcome)))];
    if (down.length > 0)
      this.logger.warn({ channel, messages: down.length, reasons }, 'messages did not leave and wait');
    return (attempts.length * 1_000) / perSecond;
  }

  private system<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transactions.system(continueTrace(undefined), work);
  }

  /** What is of no use any more ends here, and what is more than leaves in this month. */
  private async claim(tx: Transaction, channel: NoticeChannel, limit: number): Promise<Attempt['group'][]> {
    const until = new Date(tx.now.getTime() + leaseMs);
    const rows = await this.deliveries.load(tx, await this.deliveries.claim(tx, channel, { limit, until }));
    const dropped = rows.flatMap((row) => {
      const reason = droppedFor(row, tx.now);
      return reason === null ? [] : [{ id: row.id, state: 'dropped' as const, reason }];
    });
    const groups = groupsOf(rows.filter(({ id }) => dropped.every((one) => one.id !== id)));
    const granted = await this.budget.take(tx, channel, groups.length);
    const over = groups.slice(granted).flat();
    const ends = [...dropped, ...over.map(({ id }) => ({ id, state: 'dropped' as const, reason: 'budget' }))];
    if (ends.length > 0) await this.deliveries.end(tx, ends);
    return groups.slice(0, granted);
  }

  /** One that cannot be made or read harms no other: it is refused. */
  private async attempt(adapter: ChannelAdapter, group: Attempt['group']): Promise<Attempt> {
    try {
      return { group, outcome: await this.send(adapter, group) };
    } catch (error) {
      this.logger.error({ id: group[0].id, reason: String(error) }, 'a message could not be made');
      return { group, outcome: { is: 'refused', reason: 'not made' } };
    }
  }

  private send(adapter: ChannelAdapter, group: Attempt['group']): Promise<Outcome> {
    const [{ addressId, sealedAddress }] = group;
    const message = messageOf(group, {
      publicUrl: this.config.publicUrl ?? '',
      now: this.clock.now(),
      codeOf: ({ codeUntil }) => (codeUntil === null ? '' : this.secrets.code(addressId, codeUntil)),
      stopTokenOf: ({ personId }, { kind }) => this.links.refusalToken({ personId, kind }),
      actTokenOf: ({ personId }, awaitId) => this.links.actToken({ personId, awaitId }),
    });
    const address = this.secrets.open(addressId, sealedAddress);
    return adapter.send(address, message, AbortSignal.timeout(attemptMs));
  }

  private async write(
    tx: Transaction,
    { channel, isReported }: { readonly channel: NoticeChannel; readonly isReported: boolean },
    attempts: readonly Attempt[],
  ): Promise<void> {
    const addressesOf = (is: Outcome['is']): string[] =>
      attempts.flatMap(({ group: [{ addressId }], outcome }) => (outcome.is === is ? [addressId] : []));
    const unsent = attempts.filter(({ outcome }) => outcome.is !== 'sent');
    await this.budget.giveBack(tx, channel, unsent.length);
    await this.deliveries.removeAddresses(tx, addressesOf('gone'));
    await this.deliveries.noteReached(tx, addressesOf('sent'));
    const receiptAt = isReported ? nextReceiptAt(tx.now, tx.now) : null;
    const next = attempts.flatMap(({ group, outcome }) =>
      group.map((one) => {
        const after = nextOf(one, outcome, tx.now);
        if (!('state' in after) || after.state !== 'sent' || receiptAt === null) return after;
        return { ...after, receipt: { messageId: group[0].id, at: receiptAt } };
      }),
    );
    const givenUp = attempts.filter(({ outcome, group: [first] }) => isGivenUp(first, outcome, tx.now));
    const failing = [...addressesOf('refused'), ...givenUp.map(({ group: [{ addressId }] }) => addressId)];
    await this.deliveries.noteFailing(tx, failing);
    await this.deliveries.end(
      tx,
      next.filter((one) => 'state' in one),
    );
    await this.deliveries.postpone(
      tx,
      next.filter((one) => 'sendAt' in one),
    );
  }
}

function reasonOf(outcome: Outcome): string | null {
  return 'reason' in outcome ? outcome.reason : null;
}

/** What becomes of a delivery. One that did not leave waits by itself, so that an address that never answers delays nobody else. */
function nextOf({ id, dueAt }: ClaimedDelivery, outcome: Outcome, now: Date): DeliveryEnd | Postponed {
  if (outcome.is !== 'down')
    return { id, state: outcome.is === 'sent' ? 'sent' : 'failed', reason: reasonOf(outcome) };
  if (isGivenUp({ dueAt }, outcome, now)) return { id, state: 'failed', reason: 'given up' };
  const waitMs = waitAfter(now.getTime() - dueAt.getTime(), outcome.afterMs);
  return { id, sendAt: new Date(now.getTime() + waitMs) };
}

function isGivenUp({ dueAt }: Pick<ClaimedDelivery, 'dueAt'>, outcome: Outcome, now: Date): boolean {
  return outcome.is === 'down' && now.getTime() - dueAt.getTime() > givenUpMs;
}

/** What goes to one address goes in one message; codes and tests go alone. */
function groupsOf(claimed: readonly ClaimedDelivery[]): Attempt['group'][] {
  const groups = new Map<string, [ClaimedDelivery, ...ClaimedDelivery[]]>();
  for (const one of claimed) {
    const key = one.what === 'notice' ? one.addressId : one.id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
