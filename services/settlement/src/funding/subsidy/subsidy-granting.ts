import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { subsidyAwaitsDue } from '../awaits-due.js';
import { SubsidyApplicationRepository } from './subsidy-application.repository.js';
import { daysLater, reportDueAt } from './subsidy-award.model.js';
import { ProgrammeAccess } from './programme-access.js';
import { nextApplicationState, nextProgrammeState } from './subsidy-life.model.js';
import type { SubsidyApplicationRow, SubsidyProgrammeRow } from './subsidy-programme.entity.js';
import type { SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';

/** Due work of a report: a week before the deadline, and at the deadline. */
export const reportSoonDue = 'subsidy-report-soon';
export const reportDue = 'subsidy-report';
const remindDays = 7;

/** Creates subsidies from the awards of a round. */
@Injectable()
export class SubsidyGranting {
  constructor(
    private readonly applications: SubsidyApplicationRepository,
    private readonly subsidies: SubsidyRepository,
    private readonly programmeAccess: ProgrammeAccess,
  ) {}

  /** The awards of the current round. */
  awardsOf(tx: Transaction, programme: SubsidyProgrammeRow): Promise<SubsidyApplicationRow[]> {
    return this.applications.ofRound(tx, programme, ['proposed']);
  }

  /** The awards that everybody may read, during the public notice and afterwards. */
  async publishedOf(tx: Transaction, programme: SubsidyProgrammeRow): Promise<SubsidyApplicationRow[]> {
    const isPublic = programme.state === 'notice' || programme.state === 'closed';
    return isPublic ? this.applications.ofRound(tx, programme, ['proposed', 'granted']) : [];
  }

  /** Offers every award of the round to its receiver, and closes the programme. */
  async grantAwards(tx: Transaction, programme: SubsidyProgrammeRow): Promise<SubsidyProgrammeRow> {
    for (const row of await this.applications.ofRound(tx, programme, ['rejected']))
      await this.programmeAccess.saveApplication(tx, row, {
        state: nextApplicationState(row.state, 'turnDown'),
      });
    for (const row of await this.awardsOf(tx, programme)) {
      await this.programmeAccess.saveApplication(tx, row, {
        state: nextApplicationState(row.state, 'grant'),
      });
      await this.offer(tx, programme, row);
    }
    const state = nextProgrammeState(programme.state, 'finish');
    return this.programmeAccess.saveProgramme(tx, programme, { state, approvedBy: programme.approvedBy });
  }

  private async offer(
    tx: Transaction,
    programme: SubsidyProgrammeRow,
    application: SubsidyApplicationRow,
  ): Promise<void> {
    const { approvedBy } = programme;
    if (approvedBy === null) throw new Error(`nobody has approved the awards of ${programme.id}`);
    const dueAt = reportDueAt(application.useUntil, programme.reportDays);
    const row: SubsidyRow = {
      id: newId(),
      version: 1,
      programmeId: programme.id,
      applicationId: application.id,
      giverUnionId: programme.unionId,
      receiverUnionId: application.unionId,
      activityId: application.activityId,
      title: application.title,
      payment: programme.payment,
      percent: programme.percent,
      grantedFen: application.awardFen ?? 0n,
      drawnFen: 0n,
      returnedFen: 0n,
      state: 'offered',
      reportDueAt: dueAt,
      remindedAt: null,
      overdueAt: null,
      approvedBy,
      acceptedBy: null,
      acceptedAt: null,
      bankReference: null,
      sentBy: null,
      sentAt: null,
      receivedBy: null,
      receivedAt: null,
      entryId: null,
      report: null,
      reportedBy: null,
      reportedAt: null,
      reviewedBy: null,
      reason: null,
      createdAt: tx.now,
    };
    await this.subsidies.insert(tx, row);
    await schedule(tx, { kind: reportSoonDue, key: row.id, at: daysLater(dueAt, -remindDays) });
    await schedule(tx, { kind: reportDue, key: row.id, at: dueAt });
    await awaitsMayChange(tx, subsidyAwaitsDue, row.id);
    tx.audit({
      noun: 'subsidy',
      id: row.id,
      after: { state: row.state, grantedFen: String(row.grantedFen) },
    });
  }
}
