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
import { stayingHeads, unmovedHeads } from './companions.model.js';
import { requireNotStarted } from './eligibility.model.js';
import type { SeatCause } from './belonging.model.js';
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
    const staying = request.companions
      ? stayingHeads(await this.registrations.companions(tx, row), request.companions)
      : null;
    // A coupon goes by the number of its head, so one that was redeemed also binds those before it.
    await requireUnredeemed(tx, row, staying === null ? 0 : unmovedHeads(staying));
    const released = await this.release(tx, row, staying);
    return this.reader.view(tx, released, pool);
  }

  /**
   * Frees exactly the heads given back, deletes their data, and promotes the waitlist.
   * @param staying the heads that still come; null for the whole registration
   * @param cause the rule that takes it from somebody who moved
   */
  async release(
    tx: Transaction,
    before: RegistrationRow,
    staying: readonly number[] | null,
    cause: SeatCause | null = null,
  ): Promise<RegistrationRow> {
    const row = this.released(before, staying);
    await this.registrations.update(tx, row);
    await this.registrations.keepCompanions(tx, row, staying ?? []);
    await this.seating.publishChanges(tx, [row], before.state, { cause });
    await this.seating.promoteWaitlist(tx, { activityId: row.activityId, id: row.poolId });
    return row;
  }

  private released(row: RegistrationRow, staying: readonly number[] | null): RegistrationRow {
    const version = row.version + 1;
    if (staying === null)
      return {
        ...row,
        version,
        state: 'cancelled',
        offerExpiresAt: null,
        sealedAnswers: null,
        guardianConsentAt: null,
      };
    const answers = answersOfHeads(this.data.openAnswers(row, row.sealedAnswers), staying);
    return { ...row, version, heads: staying.length, sealedAnswers: this.data.sealAnswers(row, answers) };
  }
}
