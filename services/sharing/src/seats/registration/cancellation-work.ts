import { Injectable } from '@nestjs/common';
import type {
  CancelRegistrationRequest,
  RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { DomainError } from '@gongxiang/domain';
import { ExistingResult, requireVersion, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { answersOfHeads } from '@gongxiang/domain/forms';
import { requireNotStarted } from './eligibility.model.js';
import type { RegistrationRow } from './registration.entity.js';
import { requireUnredeemed } from './redeemed-heads.js';
import { RegistrationReader } from './registration-reader.js';
import { RegistrationRepository } from './registration.repository.js';
import { SeatingService } from './seating.service.js';
import { SignUpData } from './sign-up-data.js';

/** Changes of a registration under the lock of its activity. */
@Injectable()
export class CancellationWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly registrations: RegistrationRepository,
    private readonly reader: RegistrationReader,
    private readonly seating: SeatingService,
    private readonly data: SignUpData,
  ) {}

  async cancel(
    tx: Transaction,
    activityId: string,
    request: CancelRegistrationRequest,
  ): Promise<RegistrationView | ExistingResult<RegistrationView>> {
    const activity = await this.activities.lockById(tx, activityId);
    // Read again under the lock: it may have been promoted or cancelled since.
    const row = await this.registrations.findById(tx, request.registrationId);
    if (activity === null || row === null) throw new DomainError('NOT_FOUND');
    const pool = await this.reader.authorisedPool(tx, activity, row, actions.cancelRegistration);
    if (row.state === 'cancelled') return new ExistingResult(await this.reader.view(tx, row, pool));
    // People may give back their own seat in any version; an officer must have seen the version they cancel.
    if (row.personId !== tx.personId || tx.call.ifMatch !== null) requireVersion(tx, row.version);
    requireNotStarted(activity, tx.now);
    const { companions = null } = request;
    await requireUnredeemed(tx, row, companions === null ? 0 : row.heads - companions);
    const released = await this.release(tx, row, companions);
    return this.reader.view(tx, released, pool);
  }

  /**
   * Frees exactly the heads given back, deletes their data, and promotes the waitlist.
   * @param companions how many to give back, the last named first; null for the whole registration
   */
  async release(
    tx: Transaction,
    before: RegistrationRow,
    companions: number | null,
  ): Promise<RegistrationRow> {
    const row = this.released(before, companions);
    await this.registrations.update(tx, row);
    await this.registrations.dropCompanions(tx, row, row.state === 'cancelled' ? 0 : row.heads - 1);
    await this.seating.publishChanges(tx, [row], before.state);
    await this.seating.promoteWaitlist(tx, { activityId: row.activityId, id: row.poolId });
    return row;
  }

  private released(row: RegistrationRow, companions: number | null): RegistrationRow {
    const version = row.version + 1;
    if (companions === null)
      return {
        ...row,
        version,
        state: 'cancelled',
        offerExpiresAt: null,
        sealedAnswers: null,
        guardianConsentAt: null,
      };
    if (companions >= row.heads) {
      throw new DomainError('COMPANIONS_NOT_THERE', {
        pointer: '/companions',
        params: { companions: row.heads - 1 },
      });
    }
    const heads = row.heads - companions;
    const answers = answersOfHeads(this.data.openAnswers(row, row.sealedAnswers), heads);
    return { ...row, version, heads, sealedAnswers: this.data.sealAnswers(row, answers) };
  }
}
