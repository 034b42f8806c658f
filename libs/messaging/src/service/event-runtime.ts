import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { NatsConnection } from '@nats-io/transport-node';
import { type Clock, DomainError } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { forgetAnswers, type Look, poolState, sealAudit } from '@gongxiang/persistence';
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
  markSettled,
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
/** What is slower, or less urgent, is done at every tenth turn; the whole of each chain is looked at once an hour. */
const slowTurns = 10;
const wholeTurns = 3_600;
const republishPageRows = 200;
/** Of the reason why a replay failed, in characters. */
const shownReasonMax = 300;

/** Finds what the service's features listen to, and keeps relay, consumers, due work and the audit sealer going. */
@Injectable()
export class EventRuntime implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loops: { start(): void; stop(): Promise<void> }[] = [];
  private relay: Relay | null = null;
  private watch: Watch | null = null;
  private consumers: ConsumerLoop[] = [];
  private housekeeping: NodeJS.Timeout | null = null;
  private houseTurn = 0;
  private house: Promise<void> = Promise.resolve();
  private isHouseBusy = false;
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
    this.housekeeping = setInterval(() => this.nextTurn(), housekeepingMs);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.housekeeping) clearInterval(this.housekeeping);
    await Promise.all([this.house, ...this.loops.map((loop) => loop.stop())]);
    await this.watch?.stop();
    await this.tools.store.nats.close();
    await this.nats.close();
    await this.tools.dataSource.destroy();
  }

  /**
   * Tells every state of a noun anew, a page a transaction, so that others can rebuild their copies.
   * @throws DomainError `NOT_FOUND` for a noun that this service does not tell of
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
   * Handles a dead letter once more; due work falls due at once.
   * @throws DomainError `NOT_FOUND` where none waits; `DEAD_LETTER_FAILED` with the reason where its handler fails again: it goes on waiting
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
        const reason = String(error).slice(0, shownReasonMax);
        throw new DomainError('DEAD_LETTER_FAILED', { params: { reason } });
      }
    }
    await markSettled(this.tools.dataSource, consumer, messageId);
  }

  /** What people should see of this process, in words, though it does its work. */
  warnings(): Readonly<Record<string, string>> {
    const events = this.relay?.warning ?? null;
    return events === null ? {} : { events };
  }

  private instances(): object[] {
    const wrappers = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    const found = wrappers.map((wrapper) => wrapper.instance as unknown);
    return [...new Set(found.filter((one): one is object => typeof one === 'object' && one !== null))];
  }

  /** What this service hears, as the deployment has to provide it: in tests, where there is no deployment. */
  plannedConsumers(): ConsumerPlan[] {
    return [...this.boundByConsumer()].map(([name, bound]) =>
      consumerPlan(
        name,
        this.service,
        bound.map((one) => one.contract.subject),
      ),
    );
  }

  /** One loop per consumer class and service that it listens to, as a JetStream consumer belongs to one stream. */
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

  private nextTurn(): void {
    if (this.isHouseBusy) return; // the last turn hangs on an outage: another beside it would help nobody
    this.isHouseBusy = true;
    this.house = this.keepHouse().finally(() => (this.isHouseBusy = false));
  }

  private async keepHouse(): Promise<void> {
    const turn = this.houseTurn;
    this.houseTurn += 1;
    try {
      const { dataSource, metrics } = this.tools;
      for (const [state, count] of Object.entries(poolState(dataSource))) {
        metrics.poolConnections.set({ state }, count);
      }
      const look = lookOf(turn);
      await sealAudit(dataSource, this.clock.now(), look);
      for (const seal of this.sealers) await seal(dataSource, this.clock.now(), look);
      await this.relay?.tidy();
      metrics.deadLetters.set(await countDeadLetters(dataSource));
      if (turn % slowTurns === 0) await this.keepHouseSlowly();
    } catch (error) {
      this.tools.logger.warn({ reason: String(error) }, 'housekeeping failed and will be tried again');
    }
  }

  private async keepHouseSlowly(): Promise<void> {
    await forgetAnswers(this.tools.dataSource, this.clock.now());
    await tidyInbox(this.tools.dataSource, this.clock.now());
    for (const consumer of this.consumers) await consumer.measure();
    await this.watch?.look();
  }
}

function lookOf(turn: number): Look {
  if (turn % wholeTurns === 0) return 'whole';
  return turn % slowTurns === 0 ? 'recent' : 'brief';
}
