import { Injectable } from '@nestjs/common';
import { DomainError, isWithin } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../agreements/activity/activity.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { SubsidyApplicationRepository } from './subsidy-application.repository.js';
import type { SubsidyApplicationRow, SubsidyProgrammeRow } from './subsidy-programme.entity.js';

/** Checks who may apply, and for which activity. */
@Injectable()
export class SubsidyApplicantRules {
  constructor(
    private readonly applications: SubsidyApplicationRepository,
    private readonly references: ReferenceRepository,
    private readonly activities: ActivityRepository,
  ) {}

  /**
   * The caller holds the programme's lock, so that no two applications for one activity are made concurrently.
   * @throws DomainError 422 `SUBSIDY_NOT_BELOW`, `SUBSIDY_SIZE_NOT_MEANT`, `SUBSIDY_ACTIVITY_NOT_OWN`; 409
   *   `SUBSIDY_ACTIVITY_TWICE`
   */
  async check(tx: Transaction, programme: SubsidyProgrammeRow, row: SubsidyApplicationRow): Promise<void> {
    const giver = await this.references.union(tx, programme.unionId);
    const applicant = await this.references.union(tx, row.unionId, '/unionId');
    if (giver.id === applicant.id || !isWithin(applicant.path, giver.path))
      throw new DomainError('SUBSIDY_NOT_BELOW', { pointer: '/unionId' });
    const { sizeClasses } = programme;
    if (sizeClasses.length > 0 && !sizeClasses.includes(applicant.sizeClass ?? ''))
      throw new DomainError('SUBSIDY_SIZE_NOT_MEANT', { pointer: '/unionId' });
    if (row.activityId === null) return;
    // A club has no money of its own, so its activity counts as its union's.
    const activity = await this.activities.activity(tx, row.activityId, '/activityId');
    if (activity.unionId !== row.unionId)
      throw new DomainError('SUBSIDY_ACTIVITY_NOT_OWN', { pointer: '/activityId' });
    if (await this.applications.isTaken(tx, row))
      throw new DomainError('SUBSIDY_ACTIVITY_TWICE', { pointer: '/activityId' });
  }
}
