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
import type { DataSource } from 'typeorm';
import type { Store } from './store.js';
import { streamOf } from '../provision/manifest.js';
import type { BoundEvent } from './consumes.js';
import { bury } from './dead-letters.js';
import type { Envelope } from './envelope.js';
import { gathered, readEnvelope, runsOf, traceOf } from './arrivals.js';
import { handleOnce, type Heard, Unprocessable } from './inbox.js';
import { isOutage, Outage } from './outage.js';
import { isPassing } from './passing.js';

/** After so many failures of its handler an event is a dead letter. */
const triesMax = 8;
const defaultBackoffMs: readonly number[] = [200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000];
/** Few enough that the last one fetched is handled well before it would come again, also where each takes its own way. */
const fetchedMax = 100;
/** So many are handled in one transaction, where they have come already. */
const togetherMax = 50;
const outagePauseMs = 500;
/** So long an event is left alone that this version does not know. */
const defaultLeftMs = 5_000;

interface Arrived extends Heard {
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
 * Hears the events of one other service for one consumer class, in their order. Copies of what has come while those before
 * were handled are kept together, with one commit; where that fails, each alone, so that the failure is that event's own.
 */
export class ConsumerLoop {
  private stopped = false;
  private messages: ConsumerMessages | null = null;
  private running: Promise<void> = Promise.resolve();
  /** Failures of the handler by the event's number in the stream. The server counts each delivery, also in an outage. */
  private readonly failures = new Map<number, number>();

  constructor(
    private readonly consumer: string,
    private readonly bound: readonly BoundEvent[],
    private readonly tools: ConsumerTools,
    /** How long to wait after the first, second, … failure. */
    private readonly backoffMs = defaultBackoffMs,
    private readonly leftMs = defaultLeftMs,
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
        for await (const messages of this.messages ? gathered(this.messages, togetherMax) : [])
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

  /** Waits, try by try, for a consumer that is not there: the deployment makes it, and no service may. */
  private async subscribe(): Promise<void> {
    const consumer = await this.find();
    // A server that lost its store does not know the consumer: without being told to give up, the client would ask for it
    // for ever, also after it was made again.
    this.messages = await consumer.consume({ max_messages: fetchedMax, abort_on_missing_resource: true });
    if (this.stopped) this.messages.stop();
  }

  private find(): Promise<Consumer> {
    const owner = ownerOf(this.bound[0]?.contract.subject ?? '');
    const { nats, options } = this.tools.store;
    return jetstream(nats, options).consumers.get(streamOf(owner), this.consumer);
  }

  /** Reads how many events wait or are being handled into the metrics. Called now and then, not per event. */
  async measure(): Promise<void> {
    const info = await (await this.find()).info();
    this.tools.metrics.consumerPending.set(
      { consumer: this.consumer },
      info.num_pending + info.num_ack_pending,
    );
  }

  private async handleAll(messages: readonly JsMsg[]): Promise<void> {
    const mayShare = (message: JsMsg): boolean => this.boundTo(message)?.rowOf !== undefined;
    for (const list of runsOf(messages, mayShare)) {
      if (list.length > 1 && (await this.tryTogether(list))) continue;
      for (const message of list) await this.handle(message);
    }
  }

  private async handle(message: JsMsg): Promise<void> {
    const bound = this.boundTo(message);
    if (bound === undefined) return this.leave(message);
    const envelope = readEnvelope(message);
    const work =
      envelope === null
        ? () => this.giveUp(message, {}, 'the envelope is not a JSON object')
        : () => this.try({ message, bound, envelope });
    await runWithTrace(traceOf(message, envelope), () => this.throughOutages(message, work));
  }

  /**
   * Of a kind that this version does not know. Where the consumer is still meant to hear it, a newer copy beside this one
   * knows what to do with it, and gets it in a while: acknowledged, it would be lost to all. Else it is from before a
   * version that no longer wants it.
   */
  private async leave(message: JsMsg): Promise<void> {
    const { consumer } = this;
    const { config } = await (await this.find()).info();
    const wanted = config.filter_subjects ?? [config.filter_subject];
    if (!wanted.includes(message.subject)) return message.ack();
    this.count('left');
    this.tools.logger.warn({ consumer, subject: message.subject }, 'an event is left to a newer version');
    message.nak(this.leftMs);
  }

  private boundTo({ subject }: JsMsg): BoundEvent | undefined {
    return this.bound.find(({ contract }) => contract.subject === subject);
  }

  /** @returns whether they are done; each is to be looked at alone if not */
  private async tryTogether(messages: readonly JsMsg[]): Promise<boolean> {
    const events = messages.flatMap((message): Arrived[] => {
      const bound = this.boundTo(message);
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

  /** Each in its own trace; what all of them share, such as the commit, is shown in none. */
  private async handleTogether(events: readonly Arrived[]): Promise<void> {
    const heard = events.map((event) => ({
      ...event,
      within: (work: () => Promise<void>) =>
        runWithTrace(traceOf(event.message, event.envelope), () => inSpan(this.spanOf(event), work)),
    }));
    const fresh = await handleOnce(this.tools.transactions, this.consumer, heard);
    for (const [index, event] of events.entries()) {
      const { message, envelope } = event;
      runWithTrace(traceOf(message, envelope), () => this.done(event, fresh[index] ?? false));
    }
  }

  private spanOf({ message }: Arrived): SpanDescription {
    return {
      name: `handle ${message.subject}`,
      kind: 'consumer',
      attributes: { consumer: this.consumer },
    };
  }

  private done({ message, bound, envelope }: Arrived, fresh: boolean): void {
    message.ack();
    this.failures.delete(message.seq);
    if (fresh) this.observeDelay(envelope);
    this.log(bound, envelope, fresh ? 'handled' : 'duplicate');
  }

  /** Without its database a consumer waits: an outage is not a try, and the next event would fare no better. */
  private async throughOutages(message: JsMsg, work: () => Promise<void>): Promise<void> {
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

  private async try(event: Arrived): Promise<void> {
    try {
      const [fresh] = await inSpan(this.spanOf(event), () =>
        handleOnce(this.tools.transactions, this.consumer, [event]),
      );
      this.done(event, fresh ?? false);
    } catch (error) {
      if (await isOutage(error, this.tools.dataSource)) throw new Outage();
      await this.failed(event.message, event.envelope, error);
    }
  }

  private log(bound: BoundEvent, envelope: Envelope, verdict: string): void {
    this.count(verdict);
    this.tools.logger.debug(
      { consumer: this.consumer, subject: bound.contract.subject, eventId: envelope.id, verdict },
      'event',
    );
  }

  /** What may pass by itself is no try: it is heard again for as long as it lasts. */
  private wait(message: JsMsg, envelope: Envelope, error: unknown): void {
    const { deliveryCount } = message.info;
    this.count('waiting');
    this.tools.logger.warn(
      { consumer: this.consumer, eventId: envelope.id, deliveryCount, reason: String(error) },
      'an event waits for what is on its way',
    );
    message.nak(this.backoffMs[deliveryCount - 1] ?? this.backoffMs.at(-1));
  }

  private async failed(message: JsMsg, envelope: Envelope, error: unknown): Promise<void> {
    if (isPassing(error)) return this.wait(message, envelope, error);
    const tries = (this.failures.get(message.seq) ?? 0) + 1;
    this.failures.set(message.seq, tries);
    if (error instanceof Unprocessable || tries >= triesMax)
      return this.giveUp(message, envelope, String(error));
    this.count('retried');
    this.tools.logger.warn(
      { consumer: this.consumer, eventId: envelope.id, tries, reason: String(error) },
      'an event could not be handled and will be tried again',
    );
    message.nak(this.backoffMs[tries - 1] ?? this.backoffMs.at(-1));
  }

  private async giveUp(message: JsMsg, envelope: Partial<Envelope>, reason: string): Promise<void> {
    const letter = { consumer: this.consumer, subject: message.subject, envelope, reason };
    try {
      await bury(this.tools.dataSource, letter);
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
    // A clock of another machine may be ahead of ours.
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
