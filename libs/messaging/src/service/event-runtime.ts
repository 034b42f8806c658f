import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { NatsConnection } from '@nats-io/transport-node';
import { type Clock, DomainError } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import {
  deleteExpiredAnswers,
  deleteOldLooks,
  type SearchWindow,
  onAudited,
  poolState,
  sealAudit,
} from '@gongxiang/persistence';
import {
  type BoundEvent,
  ConsumerLoop,
  type ConsumerTools,
  countDeadLetters,
  DueLoop,
  dueWorkersOf,
  eventsOf,
  findDeadLetter,
  handleOnce,
  closeDeadLetter,
  Relay,
  replayDue,
  type RepublishHandler,
  republishersOf,
  type Sealer,
  sealersOf,
  tidyInbox,
} from '../events/index.js';
import { type ConsumerPlan, consumerPlan } from '../provision/manifest.js';
import { CLOCK, EVENT_TOOLS, NATS, SERVICE } from './tokens.js';
import { Watch } from './watch.js';

const housekeepingMs = 1_000;
/** Slower or less urgent work runs on every tenth tick; whole chains are searched for unsealed rows once an hour. */
const slowEveryTicks = 10;
const wholeEveryTicks = 3_600;
const republishPageRows = 200;
/** Upper bound of the reason shown for a failed replay, in characters. */
const reasonLengthMax = 300;

/** Discovers the event handlers of a service, and runs the relay, the consumers, due work and the audit sealer. */
@Injectable()
export class EventRuntime implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loops: { start(): void; stop(): Promise<void> }[] = [];
  private relay: Relay | null = null;
  private watch: Watch | null = null;
  private consumers: ConsumerLoop[] = [];
  private timer: NodeJS.Timeout | null = null;
  private ticks = 0;
  private housekeepingRun: Promise<void> = Promise.resolve();
  private isHousekeeping = false;
  /** Since the last seal, in this process; those of one that was killed are sealed by the slow ticks. */
  private hasNewRecords = true;
  private unsubscribe: () => void = () => undefined;
  private bound: BoundEvent[] = [];
  private republishers = new Map<string, RepublishHandler>();
  private sealers: Sealer[] = [];

  constructor(
    @Inject(SERVICE) private readonly service: string,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_TOOLS) private readonly tools: ConsumerTools,
    @Inject(NATS) private readonly nats: NatsConnection,
    private readonly discovery: DiscoveryService,
  ) {}

  onApplicationBootstrap(): void {
    const instances = this.instances();
    this.bound = instances.flatMap((instance) => eventsOf(this.service, instance));
    this.republishers = new Map(instances.flatMap(republishersOf));
    this.sealers = instances.flatMap(sealersOf);
    const due = new Map(instances.flatMap(dueWorkersOf));
    this.watch = new Watch(instances, this.tools, this.clock);
    this.relay = new Relay(this.tools);
    this.consumers = this.consumerLoops();
    this.loops.push(this.relay, ...this.consumers);
    this.loops.push(new DueLoop(due, this.clock, this.tools));
    for (const loop of this.loops) loop.start();
    this.unsubscribe = onAudited(() => (this.hasNewRecords = true));
    this.timer = setInterval(() => this.tick(), housekeepingMs);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.unsubscribe();
    await Promise.all([this.housekeepingRun, ...this.loops.map((loop) => loop.stop())]);
    await this.watch?.stop();
    await this.tools.store.nats.close();
    await this.nats.close();
    await this.tools.dataSource.destroy();
  }

  /**
   * Publishes the current state of every row of a noun, one page per transaction, so that consumers can rebuild their
   * copies.
   * @throws DomainError `NOT_FOUND` for a noun that this service does not publish
   */
  async republish(noun: string): Promise<number> {
    const handle = this.republishers.get(noun);
    if (handle === undefined) throw new DomainError('NOT_FOUND', { pointer: '/noun' });
    let pages = 0;
    for (let after: string | null = null; ; pages += 1) {
      const from: string | null = after;
      after = await this.tools.transactions.system(continueTrace(undefined), (tx) =>
        handle(tx, from, republishPageRows),
      );
      if (after === null) return pages;
    }
  }

  /**
   * Handles a dead letter once more; due work becomes due at once.
   * @throws DomainError `NOT_FOUND` if it is not open; `DEAD_LETTER_FAILED` with the reason if its handler fails
   * again: it stays open
   */
  async replay(consumer: string, messageId: string): Promise<void> {
    const letter = await findDeadLetter(this.tools.dataSource, consumer, messageId);
    if (letter === null) throw new DomainError('NOT_FOUND');
    const work = { consumer, subject: letter.subject, data: letter.envelope.data };
    if (!(await replayDue(this.tools.dataSource, work, this.clock.now()))) {
      const bound = this.bound.find(
        (one) => one.consumer === consumer && one.contract.subject === letter.subject,
      );
      if (bound === undefined) throw new DomainError('NOT_FOUND');
      try {
        await handleOnce(this.tools.transactions, consumer, [{ bound, envelope: letter.envelope }]);
      } catch (error) {
        const reason = String(error).slice(0, reasonLengthMax);
        throw new DomainError('DEAD_LETTER_FAILED', { params: { reason } });
      }
    }
    await closeDeadLetter(this.tools.dataSource, consumer, messageId);
  }

  /** Problems that operators should see although the process is ready. */
  warnings(): Readonly<Record<string, string>> {
    const events = this.relay?.warning ?? null;
    return events === null ? {} : { events };
  }

  private instances(): object[] {
    const wrappers = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    const found = wrappers.map((wrapper) => wrapper.instance as unknown);
    return [...new Set(found.filter((one): one is object => typeof one === 'object' && one !== null))];
  }

  /**
   * The durable consumers of this service as the deployment provisions them; used by tests, which have no deployment.
   */
  plannedConsumers(): ConsumerPlan[] {
    return [...this.boundByConsumer()].map(([name, bound]) =>
      consumerPlan(
        name,
        this.service,
        bound.map((one) => one.contract.subject),
      ),
    );
  }

  /** One loop per consumer class and publishing service, as a JetStream consumer belongs to one stream. */
  private consumerLoops(): ConsumerLoop[] {
    return [...this.boundByConsumer()].map(([name, bound]) => new ConsumerLoop(name, bound, this.tools));
  }

  private boundByConsumer(): Map<string, BoundEvent[]> {
    const groups = new Map<string, BoundEvent[]>();
    for (const one of this.bound) {
      groups.set(one.consumer, [...(groups.get(one.consumer) ?? []), one]);
    }
    return groups;
  }

  private tick(): void {
    if (this.isHousekeeping) return; // the last tick is stuck in an outage: another one in parallel would not help
    this.isHousekeeping = true;
    this.housekeepingRun = this.runHousekeeping().finally(() => (this.isHousekeeping = false));
  }

  private async runHousekeeping(): Promise<void> {
    const tickNumber = this.ticks;
    this.ticks += 1;
    try {
      const { dataSource, metrics } = this.tools;
      for (const [state, count] of Object.entries(poolState(dataSource))) {
        metrics.poolConnections.set({ state }, count);
      }
      const isSlow = tickNumber % slowEveryTicks === 0;
      const isAwaited = isSlow || this.hasNewRecords;
      if (isAwaited || this.relay?.isBehind === true) await this.relay?.measure();
      if (isAwaited) await this.seal(lookFor(tickNumber));
      if (isSlow) await this.runSlowHousekeeping();
    } catch (error) {
      this.hasNewRecords = true;
      this.tools.logger.warn({ reason: String(error) }, 'housekeeping failed and will be tried again');
    }
  }

  /** What was sealed may have been one batch of many, or have come while another process was at it: so it looks once more. */
  private async seal(look: SearchWindow): Promise<void> {
    const { dataSource } = this.tools;
    this.hasNewRecords = false;
    let sealed = await sealAudit(dataSource, this.clock.now(), look);
    for (const seal of this.sealers) sealed += await seal(dataSource, this.clock.now(), look);
    if (sealed > 0) this.hasNewRecords = true;
  }

  private async runSlowHousekeeping(): Promise<void> {
    this.tools.metrics.deadLetters.set(await countDeadLetters(this.tools.dataSource));
    await this.relay?.tidy();
    await deleteExpiredAnswers(this.tools.dataSource, this.clock.now());
    await deleteOldLooks(this.tools.dataSource, this.clock.now());
    await tidyInbox(this.tools.dataSource, this.clock.now());
    for (const consumer of this.consumers) await consumer.measure();
    await this.watch?.run();
  }
}

function lookFor(tickNumber: number): SearchWindow {
  if (tickNumber % wholeEveryTicks === 0) return 'whole';
  return tickNumber % slowEveryTicks === 0 ? 'recent' : 'brief';
}
