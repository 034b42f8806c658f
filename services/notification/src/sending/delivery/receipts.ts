import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type NoticeChannel, noticeChannels } from '@gongxiang/contracts/notification/notice-channels';
import type { Clock } from '@gongxiang/domain';
import { CLOCK, LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { DataSource } from 'typeorm';
import { AddressSecrets } from '../address/address-secrets.js';
import type { ChannelAdapter, Receipt } from '../channel-port.js';
import { CHANNELS, type Channels } from '../channels.js';
import { attemptMs, leaseMs, pollMs, Rounds } from '../rounds.js';
import { DeliveryRepository } from './delivery.repository.js';
import { nextReceiptAt } from './receipt-time.model.js';
import { type AwaitedReceipt, ReceiptRepository } from './receipt.repository.js';

/** Providers take some questions a second, far below what they take of messages. */
const atOnce = 10;
const perSecond = 10;

interface Answered {
  readonly asked: AwaitedReceipt;
  readonly receipt: Receipt;
}

type AskingAdapter = Required<Pick<ChannelAdapter, 'receipt'>>;

/**
 * Asks providers what became of messages that they have taken: a phone that is switched off, a number that is not in use.
 * They are asked, and do not call back: an answer that is lost with whoever has asked is asked for again, and nothing
 * has to be reachable from outside.
 */
@Injectable()
export class Receipts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly receipts: ReceiptRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly secrets: AddressSecrets,
    @Inject(CHANNELS) private readonly channels: Channels,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.rounds = new Rounds(logger);
  }

  onApplicationBootstrap(): void {
    for (const channel of noticeChannels) {
      const adapter = this.channels.adapters[channel];
      if (adapter !== undefined && canBeAsked(adapter))
        this.rounds.begin(`${channel} receipts`, () => this.round(channel, adapter));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }

  /** @returns how long after the start of this round the next one begins, in ms */
  private async round(channel: NoticeChannel, adapter: AskingAdapter): Promise<number> {
    if (!(await this.receipts.isSomethingDue(this.dataSource.manager, channel, this.clock.now())))
      return pollMs;
    const claimed = await this.system((tx) =>
      this.receipts.claim(tx, channel, { limit: atOnce, until: new Date(tx.now.getTime() + leaseMs) }),
    );
    const messages = [...new Map(claimed.map((one) => [one.messageId, one])).values()];
    if (messages.length === 0) return pollMs;
    const answers = await Promise.all(messages.map((asked) => this.ask(adapter, asked)));
    await this.system((tx) => this.write(tx, answers));
    const reasons = answers.flatMap(({ receipt }) => (receipt.is === 'down' ? [receipt.reason] : []));
    if (reasons.length > 0)
      this.logger.warn(
        { channel, messages: reasons.length, reasons: [...new Set(reasons)] },
        'a provider does not say what became of messages',
      );
    return (messages.length * 1_000) / perSecond;
  }

  private system<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transactions.system(continueTrace(undefined), work);
  }

  /** One whose address does not open harms no other: it waits like one whose provider is down. */
  private async ask(adapter: AskingAdapter, asked: AwaitedReceipt): Promise<Answered> {
    const { messageId: id, addressId, sealedAddress, sentAt } = asked;
    try {
      const address = this.secrets.open(addressId, sealedAddress);
      const receipt = await adapter.receipt(address, { id, sentAt }, AbortSignal.timeout(attemptMs));
      return { asked, receipt };
    } catch (error) {
      this.logger.error(
        { id, reason: String(error) },
        'a provider could not be asked what became of a message',
      );
      return { asked, receipt: { is: 'down', reason: 'not asked' } };
    }
  }

  private async write(tx: Transaction, answers: readonly Answered[]): Promise<void> {
    for (const { asked, receipt } of answers) {
      const { messageId, sentAt } = asked;
      if (receipt.is === 'delivered')
        await this.receipts.settle(tx, messageId, { state: 'delivered', reason: null });
      else if (receipt.is === 'failed')
        await this.receipts.settle(tx, messageId, { state: 'failed', reason: receipt.reason });
      else await this.receipts.postpone(tx, messageId, nextReceiptAt(sentAt, tx.now));
    }
    const failing = answers.filter(({ receipt }) => receipt.is === 'failed');
    await this.deliveries.noteFailing(
      tx,
      failing.map(({ asked }) => asked.addressId),
    );
  }
}

function canBeAsked(adapter: ChannelAdapter): adapter is ChannelAdapter & AskingAdapter {
  return adapter.receipt !== undefined;
}
