import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import { LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { KeyDirectory } from './key-directory.js';
import type { SealingKeyPair } from './sealed-box.js';

/** Whoever counts says so again long before this is over; where he died, another begins anew. */
const leaseMs = 30_000;
const renewedEveryMs = 10_000;
/** Another replica may have the directory. */
const elsewhereMs = 1_000;
const retryMs = 60_000;
/** A key may be found again, as long as nobody has given it up: then its survey is void. */
const keyAwaitedMs = 24 * 3_600_000;

/** A kind of survey of which the answers are sealed, and how they are counted. */
export interface Counted<Ended extends EndedSurvey, Found> {
  /** Of the due work by which they are counted. */
  readonly countKind: string;
  /** @returns null unless it has ended and its answers are not counted yet */
  ended(tx: Transaction, id: string): Promise<Ended | null>;
  /** Opens and adds up, outside of any transaction. @throws the reason of the signal, once it is aborted */
  count(survey: Ended, key: SealingKeyPair, signal: AbortSignal): Promise<Found & Opened>;
  /** Publishes exactly once, whoever has counted. */
  publish(tx: Transaction, id: string, found: Found): Promise<void>;
  /** Nobody can open its answers any more. */
  declareVoid(id: string): Promise<void>;
}

export interface EndedSurvey {
  readonly id: string;
  readonly closesAt: Date;
}

export interface Opened {
  /** What the key did not open, or is no answer: somebody has written it past the platform. */
  readonly unreadable: number;
}

/**
 * Counts what was answered once a survey has ended. The due row stays, as a lease, until the results are committed: where
 * the process dies before, all is done again from the sealed answers; where it dies after, nothing is left to be done.
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

  /** A million answers would keep the process from ending for minutes: another counts them. */
  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.running.values());
  }

  /** Never throws: nobody waits for it. */
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
      await this.stumble(id, counted, error);
    }
  }

  /** A renewal that fails is made up for by the next; without any the answers are counted twice, and published once. */
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

  private async stumble(id: string, counted: { readonly countKind: string }, error: unknown): Promise<void> {
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
