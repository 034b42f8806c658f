import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type NoticeChannel, noticeChannels } from '@gongxiang/contracts/notification/notice-channels';
import { type Clock, dayMs, minuteMs } from '@gongxiang/domain';
import { CLOCK, CONFIG, LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { DataSource } from 'typeorm';
import type { NotificationConfig } from '../../config/config.js';
import { AddressSecrets } from '../address/address-secrets.js';
import type { ChannelAdapter, Outcome } from '../channel-port.js';
import { CHANNELS, type Channels } from '../channels.js';
import { droppedFor, messageOf } from './channel-messages.js';
import { type ClaimedDelivery, DeliveryRepository } from './delivery.repository.js';

const pollMs = 500;
const attemptMs = 15_000;
/** Longer than any attempt takes, with what is written of it. */
const leaseMs = minuteMs;
const pauseMinMs = 1_000;
const pauseMaxMs = minuteMs;
/** After that it is of no use any more. */
const givenUpMs = dayMs;

/** How many at once, and so how many a second at most: what a provider takes from one sender. */
const pace: Readonly<Record<NoticeChannel, { readonly atOnce: number; readonly perSecond: number }>> = {
  push: { atOnce: 50, perSecond: 200 },
  mail: { atOnce: 5, perSecond: 10 },
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
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();
  private readonly pausesMs = new Map<NoticeChannel, number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly deliveries: DeliveryRepository,
    private readonly secrets: AddressSecrets,
    @Inject(CHANNELS) private readonly channels: Channels,
    @Inject(CONFIG) private readonly config: Pick<NotificationConfig, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const loops = noticeChannels.map((channel) => {
      const adapter = this.channels.adapters[channel];
      return adapter === undefined ? Promise.resolve() : this.loop(channel, adapter);
    });
    this.running = Promise.all(loops);
  }

  /** What is on its way is waited for. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
    for (const adapter of Object.values(this.channels.adapters)) adapter.close?.();
  }

  private async loop(channel: NoticeChannel, adapter: ChannelAdapter): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const startedAt = performance.now();
      const waitMs = await this.round(channel, adapter).catch((error: unknown) => {
        this.logger.warn({ channel, reason: String(error) }, 'messages could not be sent and wait');
        return pauseMinMs;
      });
      await this.sleep(Math.max(0, waitMs - (performance.now() - startedAt)));
    }
  }

  private sleep(ms: number): Promise<void> {
    const { signal } = this.stopping;
    if (ms === 0 || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
    });
  }

  /** @returns how long after the start of this round the next one begins, in ms */
  private async round(channel: NoticeChannel, adapter: ChannelAdapter): Promise<number> {
    const { atOnce, perSecond } = pace[channel];
    if (!(await this.deliveries.isSomethingDue(this.dataSource.manager, channel, this.clock.now())))
      return pollMs;
    const claimed = await this.system((tx) => this.claim(tx, channel, atOnce));
    if (claimed.length === 0) return pollMs;
    const attempts = await Promise.all(groupsOf(claimed).map((group) => this.attempt(adapter, group)));
    const pauseMs = this.pauseAfter(channel, attempts);
    await this.system((tx) => this.write(tx, attempts, pauseMs));
    return pauseMs > 0 ? pauseMs : (attempts.length * 1_000) / perSecond;
  }

  private system<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transactions.system(continueTrace(undefined), work);
  }

  /** What is of no use any more ends here. */
  private async claim(tx: Transaction, channel: NoticeChannel, limit: number): Promise<ClaimedDelivery[]> {
    const until = new Date(tx.now.getTime() + leaseMs);
    const rows = await this.deliveries.load(tx, await this.deliveries.claim(tx, channel, { limit, until }));
    const dropped = rows.flatMap((row) => {
      const reason = droppedFor(row, tx.now);
      return reason === null ? [] : [{ id: row.id, state: 'dropped' as const, reason }];
    });
    if (dropped.length > 0) await this.deliveries.end(tx, dropped);
    return rows.filter(({ id }) => dropped.every((one) => one.id !== id));
  }

  private async attempt(adapter: ChannelAdapter, group: Attempt['group']): Promise<Attempt> {
    const [{ addressId, sealedAddress }] = group;
    const message = messageOf(group, {
      publicUrl: this.config.publicUrl ?? '',
      now: this.clock.now(),
      codeOf: ({ codeUntil }) => (codeUntil === null ? '' : this.secrets.code(addressId, codeUntil)),
      stopTokenOf: ({ personId }, { kind }) => this.secrets.refusalToken(personId, kind),
    });
    const address = this.secrets.open(addressId, sealedAddress);
    const outcome = await adapter.send(address, message, AbortSignal.timeout(attemptMs));
    return { group, outcome };
  }

  /** Where nothing went through, the channel rests, longer each time. @returns 0 if it goes on */
  private pauseAfter(channel: NoticeChannel, attempts: readonly Attempt[]): number {
    const downs = attempts.flatMap(({ outcome }) => (outcome.is === 'down' ? [outcome] : []));
    const [first] = downs;
    if (first === undefined || downs.length < attempts.length) {
      this.pausesMs.delete(channel);
      return 0;
    }
    const before = this.pausesMs.get(channel);
    const pauseMs = before === undefined ? pauseMinMs : Math.min(pauseMaxMs, 2 * before);
    this.pausesMs.set(channel, pauseMs);
    this.logger.warn({ channel, reason: first.reason, pauseMs }, 'a channel is down, its messages wait');
    return Math.max(pauseMs, ...downs.map(({ afterMs = 0 }) => Math.min(afterMs, pauseMaxMs)));
  }

  private async write(tx: Transaction, attempts: readonly Attempt[], pauseMs: number): Promise<void> {
    const of = (is: Outcome['is']): Attempt[] => attempts.filter(({ outcome }) => outcome.is === is);
    const addressesOf = (some: readonly Attempt[]): string[] =>
      some.map(({ group: [{ addressId }] }) => addressId);
    const [sent, refused] = [of('sent'), of('refused')];
    await this.deliveries.removeAddresses(tx, addressesOf(of('gone')));
    await this.deliveries.noteReached(tx, addressesOf(sent));
    await this.deliveries.noteFailing(tx, addressesOf(refused));
    const late = new Date(tx.now.getTime() - givenUpMs);
    const waits = of('down').flatMap(({ group }) => group);
    const isOver = ({ dueAt }: ClaimedDelivery): boolean => dueAt < late;
    await this.deliveries.end(tx, [
      ...sent.flatMap(({ group }) => group.map(({ id }) => ({ id, state: 'sent' as const, reason: null }))),
      ...refused.flatMap(({ group, outcome }) =>
        group.map(({ id }) => ({
          id,
          state: 'failed' as const,
          reason: 'reason' in outcome ? outcome.reason : null,
        })),
      ),
      ...waits.filter(isOver).map(({ id }) => ({ id, state: 'failed' as const, reason: 'given up' })),
    ]);
    const again = new Date(tx.now.getTime() + Math.max(pauseMs, pauseMinMs));
    await this.deliveries.postpone(
      tx,
      waits.filter((one) => !isOver(one)).map(({ id }) => id),
      again,
    );
  }
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
