import { Injectable } from '@nestjs/common';
import {
  evaluationPersonMerge,
  type MergeService,
  mergeServices,
  affairsPersonMerge,
  notificationPersonMerge,
  type PersonMergeDone,
  settlementPersonMerge,
  sharingPersonMerge,
} from '@gongxiang/contracts/words/person-merge';
import {
  Consumer,
  Consumes,
  continuePersonMerge,
  OnDue,
  personMergeDue,
  type PersonMergeSteps,
  Push,
  scheduleFirstLook,
  undoPersonMerge,
} from '@gongxiang/messaging/events';
import { type PersonMerge, type Transaction } from '@gongxiang/persistence';
import type { MemberMergeRow } from './member-merge.entity.js';
import { MemberMergeRepository } from './member-merge.repository.js';
import { MemberNews } from '../member/member-news.js';
import { MergeSteps } from './merge-steps.js';

/** Follows how far each service is, its own among them; with the last one a merge is applied, or undone. */
@Consumer('member-merge-consumer')
@Injectable()
export class MergeProgress {
  constructor(
    private readonly merges: MemberMergeRepository,
    private readonly steps: MergeSteps,
    private readonly push: Push,
    private readonly news: MemberNews,
  ) {}

  @Consumes(sharingPersonMerge.applied)
  sharingApplied(tx: Transaction, done: PersonMergeDone): Promise<void> {
    return this.record(tx, 'sharing', 'apply', done);
  }

  @Consumes(settlementPersonMerge.applied)
  settlementApplied(tx: Transaction, done: PersonMergeDone): Promise<void> {
    return this.record(tx, 'settlement', 'apply', done);
  }

  @Consumes(evaluationPersonMerge.applied)
  evaluationApplied(tx: Transaction, done: PersonMergeDone): Promise<void> {
    return this.record(tx, 'evaluation', 'apply', done);
  }

  @Consumes(notificationPersonMerge.applied)
  notificationApplied(tx: Transaction, done: PersonMergeDone): Promise<void> {
    return this.record(tx, 'notification', 'apply', done);
  }

  @Consumes(affairsPersonMerge.applied)
  affairsApplied(tx: Transaction, done: PersonMergeDone): Promise<void> {
    return this.record(tx, 'affairs', 'apply', done);
  }

  @Consumes(sharingPersonMerge.undone)
  sharingUndone(tx: Transaction, done: PersonMergeDone): Promise<void> {
    return this.record(tx, 'sharing', 'undo', done);
  }

  @Consumes(settlementPersonMerge.undone)
  settlementUndone(tx: Transaction, done: PersonMergeDone): Promise<void> {
    return this.record(tx, 'settlement', 'undo', done);
  }

  @Consumes(evaluationPersonMerge.undone)
  evaluationUndone(tx: Transaction, done: PersonMergeDone): Promise<void> {
    return this.record(tx, 'evaluation', 'undo', done);
  }

  @Consumes(notificationPersonMerge.undone)
  notificationUndone(tx: Transaction, done: PersonMergeDone): Promise<void> {
    return this.record(tx, 'notification', 'undo', done);
  }

  @Consumes(affairsPersonMerge.undone)
  affairsUndone(tx: Transaction, done: PersonMergeDone): Promise<void> {
    return this.record(tx, 'affairs', 'undo', done);
  }

  @OnDue(personMergeDue)
  look(tx: Transaction, key: string, payload: unknown): Promise<void> {
    return continuePersonMerge(tx, this.own, { key, payload });
  }

  /** Plans to look again for what calls under way write under the old id. */
  lookAgain(tx: Transaction, merge: PersonMerge): Promise<void> {
    return scheduleFirstLook(tx, merge);
  }

  undoOwn(tx: Transaction, merge: PersonMerge): Promise<void> {
    return undoPersonMerge(tx, this.own, { ...merge, version: 1 });
  }

  /** The page of those who proposed and decided shows how far it is. */
  private hint(tx: Transaction, { id, version, proposedBy, decidedBy }: MemberMergeRow): void {
    this.push.hint(tx, [proposedBy, decidedBy ?? proposedBy], { resource: 'memberMerge', id, version });
  }

  private get own(): PersonMergeSteps {
    const { steps } = this;
    return {
      plan: steps.plan,
      move: (tx, merge) => steps.move(tx, merge),
      warnings: (tx, asked) => steps.warnings(tx, asked),
      acknowledge: (tx, step, done) => this.record(tx, 'membership', step, done),
    };
  }

  private async record(
    tx: Transaction,
    service: MergeService,
    step: 'apply' | 'undo',
    { mergeId, counts }: PersonMergeDone,
  ): Promise<void> {
    const before = await this.merges.lockById(tx, mergeId);
    if (before === null) return;
    this.hint(tx, before);
    const done = await this.merges.addPart(tx, { mergeId, step, service, counts, doneAt: tx.now });
    const waits = step === 'apply' ? 'applying' : 'undoing';
    if (before.state !== waits || mergeServices.some((one) => !done.includes(one))) return;
    const state = step === 'apply' ? 'applied' : 'undone';
    const row = { ...before, state, version: before.version + 1 } as const;
    await this.merges.update(tx, row);
    tx.audit({ noun: 'memberMerge', id: row.id, before: { state: before.state }, after: { state } });
    await this.tell(tx, row);
  }

  /** Of a merge its person hears once; once it is undone, whoever either record is of. */
  private async tell(tx: Transaction, { id, state, survivorId, mergedId }: MemberMergeRow): Promise<void> {
    const isUndone = state === 'undone';
    const kind = isUndone ? 'recordsParted' : 'recordsMerged';
    for (const personId of isUndone ? [survivorId, mergedId] : [survivorId])
      await this.news.tell(tx, personId, {
        kind,
        cause: `${kind}/${id}`,
        about: { mergeId: id },
        text: 'recordChanged',
      });
  }
}
