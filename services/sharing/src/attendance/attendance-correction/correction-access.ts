import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  attendanceCorrectionContract,
  type AttendanceCorrectionView,
  type CorrectionIdRequest,
  type ListCorrectionsRequest,
} from '@gongxiang/contracts/sharing/attendance/attendance-correction.contract';
import { type ActionRule, type CallContext, DomainError, mayDo } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../../activities/actions.js';
import { actions } from '../actions.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { RoleHints } from '../../reference/role-hints.js';
import { AttendanceCorrectionRepository, type FoundCorrection } from './attendance-correction.repository.js';
import { correctionViewOf } from './attendance-correction.view.js';
import { correctionAwaitsMayChange } from './correction-awaits.js';

/** Access to the corrections of an activity, their views, and the records of each step. */
@Injectable()
export class CorrectionAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly corrections: AttendanceCorrectionRepository,
    private readonly hints: RoleHints,
  ) {}

  @Handles(attendanceCorrectionContract.get)
  get({ correctionId }: CorrectionIdRequest, call: CallContext): Promise<AttendanceCorrectionView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(activitiesActions.seeActivity, {});
      const row = await this.corrections.findById(tx, correctionId);
      const activity = row && (await this.activities.find(tx, row.activityId));
      if (row === null || activity === null) throw new DomainError('NOT_FOUND');
      this.authorise(tx, activity, actions.correctAttendance);
      return correctionViewOf(row, readerOf(tx, activity));
    });
  }

  @Handles(attendanceCorrectionContract.list)
  list(request: ListCorrectionsRequest, call: CallContext): Promise<Page<AttendanceCorrectionView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(activitiesActions.seeActivity, {});
      const activity = await this.activities.find(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      this.authorise(tx, activity, actions.correctAttendance);
      const rows = await this.corrections.ofActivity(tx, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      const reader = readerOf(tx, activity);
      return { ...page, items: page.items.map((row) => correctionViewOf(row, reader)) };
    });
  }

  /**
   * It is the organiser's record, regardless of co-hosts. @throws DomainError `NOT_PERMITTED`, for a draft
   * `NOT_FOUND`
   */
  authorise(tx: Transaction, activity: ActivityRow, rule: ActionRule): void {
    tx.authorise(rule, { paths: [activity.unionPath], visible: activity.publishedAt !== null });
  }

  lockActivity(tx: Transaction, id: string): Promise<ActivityRow> {
    return this.activities.lock(tx, id);
  }

  /** Read again under the lock of its activity: somebody may have decided since. */
  async lock(tx: Transaction, id: string): Promise<{ before: FoundCorrection; activity: ActivityRow }> {
    tx.authorise(activitiesActions.seeActivity, {});
    const seen = await this.corrections.findById(tx, id);
    if (seen === null) throw new DomainError('NOT_FOUND');
    const activity = await this.activities.lock(tx, seen.activityId);
    const before = await this.corrections.findById(tx, id);
    if (before === null) throw new DomainError('NOT_FOUND');
    return { before, activity };
  }

  decide(
    tx: Transaction,
    before: FoundCorrection,
    decision: Pick<FoundCorrection, 'state' | 'refusal'>,
  ): Promise<void> {
    return this.corrections.decide(tx, before, { ...decision, decidedBy: tx.personId, decidedAt: tx.now });
  }

  /** The audit records the change and the person; the reasons, which may name people, stay out of it. */
  async recordStep(
    tx: Transaction,
    activity: ActivityRow,
    id: string,
    before: FoundCorrection | null,
  ): Promise<AttendanceCorrectionView> {
    const after = await this.corrections.findById(tx, id);
    if (after === null) throw new DomainError('NOT_FOUND');
    tx.audit({
      noun: 'attendanceCorrection',
      id,
      before: before && auditOf(before),
      after: auditOf(after),
    });
    const hint = { resource: 'attendanceCorrection', id, version: after.version };
    await correctionAwaitsMayChange(tx, id);
    await this.hints.send(tx, hint, { rule: actions.correctAttendance, unionIds: [activity.unionId] });
    return correctionViewOf(after, readerOf(tx, activity));
  }
}

function readerOf(
  { personId, call }: Transaction,
  { unionPath }: ActivityRow,
): { personId: string; decides: boolean } {
  const decides = call.actor !== null && mayDo(call.actor, actions.decideCorrection, { paths: [unionPath] });
  return { personId, decides };
}

function auditOf(row: FoundCorrection): Record<string, unknown> {
  const { activityId, personId, state, heads, unionId } = row;
  return { activityId, personId, state, heads, unionId };
}
