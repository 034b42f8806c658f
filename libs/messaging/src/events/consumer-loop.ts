import { type Consumer, type ConsumerMessages, jetstream, type JsMsg } from '@nats-io/jetstream';
import { ownerOf } from '@gongxiang/contracts/core/contract';
import {
  inSpan,
  type Logger,
  type Metrics,
  runWithTrace,
  type SpanDescription,
} from '@gongxiang/observability';
import type { Transactions } from '@gongxiang/persistence';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { Store } from './store.js';
import { streamOf } from '../provision/manifest.js';
import type { BoundEvent } from './consumes.js';
import { storeDeadLetter } from './dead-letters.js';
import type { Envelope } from './envelope.js';
import { batchesOf, readEnvelope, runsOf, traceOf } from './event-batches.js';
import { handleOnce, type ReceivedEvent, Unprocessable } from './inbox.js';
import { isOutage, Outage } from './outage.js';
import { isTransient } from './transient-failure.js';

/** After this many failures of its handler an event becomes a dead letter. */
const attemptsMax = 8;
const defaultBackoffMs: readonly number[] = [200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000];
/**
 * Few enough that the last prefetched event is handled well before its redelivery, even if each is handled on its
 * own.
 */
const prefetchMax = 200;
/** Upper bound of events per transaction; only events that have already arrived are batched. */
const batchMax = 100;
const outagePauseMs = 500;
const failuresKept = 10_000;
/** Redelivery delay of an event whose subject this version does not know. */
const defaultUnknownDelayMs = 5_000;

interface DeliveredEvent extends ReceivedEvent {
  readonly message: JsMsg;
}

export interface ConsumerTools {
  readonly store: Store;
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Consumes the events of one service for one consumer class, in order. Events that arrived while earlier ones were
 * being handled are handled in one transaction if their handlers allow it; if that transaction fails, each event is
 * handled alone, so that the failure is attributed to the right one.
 */
export class ConsumerLoop {
  private stopped = false;
  private messages: ConsumerMessages | null = null;
  private running: Promise<void> = Promise.resolve();
  /**
   * Handler failures by stream sequence number. The server's own delivery count also grows during outages. Bounded, as an
   * event that failed here may succeed in another replica, and nobody tells this one.
   */
  private readonly failures = new LRUCache<number, number>({ max: failuresKept });

  constructor(
    private readonly consumer: string,
    private readonly handlers: readonly BoundEvent[],
    private readonly tools: ConsumerTools,
    /** Delay after the first, second, … failure. */
    private readonly backoffMs = defaultBackoffMs,
    private readonly unknownDelayMs = defaultUnknownDelayMs,
  ) {}

  start(): void {
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.messages?.stop();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.subscribe();
        for await (const messages of this.messages ? batchesOf(this.messages, batchMax) : [])
          await this.handleAll(messages);
      } catch (error) {
        if (this.stopped) return;
        this.tools.logger.warn(
          { consumer: this.consumer, reason: String(error) },
          'a consumer lost its stream',
        );
      }
      if (!this.stopped) await pause(outagePauseMs);
    }
  }

  /** Retries until the durable consumer exists: the deployment creates it, and no service may. */
  private async subscribe(): Promise<void> {
    const consumer = await this.find();
    // After a server has lost its store the consumer is gone. Without `abort_on_missing_resource` the client would go on
    // polling for it forever, even after it was created again.
    this.messages = await consumer.consume({ max_messages: prefetchMax, abort_on_missing_resource: true });
    if (this.stopped) this.messages.stop();
  }

  private find(): Promise<Consumer> {
    const owner = ownerOf(this.handlers[0]?.contract.subject ?? '');
    const { nats, options } = this.tools.store;
    return jetstream(nats, options).consumers.get(streamOf(owner), this.consumer);
  }

  /** Sets the gauge of pending and in-flight events. Called periodically, not per event. */
  async measure(): Promise<void> {
    const info = await (await this.find()).info();
    this.tools.metrics.consumerPending.set(
      { consumer: this.consumer },
      info.num_pending + info.num_ack_pending,
    );
  }

  private async handleAll(messages: readonly JsMsg[]): Promise<void> {
    const mayShare = (message: JsMsg): boolean => this.handlerFor(message)?.rowOf !== undefined;
    for (const list of runsOf(messages, mayShare)) {
      if (list.length > 1 && (await this.tryTogether(list))) continue;
      for (const message of list) await this.handle(message);
    }
  }

  private async handle(message: JsMsg): Promise<void> {
    const bound = this.handlerFor(message);
    if (bound === undefined) return this.deferUnknown(message);
    const envelope = readEnvelope(message);
    const work =
      envelope === null
        ? () => this.giveUp(message, {}, 'the envelope is not a JSON object')
        : () => this.handleOne({ message, bound, envelope });
    await runWithTrace(traceOf(message, envelope), () => this.retryDuringOutage(message, work));
  }

  /**
   * Handles an event whose subject this version does not know. If the durable consumer still subscribes to it, a
   * newer replica can handle it, so it is redelivered later: acknowledging it would lose it for all. Otherwise the
   * subject dates from a version that no longer wants it.
   */
  private async deferUnknown(message: JsMsg): Promise<void> {
    const { consumer } = this;
    const { config } = await (await this.find()).info();
    const wanted = config.filter_subjects ?? [config.filter_subject];
    if (!wanted.includes(message.subject)) return message.ack();
    this.count('left');
    this.tools.logger.warn({ consumer, subject: message.subject }, 'an event is left to a newer version');
    message.nak(this.unknownDelayMs);
  }

  private handlerFor({ subject }: JsMsg): BoundEvent | undefined {
    return this.handlers.find(({ contract }) => contract.subject === subject);
  }

  /** @returns whether all were handled; if not, each has to be handled alone */
  private async tryTogether(messages: readonly JsMsg[]): Promise<boolean> {
    const events = messages.flatMap((message): DeliveredEvent[] => {
      const bound = this.handlerFor(message);
      const envelope = readEnvelope(message);
      return bound === undefined || envelope === null ? [] : [{ message, bound, envelope }];
    });
    if (events.length < messages.length) return false;
    try {
      await this.handleTogether(events);
      return true;
    } catch (error) {
      const { consumer } = this;
      this.tools.logger.debug({ consumer, reason: String(error) }, 'events are handled one by one');
      return false;
    }
  }

  /** Each handler runs in the trace of its event; shared work, such as the commit, belongs to none of them. */
  private async handleTogether(events: readonly DeliveredEvent[]): Promise<void> {
    const received = events.map((event) => ({
      ...event,
      within: (work: () => Promise<void>) =>
        runWithTrace(traceOf(event.message, event.envelope), () => inSpan(this.spanOf(event), work)),
    }));
    const fresh = await handleOnce(this.tools.transactions, this.consumer, received);
    for (const [index, event] of events.entries()) {
      const { message, envelope } = event;
      runWithTrace(traceOf(message, envelope), () => this.acknowledge(event, fresh[index] ?? false));
    }
  }

  private spanOf({ message }: DeliveredEvent): SpanDescription {
    return {
      name: `handle ${message.subject}`,
      kind: 'consumer',
      attributes: { consumer: this.consumer },
    };
  }

  private acknowledge({ message, bound, envelope }: DeliveredEvent, fresh: boolean): void {
    message.ack();
    this.failures.delete(message.seq);
    if (fresh) this.observeDelay(envelope);
    this.log(bound, envelope, fresh ? 'handled' : 'duplicate');
  }

  /**
   * While the database is away the consumer waits: an outage does not count as an attempt, and the next event would
   * fail as well.
   */
  private async retryDuringOutage(message: JsMsg, work: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (this.stopped) return;
        if (!(error instanceof Outage)) throw error;
        message.working();
        const { consumer } = this;
        this.tools.logger.debug({ consumer, seq: message.seq }, 'an event waits for the database');
        await pause(outagePauseMs);
      }
    }
  }

  private async handleOne(event: DeliveredEvent): Promise<void> {
    try {
      const [fresh] = await inSpan(this.spanOf(event), () =>
        handleOnce(this.tools.transactions, this.consumer, [event]),
      );
      this.acknowledge(event, fresh ?? false);
    } catch (error) {
      if (await isOutage(error, this.tools.dataSource)) throw new Outage();
      await this.handleFailure(event.message, event.envelope, error);
    }
  }

  private log(bound: BoundEvent, envelope: Envelope, verdict: string): void {
    this.count(verdict);
    this.tools.logger.debug(
      { consumer: this.consumer, subject: bound.contract.subject, eventId: envelope.id, verdict },
      'event',
    );
  }

  /** Transient failures do not count as attempts: the event is redelivered for as long as they last. */
  private redeliverLater(message: JsMsg, envelope: Envelope, error: unknown): void {
    const { deliveryCount } = message.info;
    this.count('waiting');
    this.tools.logger.warn(
      { consumer: this.consumer, eventId: envelope.id, deliveryCount, reason: String(error) },
      'an event waits for what is on its way',
    );
    message.nak(this.backoffMs[deliveryCount - 1] ?? this.backoffMs.at(-1));
  }

  private async handleFailure(message: JsMsg, envelope: Envelope, error: unknown): Promise<void> {
    if (isTransient(error)) return this.redeliverLater(message, envelope, error);
    const attempts = (this.failures.get(message.seq) ?? 0) + 1;
    this.failures.set(message.seq, attempts);
    if (error instanceof Unprocessable || attempts >= attemptsMax)
      return this.giveUp(message, envelope, String(error));
    this.count('retried');
    this.tools.logger.warn(
      { consumer: this.consumer, eventId: envelope.id, tries: attempts, reason: String(error) },
      'an event could not be handled and will be tried again',
    );
    message.nak(this.backoffMs[attempts - 1] ?? this.backoffMs.at(-1));
  }

  private async giveUp(message: JsMsg, envelope: Partial<Envelope>, reason: string): Promise<void> {
    const letter = { consumer: this.consumer, subject: message.subject, envelope, reason };
    try {
      await storeDeadLetter(this.tools.dataSource, letter);
    } catch (error) {
      throw (await isOutage(error, this.tools.dataSource)) ? new Outage() : error;
    }
    message.term(reason.slice(0, 100));
    this.failures.delete(message.seq);
    this.count('deadLettered');
    this.tools.logger.error(
      { consumer: this.consumer, eventId: envelope.id, reason },
      'an event became a dead letter',
    );
  }

  private observeDelay({ time }: Envelope): void {
    const delayMs = Date.now() - Date.parse(time);
    // The other machine's clock may be ahead of ours.
    if (Number.isFinite(delayMs))
      this.tools.metrics.eventDelaySeconds.observe({ consumer: this.consumer }, Math.max(0, delayMs) / 1_000);
  }

  private count(verdict: string): void {
    this.tools.metrics.eventsHandled.inc({ consumer: this.consumer, verdict });
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
