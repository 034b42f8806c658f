import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Clock, minuteMs } from '@gongxiang/domain';
import { CLOCK, LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { DataSource } from 'typeorm';
import type { Outcome } from '../sending/channel-port.js';
import { ChannelBudget } from '../sending/delivery/channel-budget.js';
import { attemptMs, leaseMs, pollMs, Rounds, waitAfter } from '../sending/rounds.js';
import { accountText } from './account-text.js';
import { TEXT_CARRIER, type TextCarrier } from './text-carrier.js';
import {
  type ClaimedText,
  type PostponedText,
  sealedToAnother,
  type TextEnd,
  TextMessageRepository,
} from './text-message.repository.js';
import { TextOpener } from './text-opener.js';

/** As of notices by text message, beside them. */
const atOnce = 10;
const perSecond = 20;
/** A code is good for some minutes: whatever the provider asks for, it is asked again while the code is. */
const askedMaxMs = minuteMs;

interface Attempt {
  readonly text: ClaimedText;
  readonly outcome: Outcome;
}

/**
 * Sends text messages about accounts, outside of any transaction, so that a provider that is slow stops no inbox. A message is
 * sent before its row says so: whoever dies in between sends that batch once more, and nothing is lost.
 */
@Injectable()
export class TextMessageSender implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly messages: TextMessageRepository,
    private readonly opener: TextOpener,
    private readonly budget: ChannelBudget,
    @Inject(TEXT_CARRIER) private readonly carrier: TextCarrier | null,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.rounds = new Rounds(logger);
  }

  onApplicationBootstrap(): void {
    const { carrier } = this;
    if (carrier !== null) this.rounds.begin('account texts', () => this.round(carrier));
    else
      this.logger.warn(
        {},
        'no text messages leave: neither SMS_PROVIDER nor MAILBOX_DIRECTORY is set, and codes have to be printed',
      );
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** @returns how long after the start of this round the next one begins, in ms */
  private async round(carrier: TextCarrier): Promise<number> {
    if (!(await this.messages.isSomethingDue(this.dataSource.manager, this.clock.now()))) return pollMs;
    const claimed = await this.system((tx) => this.claim(tx));
    if (claimed.length === 0) return pollMs;
    const attempts = await Promise.all(claimed.map((text) => this.attempt(carrier, text)));
    await this.system((tx) => this.write(tx, attempts));
    this.tellUnsent(attempts);
    return (attempts.length * 1_000) / perSecond;
  }

  private system<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transactions.system(continueTrace(undefined), work);
  }

  /** What is of no use any more ends here. */
  private async claim(tx: Transaction): Promise<ClaimedText[]> {
    const until = new Date(tx.now.getTime() + leaseMs);
    const texts = await this.messages.claim(tx, { limit: atOnce, until });
    const over = texts.filter((text) => text.until <= tx.now);
    if (over.length === 0) return texts;
    await this.messages.end(
      tx,
      over.map(({ id }) => ({ id, state: 'dropped' as const, reason: 'over' })),
    );
    this.logger.warn({ messages: over.length }, 'text messages did not leave while they were of use');
    return texts.filter((text) => !over.includes(text));
  }

  /** One that cannot be opened or made harms no other: it is refused. */
  private async attempt(carrier: TextCarrier, text: ClaimedText): Promise<Attempt> {
    try {
      return { text, outcome: await this.send(carrier, text) };
    } catch (error) {
      // Its text may repeat what was sealed.
      const reason = error instanceof Error ? error.name : 'unknown';
      this.logger.error({ id: text.id, reason }, 'a text message could not be made');
      return { text, outcome: { is: 'refused', reason: 'not made' } };
    }
  }

  private async send(carrier: TextCarrier, text: ClaimedText): Promise<Outcome> {
    const message = await this.opener.open(text.sealed);
    if (message === null) return { is: 'refused', reason: sealedToAnother };
    return carrier.send(accountText(text, message), AbortSignal.timeout(attemptMs));
  }

  /** They count in the month and are never held back by it: whoever waits for a code cannot get in otherwise. */
  private async write(tx: Transaction, attempts: readonly Attempt[]): Promise<void> {
    const sent = attempts.filter(({ outcome }) => outcome.is === 'sent');
    await this.budget.note(tx, 'sms', sent.length);
    const next = attempts.map((attempt) => nextOf(attempt, tx.now));
    await this.messages.end(
      tx,
      next.filter((one) => 'state' in one),
    );
    await this.messages.postpone(
      tx,
      next.filter((one) => 'sendAt' in one),
    );
  }

  private tellUnsent(attempts: readonly Attempt[]): void {
    const unsent = attempts.filter(({ outcome }) => outcome.is !== 'sent');
    if (unsent.length === 0) return;
    const waiting = unsent.filter(({ outcome }) => outcome.is === 'down').length;
    const reasons = [...new Set(unsent.map(({ outcome }) => reasonOf(outcome)))];
    this.logger.warn({ messages: unsent.length, waiting, reasons }, 'text messages did not leave');
  }
}

function reasonOf(outcome: Outcome): string | null {
  if (outcome.is === 'gone') return 'opted out';
  return 'reason' in outcome ? outcome.reason : null;
}

function nextOf({ text, outcome }: Attempt, now: Date): TextEnd | PostponedText {
  const { id, until, createdAt } = text;
  if (outcome.is !== 'down')
    return { id, state: outcome.is === 'sent' ? 'sent' : 'failed', reason: reasonOf(outcome) };
  const waitMs = waitAfter(now.getTime() - createdAt.getTime(), outcome.afterMs, askedMaxMs);
  return { id, sendAt: new Date(Math.min(now.getTime() + waitMs, until.getTime())) };
}
