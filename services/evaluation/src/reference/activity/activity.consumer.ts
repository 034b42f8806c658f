import { Injectable } from '@nestjs/common';
import {
  type CostPoolApproved,
  type EntryReversed,
  settlementEvents,
} from '@gongxiang/contracts/settlement/settlement-events';
import {
  type ActivityClosed,
  type ActivityStateData,
  type AttendanceRecorded,
  type LoanStateData,
  sharingEvents,
} from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, Consumes, ConsumesTogether, storeCopies, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { scheduleFactsChanged } from './facts-changed.js';
import {
  ActivityCloseRef,
  ActivityRef,
  AttendanceRef,
  CostRef,
  CostReversal,
  LoanRef,
} from './activity.entity.js';

/** Maintains the copies of activities and of their facts. */
@Consumer('activity-consumer')
@Injectable()
export class ActivityConsumer {
  @ConsumesTogether(sharingEvents.activityChanged, (activity) => activity.id)
  async activityChanged(tx: Transaction, activity: ActivityStateData): Promise<void> {
    tx.send(storeCopy(tx, ActivityRef, activityRefOf(activity)));
    if (activity.state === 'closed') await scheduleFactsChanged(tx, { activityId: activity.id });
  }

  /** Facts are immutable. The newest fact of a person wins, whatever the order or number of deliveries. */
  @Consumes(sharingEvents.attendanceRecorded)
  async attendanceRecorded(tx: Transaction, { activityId, facts }: AttendanceRecorded): Promise<void> {
    tx.send(
      storeCopies(
        tx,
        AttendanceRef,
        facts.map(({ revision: version = 1, ...fact }) => ({ ...fact, version })),
      ),
    );
    await scheduleFactsChanged(tx, { activityId });
  }

  @ConsumesTogether(sharingEvents.activityClosed, (close) => close.activityId)
  async activityClosed(tx: Transaction, close: ActivityClosed): Promise<void> {
    tx.send(storeCopy(tx, ActivityCloseRef, { ...close, closedAt: new Date(close.closedAt) }));
    await scheduleFactsChanged(tx, { activityId: close.activityId });
  }

  @ConsumesTogether(settlementEvents.costPoolApproved, (pool) => pool.costPoolId)
  async costPoolApproved(tx: Transaction, pool: CostPoolApproved): Promise<void> {
    const { costPoolId, version, activityId, total } = pool;
    // A shared bill belongs to no activity, and nothing of it is scored.
    if (activityId === null) return;
    tx.send(storeCopy(tx, CostRef, { costPoolId, version, activityId, totalFen: BigInt(total.amount) }));
    await scheduleFactsChanged(tx, { activityId });
  }

  @Consumes(settlementEvents.entryReversed)
  async costsReversed(tx: Transaction, { sourceId: costPoolId }: EntryReversed): Promise<void> {
    await tx.sql.createQueryBuilder().insert().into(CostReversal).values({ costPoolId }).orIgnore().execute();
    const cost = await tx.sql.findOneBy(CostRef, { costPoolId });
    if (cost !== null) await scheduleFactsChanged(tx, { activityId: cost.activityId });
  }

  @ConsumesTogether(sharingEvents.loanChanged, (loan) => loan.id)
  async loanChanged(tx: Transaction, loan: LoanStateData): Promise<void> {
    tx.send(storeCopy(tx, LoanRef, loanRefOf(loan)));
    await scheduleFactsChanged(tx, { loanId: loan.id });
  }
}

function activityRefOf(activity: ActivityStateData): ActivityRef {
  const { organiser, brand = null, resourceId = null } = activity;
  return {
    ...activity,
    endsAt: new Date(activity.endsAt),
    organiserKind: organiser.kind,
    organiserId: organiser.id,
    resourceId,
    brandId: brand?.id ?? null,
    brandName: brand?.name ?? null,
    brandEdition: brand?.edition ?? null,
  };
}

function loanRefOf(loan: LoanStateData): LoanRef {
  const { title = null, activityId = null, ownerPersonId = null } = loan;
  return {
    ...loan,
    title,
    activityId,
    ownerPersonId,
    startsAt: new Date(loan.startsAt),
    endsAt: new Date(loan.endsAt),
    handedOverAt: instantOf(loan.handedOverAt),
    returnedAt: instantOf(loan.returnedAt),
  };
}

function instantOf(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}
