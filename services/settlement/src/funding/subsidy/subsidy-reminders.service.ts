import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import {
  type NotificationAudience,
  type NotificationDraft,
  MoneyNotifications,
} from '../../reference/money-notifications.js';
import { SubsidyDesk } from './subsidy-desk.service.js';
import { SubsidyKeeper } from './subsidy-keeper.service.js';
import type { SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';

/** What happens by itself while a report on what was given is awaited. */
@Injectable()
export class SubsidyReminders {
  constructor(
    private readonly subsidies: SubsidyRepository,
    private readonly keeper: SubsidyKeeper,
    private readonly desk: SubsidyDesk,
    private readonly notifications: MoneyNotifications,
  ) {}

  /** A week before: tells the open pages of both sides, calls whoever got it, and notes it. */
  async reportSoon(tx: Transaction, subsidyId: string): Promise<void> {
    const row = await this.subsidies.lock(tx, subsidyId);
    if (row === null || !isAwaited(row) || row.remindedAt !== null) return;
    await this.keeper.save(tx, row, { remindedAt: tx.now });
    await this.notifications.notify(tx, callOf(row, 'subsidyReportDue'), await this.receiver(tx, row));
  }

  /** From here on what was not reported on may be claimed back: whoever may do that is called, too. */
  async overdue(tx: Transaction, subsidyId: string): Promise<void> {
    const row = await this.subsidies.lock(tx, subsidyId);
    if (row === null || !isAwaited(row) || row.overdueAt !== null) return;
    await this.keeper.save(tx, row, { overdueAt: tx.now });
    const giver = { rule: actions.clawBackSubsidy, paths: await this.desk.pathsOf(tx, [row.giverUnionId]) };
    await this.notifications.notify(
      tx,
      callOf(row, 'subsidyReportOverdue'),
      await this.receiver(tx, row),
      giver,
    );
  }

  private async receiver(tx: Transaction, { receiverUnionId }: SubsidyRow): Promise<NotificationAudience> {
    return { rule: actions.useSubsidy, paths: await this.desk.pathsOf(tx, [receiverUnionId]) };
  }
}

/** It has been offered, and nothing was reported yet: also what nobody accepted or paid in time is looked at. */
function isAwaited({ state }: SubsidyRow): boolean {
  return state === 'active' || state === 'accepted' || state === 'offered';
}

function callOf(row: SubsidyRow, kind: NotificationDraft['kind']): NotificationDraft {
  const { id: aboutId, title, grantedFen: amount, reportDueAt: until } = row;
  return { kind, aboutId, title, amount, until };
}
