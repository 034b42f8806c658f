import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import {
  type NotificationAudience,
  type NotificationDraft,
  MoneyNotifications,
} from '../../reference/money-notifications.js';
import { ProgrammeAccess } from './programme-access.js';
import { SubsidyAccess } from './subsidy-access.js';
import type { SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';

/** Reminders while the report on a subsidy is awaited. */
@Injectable()
export class SubsidyReminders {
  constructor(
    private readonly subsidies: SubsidyRepository,
    private readonly subsidyAccess: SubsidyAccess,
    private readonly programmeAccess: ProgrammeAccess,
    private readonly notifications: MoneyNotifications,
  ) {}

  /** A week before the deadline: hints the pages of both sides, notifies the receiver and records the reminder. */
  async reportSoon(tx: Transaction, subsidyId: string): Promise<void> {
    const row = await this.subsidies.lock(tx, subsidyId);
    if (row === null || !isAwaited(row) || row.remindedAt !== null) return;
    await this.subsidyAccess.save(tx, row, { remindedAt: tx.now });
    await this.notifications.notify(
      tx,
      notificationOf(row, 'subsidyReportDue'),
      await this.receiver(tx, row),
    );
  }

  /** From the deadline on an unreported subsidy may be claimed back, so those who may do that are notified too. */
  async overdue(tx: Transaction, subsidyId: string): Promise<void> {
    const row = await this.subsidies.lock(tx, subsidyId);
    if (row === null || !isAwaited(row) || row.overdueAt !== null) return;
    await this.subsidyAccess.save(tx, row, { overdueAt: tx.now });
    const giver = {
      rule: actions.clawBackSubsidy,
      paths: await this.programmeAccess.pathsOf(tx, [row.giverUnionId]),
    };
    await this.notifications.notify(
      tx,
      notificationOf(row, 'subsidyReportOverdue'),
      await this.receiver(tx, row),
      giver,
    );
  }

  private async receiver(tx: Transaction, { receiverUnionId }: SubsidyRow): Promise<NotificationAudience> {
    return { rule: actions.useSubsidy, paths: await this.programmeAccess.pathsOf(tx, [receiverUnionId]) };
  }
}

/** Whether it was offered and is not reported on yet, including subsidies not accepted or paid in time. */
function isAwaited({ state }: SubsidyRow): boolean {
  return state === 'active' || state === 'accepted' || state === 'offered';
}

function notificationOf(row: SubsidyRow, kind: NotificationDraft['kind']): NotificationDraft {
  const { id: aboutId, title, grantedFen: amount, reportDueAt: until } = row;
  return { kind, aboutId, title, amount, until };
}
