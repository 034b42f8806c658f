import { Injectable } from '@nestjs/common';
import {
  type AddCompanionsRequest,
  registrationContract,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import {
  hasChild,
  openingOf,
  requireCompanions,
  requireGuardianConsent,
  requireNoDraw,
  requireOpen,
} from './eligibility.model.js';
import { PartyGrowth } from './party-growth.js';
import { requireActive } from './registration.model.js';
import { RegistrationReader } from './registration-reader.js';

/** Adding companions: each is a head and is checked as if they signed up now. */
@Injectable()
export class CompanionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly reader: RegistrationReader,
    private readonly growth: PartyGrowth,
  ) {}

  /** Adds companions to a registration with a seat or on the waitlist. */
  @Handles(registrationContract.addCompanions)
  add(request: AddCompanionsRequest, call: CallContext): Promise<Outcome<RegistrationView>> {
    return this.transactions.command(call, registrationContract.addCompanions, request, async (tx) => {
      const { activityId } = await this.reader.rowOf(tx, request.registrationId);
      const activity = await this.activities.lock(tx, activityId);
      // Read again under the lock: it may have been promoted or cancelled since.
      const row = await this.reader.rowOf(tx, request.registrationId);
      const pool = await this.reader.authorisedPool(tx, activity, row, actions.addCompanions);
      requireActive(row);
      requireNoDraw(activity);
      requireOpen(openingOf(activity, pool), tx.now);
      const { companionsMax } = activity;
      requireCompanions({ ...activity, companionsMax: companionsMax - (row.heads - 1) }, request.companions);
      requireGuardianConsent(request.companions, request.guardianConsent ?? false);
      const consented = hasChild(request.companions) ? { ...row, guardianConsentAt: tx.now } : row;
      return this.reader.view(tx, await this.growth.grow(tx, consented, request.companions), pool);
    });
  }
}
