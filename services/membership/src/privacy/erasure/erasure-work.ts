import { Inject, Injectable } from '@nestjs/common';
import { membershipEvents, type MemberState } from '@gongxiang/contracts/membership/membership-events';
import {
  type ErasureObstacle,
  evaluationErasure,
  affairsErasure,
  notificationErasure,
  type PersonErasureDone,
  personErasureEvents,
  settlementErasure,
  sharingErasure,
} from '@gongxiang/contracts/words/person-erasure';
import { mergeServices, type MergeService } from '@gongxiang/contracts/words/person-merge';
import {
  applyErasure,
  Consumer,
  Consumes,
  eraseFromStream,
  eraseNumbered,
  erasureObstaclesOf,
  eventsInStream,
  OnDue,
  recordEvent,
  schedule,
  unschedule,
} from '@gongxiang/messaging/events';
import type { Store } from '@gongxiang/messaging/files';
import { LOGGER, STORE } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { erasedName, lockMerges, type Transaction, Transactions } from '@gongxiang/persistence';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { ErasureSteps } from './erasure-steps.js';
import type { ErasureRow } from './erasure.entity.js';
import { dueErasureStep, isComplete, nextErasureState } from './erasure.model.js';
import { ErasureRepository } from './erasure.repository.js';

/** Comes to the time at which an erasure begins. */
export const erasureKind = 'person-erasure';
/** Removes what the stream of this service still has of a person. */
const streamKind = 'person-erasure-stream';
const retryMs = 600_000;

const ownService: MergeService = 'membership';
const others = mergeServices.filter((service) => service !== ownService);

/** Carries an erasure out: here, then in every other service, and last in the events of this one. */
@Consumer('person-erasure-consumer')
@Injectable()
export class ErasureWork {
  constructor(
    private readonly transactions: Transactions,
    private readonly erasures: ErasureRepository,
    private readonly steps: ErasureSteps,
    private readonly people: PersonRepository,
    private readonly texts: TextMessageSender,
    @Inject(STORE) private readonly store: Store,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Consumes(sharingErasure.applied)
  sharingApplied(tx: Transaction, done: PersonErasureDone): Promise<void> {
    return this.record(tx, 'sharing', done);
  }

  @Consumes(settlementErasure.applied)
  settlementApplied(tx: Transaction, done: PersonErasureDone): Promise<void> {
    return this.record(tx, 'settlement', done);
  }

  @Consumes(evaluationErasure.applied)
  evaluationApplied(tx: Transaction, done: PersonErasureDone): Promise<void> {
    return this.record(tx, 'evaluation', done);
  }

  @Consumes(notificationErasure.applied)
  notificationApplied(tx: Transaction, done: PersonErasureDone): Promise<void> {
    return this.record(tx, 'notification', done);
  }

  @Consumes(affairsErasure.applied)
  affairsApplied(tx: Transaction, done: PersonErasureDone): Promise<void> {
    return this.record(tx, 'affairs', done);
  }

  @OnDue(erasureKind)
  async begin(tx: Transaction, id: string): Promise<void> {
    await lockMerges(tx);
    const row = await this.erasures.lockById(tx, id);
    const step = row && dueErasureStep(row, tx.now);
    if (row === null || step === null) return;
    // Nobody has confirmed it, so its person has not heard of it either.
    if (step === 'lapse') return this.end(tx, row, row.obstacles);
    const obstacles = await this.inTheWay(tx, row.personId);
    if (obstacles.length > 0) return this.lapse(tx, row, obstacles);
    const part = await applyErasure(tx, this.steps, row);
    await this.erasures.savePart(tx, { erasureId: id, service: ownService, ...part, doneAt: null });
    await this.steps.publish(tx, row.personId);
    await recordEvent(tx, personErasureEvents.erased, row.personId, {
      erasureId: id,
      personId: row.personId,
    });
    // The row as it was before has the words that were just erased.
    await this.save(tx, row, { state: nextErasureState(row.state, 'begin'), note: null, refusal: null });
  }

  /**
   * Removes the events with values of the person. NATS is asked after the commit; the work stays due until it is done,
   * so that a crash in between is retried.
   */
  @OnDue(streamKind)
  async eraseEvents(tx: Transaction, id: string): Promise<void> {
    const row = await this.erasures.lockById(tx, id);
    if (row?.state !== 'erasing') return;
    const ids = new Set(await this.erasures.idsOf(tx, row.personId));
    await this.scheduleEvents(tx, id, retryMs);
    tx.afterCommit(() => void this.emptyStream(id, ids));
  }

  /** Never throws: nobody awaits it, and the due work retries it. */
  private async emptyStream(id: string, ids: ReadonlySet<string>): Promise<void> {
    try {
      // The last state has no values, and puts right whatever copy an earlier one has reached late.
      const isErased = ({ personId, maskedName }: MemberState): boolean =>
        ids.has(personId) && maskedName !== erasedName;
      await eraseFromStream(this.store, membershipEvents.memberChanged, isErased);
      await this.eraseLists(isErased);
      await this.transactions.system(continueTrace(undefined), (tx) => this.finish(tx, id));
    } catch (error) {
      this.logger.warn(
        { erasureId: id, reason: String(error) },
        'events of a person are left for another try',
      );
    }
  }

  /**
   * Events about many members go as a whole, as the stream changes none. All others in them are told anew as they are now: a consumer that
   * is behind would never hear of them.
   */
  private async eraseLists(isErased: (state: MemberState) => boolean): Promise<void> {
    const { membersChanged } = membershipEvents;
    const numbers: number[] = [];
    const others = new Set<string>();
    for await (const { seq, data } of eventsInStream(this.store, membersChanged)) {
      if (!data.members.some(isErased)) continue;
      numbers.push(seq);
      for (const state of data.members) if (!isErased(state)) others.add(state.personId);
    }
    await this.transactions.system(continueTrace(undefined), (tx) =>
      this.steps.publishAgain(tx, [...others]),
    );
    await eraseNumbered(this.store, membersChanged, numbers);
  }

  private async finish(tx: Transaction, id: string): Promise<void> {
    const row = await this.erasures.lockById(tx, id);
    if (row?.state !== 'erasing') return;
    await this.erasures.deleteTold(tx, row.personId);
    await unschedule(tx, streamKind, id);
    const parts = await this.erasures.partsOf(tx, [id]);
    for (const part of parts.filter(({ service }) => service === ownService))
      await this.erasures.savePart(tx, { ...part, doneAt: tx.now });
    await this.save(tx, row, { state: nextErasureState(row.state, 'finish'), endedAt: tx.now });
  }

  private async record(tx: Transaction, service: MergeService, done: PersonErasureDone): Promise<void> {
    const { erasureId, erased, kept } = done;
    const row = await this.erasures.lockById(tx, erasureId);
    if (row?.state !== 'erasing') return;
    await this.erasures.savePart(tx, { erasureId, service, erased, kept, doneAt: tx.now });
    // Last of all, so that whoever had yet to read an event has read it.
    if (isComplete(await this.erasures.partsOf(tx, [erasureId]), others))
      await this.scheduleEvents(tx, erasureId, 0);
  }

  /** They are a member again, hold an office, or are another record by now: nothing happens, and they are told. */
  private async lapse(
    tx: Transaction,
    row: ErasureRow,
    obstacles: readonly ErasureObstacle[],
  ): Promise<void> {
    await this.end(tx, row, obstacles);
    const person = await this.people.findById(tx, row.personId);
    if (person !== null) await this.texts.tell(tx, person, 'erasureLapsed');
  }

  private end(tx: Transaction, row: ErasureRow, obstacles: readonly ErasureObstacle[]): Promise<void> {
    const state = nextErasureState(row.state, 'lapse');
    return this.save(tx, row, { state, obstacles: [...obstacles], endedAt: tx.now });
  }

  /** In this service alone: of a merged record, that it is one. */
  private async inTheWay(tx: Transaction, personId: string): Promise<ErasureObstacle[]> {
    if (await this.erasures.isMerged(tx, personId)) return ['merge'];
    const { obstacles } = await erasureObstaclesOf(tx, this.steps, personId);
    return obstacles.map(({ obstacle }) => obstacle);
  }

  private scheduleEvents(tx: Transaction, id: string, inMs: number): Promise<void> {
    return schedule(tx, { kind: streamKind, key: id, at: new Date(tx.now.getTime() + inMs) });
  }

  private async save(tx: Transaction, before: ErasureRow, to: Partial<ErasureRow>): Promise<void> {
    const row = { ...before, ...to, version: before.version + 1 };
    await this.erasures.update(tx, row);
    tx.audit({ noun: 'erasure', id: row.id, before: { state: before.state }, after: { state: row.state } });
    await awaitsMayChange(tx, 'erasure', row.id);
  }
}
