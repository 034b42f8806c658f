import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { dayMs, minuteMs } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { KeyDirectory } from './key-directory.js';
import type { SealingKeyPair } from './sealed-box.js';

/** The counting process renews its lease long before it expires; if the process dies, another one starts over. */
const leaseMs = 30_000;
const renewedEveryMs = 10_000;
/** Delay after which another replica, which may have the key directory, takes over. */
const elsewhereMs = 1_000;
const retryMs = minuteMs;
/** The time a missing key is awaited; afterwards its survey is declared void. */
const keyAwaitedMs = dayMs;

/** A kind of survey with sealed answers, and the functions to count them. */
export interface Counted<Ended extends EndedSurvey, Found> {
  /** The due kind of its counting. */
  readonly countKind: string;
  /** @returns null unless it has ended and is not counted yet */
  ended(tx: Transaction, id: string): Promise<Ended | null>;
  /** Opens and sums the answers outside of any transaction. @throws the signal's reason when it is aborted */
  count(survey: Ended, key: SealingKeyPair, signal: AbortSignal): Promise<Found & Opened>;
  /** Publishes exactly once, regardless of which process counted. */
  publish(tx: Transaction, id: string, found: Found): Promise<void>;
  /** Declares that its answers can no longer be opened. */
  declareVoid(id: string): Promise<void>;
}

export interface EndedSurvey {
  readonly id: string;
  readonly closesAt: Date;
}

export interface Opened {
  /** The number of rows that the key did not open or that are no answers: they were written bypassing the platform. */
  readonly unreadable: number;
}

/**
 * Counts the answers of a survey after its end. The due row serves as a lease until the results are committed: if the
 * process dies before, everything is repeated from the sealed answers; if it dies after, nothing is left to do.
 */
@Injectable()
export class Counting implements OnApplicationShutdown {
  private readonly running = new Map<string, Promise<void>>();
  private readonly ending = new AbortController();

  constructor(
    private readonly transactions: Transactions,
    private readonly keys: KeyDirectory,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async due<Ended extends EndedSurvey, Found>(
    tx: Transaction,
    id: string,
    counted: Counted<Ended, Found>,
  ): Promise<void> {
    const survey = await counted.ended(tx, id);
    if (survey === null) return;
    const isHere = await this.keys.isPresent();
    const pauseMs = isHere ? leaseMs : elsewhereMs;
    await again(tx, id, counted, pauseMs);
    if (!isHere || this.running.has(id)) return;
    tx.afterCommit(() => {
      const work = this.count(survey, counted).finally(() => this.running.delete(id));
      this.running.set(id, work);
    });
  }

  /** Aborts counting: a million answers would delay the shutdown by minutes, and another process can count them. */
  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.running.values());
  }

  /** Never throws, because nobody awaits it. */
  private async count<Ended extends EndedSurvey, Found>(
    survey: Ended,
    counted: Counted<Ended, Found>,
  ): Promise<void> {
    const { id } = survey;
    try {
      const key = await this.keys.find(id);
      if (key === 'destroyed') return await counted.declareVoid(id);
      if (key === 'missing') return await this.awaitKey(survey, counted);
      const found = await this.renewing(id, counted, () => counted.count(survey, key, this.ending.signal));
      if (found.unreadable > 0)
        this.logger.error(
          { surveyId: id, count: found.unreadable },
          'sealed answers do not open, or are none, and are not counted',
        );
      await this.run((tx) => counted.publish(tx, id, found));
    } catch (error) {
      await this.retryLater(id, counted, error);
    }
  }

  /**
   * A failed renewal is compensated by the next one. Without any renewal the answers are counted twice but published
   * once.
   */
  private async renewing<Result>(
    id: string,
    counted: { readonly countKind: string },
    work: () => Promise<Result>,
  ): Promise<Result> {
    const renew = (): void =>
      void this.run((tx) => again(tx, id, counted, leaseMs)).catch((error: unknown) =>
        this.logger.warn({ surveyId: id, reason: String(error) }, 'the lease of a count was not renewed'),
      );
    const timer = setInterval(renew, renewedEveryMs);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  private async awaitKey<Ended extends EndedSurvey, Found>(
    { id, closesAt }: Ended,
    counted: Counted<Ended, Found>,
  ): Promise<void> {
    this.logger.error({ surveyId: id }, 'the key of a survey that has ended is not in the key directory');
    const isGivenUp = await this.run(async (tx) => {
      await again(tx, id, counted, retryMs);
      return tx.now.getTime() - closesAt.getTime() > keyAwaitedMs;
    });
    if (isGivenUp) await counted.declareVoid(id);
  }

  private async retryLater(
    id: string,
    counted: { readonly countKind: string },
    error: unknown,
  ): Promise<void> {
    const { aborted: isEnding } = this.ending.signal;
    if (!isEnding)
      this.logger.error(
        { surveyId: id, reason: String(error) },
        'a survey could not be counted; it is tried again',
      );
    try {
      await this.run((tx) => again(tx, id, counted, isEnding ? 0 : retryMs));
    } catch (outage) {
      this.logger.warn(
        { surveyId: id, reason: String(outage) },
        'a survey is counted when the lease has ended',
      );
    }
  }

  private run<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.transactions.system(continueTrace(undefined), work);
  }
}

function again(
  tx: Transaction,
  id: string,
  { countKind }: { readonly countKind: string },
  pauseMs: number,
): Promise<void> {
  return schedule(tx, { kind: countKind, key: id, at: new Date(tx.now.getTime() + pauseMs) });
}
