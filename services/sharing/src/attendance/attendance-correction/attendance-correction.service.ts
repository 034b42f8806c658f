import { Injectable } from '@nestjs/common';
import {
  attendanceCorrectionContract,
  type AttendanceCorrectionView,
  type CorrectionIdRequest,
  type ProposeCorrectionRequest,
  type RefuseCorrectionRequest,
} from '@gongxiang/contracts/sharing/attendance/attendance-correction.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ClosingWork } from '../closing-work.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { CorrectionAccess } from './correction-access.js';
import { CorrectionDrafts } from './correction-drafts.js';
import { requireClosed, requireDecider, requireWaiting } from './attendance-correction.model.js';
import type { FoundCorrection } from './attendance-correction.repository.js';

/** Corrects attendance after the close: one person proposes, another decides; each approval is a new fact. */
@Injectable()
export class AttendanceCorrectionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: CorrectionDrafts,
    private readonly closing: ClosingWork,
    private readonly access: CorrectionAccess,
    private readonly notices: NoticeWriter,
  ) {}

  @Handles(attendanceCorrectionContract.propose)
  propose(request: ProposeCorrectionRequest, call: CallContext): Promise<Outcome<AttendanceCorrectionView>> {
    const { propose } = attendanceCorrectionContract;
    return this.transactions.command(call, propose, request, async (tx) => {
      const activity = await this.access.lockActivity(tx, request.activityId);
      this.access.authorise(tx, activity, actions.correctAttendance);
      requireClosed(activity.state);
      const { id } = await this.drafts.add(tx, activity, request);
      return this.access.recordStep(tx, activity, id, null);
    });
  }

  /** The new fact is published like those of the close, with the new count and hash of all. */
  @Handles(attendanceCorrectionContract.approve)
  approve(request: CorrectionIdRequest, call: CallContext): Promise<Outcome<AttendanceCorrectionView>> {
    const { approve } = attendanceCorrectionContract;
    return this.transactions.command(call, approve, request, async (tx) => {
      const { before, activity } = await this.access.lock(tx, request.correctionId);
      this.access.authorise(tx, activity, actions.decideCorrection);
      requireVersion(tx, before.version);
      requireDecider(before, tx.personId, 'approved');
      await this.access.decide(tx, before, { state: 'approved', refusal: null });
      await this.closing.correct(tx, activity, { ...before, correctionId: before.id });
      await this.notify(tx, before);
      return this.access.recordStep(tx, activity, before.id, before);
    });
  }

  @Handles(attendanceCorrectionContract.refuse)
  refuse(request: RefuseCorrectionRequest, call: CallContext): Promise<Outcome<AttendanceCorrectionView>> {
    const { refuse } = attendanceCorrectionContract;
    return this.transactions.command(call, refuse, request, async (tx) => {
      const { before, activity } = await this.access.lock(tx, request.correctionId);
      this.access.authorise(tx, activity, actions.decideCorrection);
      requireVersion(tx, before.version);
      requireDecider(before, tx.personId, 'refused');
      await this.access.decide(tx, before, { state: 'refused', refusal: request.reason });
      return this.access.recordStep(tx, activity, before.id, before);
    });
  }

  @Handles(attendanceCorrectionContract.withdraw)
  withdraw(request: CorrectionIdRequest, call: CallContext): Promise<Outcome<AttendanceCorrectionView>> {
    const { withdraw } = attendanceCorrectionContract;
    return this.transactions.command(call, withdraw, request, async (tx) => {
      const { before, activity } = await this.access.lock(tx, request.correctionId);
      this.access.authorise(tx, activity, actions.correctAttendance);
      if (before.proposedBy !== tx.personId) throw new DomainError('NOT_PERMITTED');
      requireVersion(tx, before.version);
      requireWaiting(before, 'withdrawn');
      await this.access.decide(tx, before, { state: 'withdrawn', refusal: null });
      return this.access.recordStep(tx, activity, before.id, before);
    });
  }

  /** The person is notified of their corrected attendance and the reason. */
  private async notify(
    tx: Transaction,
    { id, activityId, personId, reason }: FoundCorrection,
  ): Promise<void> {
    const cause = `attendance-correction/${id}`;
    const about = { kind: 'attendanceCorrected', why: 'concerned' } as const;
    await this.notices.write(tx, [
      { ...about, personIds: [personId], about: { activityId }, cause, values: { reason } },
    ]);
  }
}
