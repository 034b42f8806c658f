import { Injectable } from '@nestjs/common';
import {
  type RegisterGroupRequest,
  type RegisterRequest,
  registrationContract,
  type RegistrationsView,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { AdmissionService } from './admission.service.js';
import { activeIdOf, type Admitted, applicationOf, requireVisible, viewOfAdmitted } from './application.js';
import { RegistrationReader } from './registration-reader.js';
import { SignUpService } from './sign-up.service.js';

/** Registering people; their own sign-ups, which come in rushes, are batched. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly admission: AdmissionService,
    private readonly reader: RegistrationReader,
    private readonly signUps: SignUpService,
  ) {}

  /** Signs one person up: batched with all who come at once, or beyond the capacity by an officer's decision. */
  @Handles(registrationContract.register)
  register(request: RegisterRequest, call: CallContext): Promise<Outcome<RegistrationView>> {
    return request.override ? this.registerBeyond(request, call) : this.signUps.register(request, call);
  }

  /** Registers one person with companions beyond the capacity, for a reason; an existing seat stays as it is. */
  private registerBeyond(request: RegisterRequest, call: CallContext): Promise<Outcome<RegistrationView>> {
    const work = async (tx: Transaction): Promise<RegistrationView | ExistingResult<RegistrationView>> => {
      const activity = await this.lockActivity(tx, request.activityId);
      const application = applicationOf(tx, request);
      const { personId, overrideReason } = application;
      const facts = await this.admission.loadFacts(tx, activity.id, [personId]);
      const activeId = activeIdOf(facts.applicants, personId);
      if (activeId !== null) {
        if (overrideReason !== null) await this.admission.override(tx, activity, activeId, overrideReason);
        return new ExistingResult(await this.reader.currentView(tx, activity, activeId));
      }
      const [admitted] = allAdmitted(await this.admission.admit(activity, [application], facts));
      if (admitted === undefined) throw new DomainError('INTERNAL');
      return viewOfAdmitted(tx, admitted);
    };
    return this.transactions.command(call, registrationContract.register, request, work);
  }

  /** Registers members in the order given, all or none; existing registrations stay as they are. */
  @Handles(registrationContract.registerGroup)
  registerGroup(request: RegisterGroupRequest, call: CallContext): Promise<Outcome<RegistrationsView>> {
    const work = async (tx: Transaction): Promise<RegistrationsView> => {
      const activity = await this.lockActivity(tx, request.activityId);
      const personIds = [...new Set(request.personIds.map((id) => id.toLowerCase()))];
      const facts = await this.admission.loadFacts(tx, activity.id, personIds);
      const applications = personIds
        .filter((personId) => activeIdOf(facts.applicants, personId) === null)
        .map((personId) => ({
          tx,
          personId,
          companions: [],
          guardianConsent: false,
          answers: null,
          formVersion: null,
          overrideReason: null,
        }));
      const admitted = allAdmitted(await this.admission.admit(activity, applications, facts));
      const views = new Map(admitted.map((one) => [one.row.personId, viewOfAdmitted(tx, one)]));
      const activeIds = personIds.flatMap((personId) => activeIdOf(facts.applicants, personId) ?? []);
      for (const view of await this.reader.currentViews(tx, activity, activeIds))
        views.set(view.personId, view);
      return { items: personIds.flatMap((personId) => views.get(personId) ?? []) };
    };
    return this.transactions.command(call, registrationContract.registerGroup, request, work);
  }

  /**
   * Every registration of an activity changes under the activity's lock. Seats are counted, not reserved one by one,
   * so two concurrent counts would both find the last one free.
   */
  private async lockActivity(tx: Transaction, activityId: string): Promise<ActivityRow> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    requireVisible(tx, activity);
    return activity;
  }
}

/** All or none. @throws DomainError the refusal of the first refused application */
function allAdmitted(results: readonly (Admitted | DomainError)[]): Admitted[] {
  return results.map((one) => {
    if (one instanceof DomainError) throw one;
    return one;
  });
}
