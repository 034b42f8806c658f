import { Injectable } from '@nestjs/common';
import {
  type RegisterGroupRequest,
  type RegisterRequest,
  registrationContract,
  type RegistrationsView,
  type RegistrationView,
} from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Existing, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { ActivityTurns } from './activity-turns.js';
import { type Admitted, AdmissionService, type Application } from './admission.service.js';
import { RegistrationReader } from './registration.reader.js';
import type { Applicant } from './registration.repository.js';
import { viewOf } from './registration.view.js';

const answersMaxCharacters = 8_000;

/** Signing up. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly turns: ActivityTurns,
    private readonly activities: ActivityRepository,
    private readonly admission: AdmissionService,
    private readonly reader: RegistrationReader,
  ) {}

  /** Registers one person with his companions; who is registered already is told what he has. */
  register(request: RegisterRequest, call: CallContext): Promise<Outcome<RegistrationView>> {
    const work = async (tx: Transaction): Promise<RegistrationView | Existing<RegistrationView>> => {
      const activity = await this.lockActivity(tx, request.activityId);
      const application = applicationOf(request, tx.personId);
      const applicants = await this.admission.applicants(tx, activity, [application.personId]);
      const activeId = activeIdOf(applicants, application.personId);
      if (activeId !== null) {
        const { overrideReason } = application;
        if (overrideReason !== null) await this.admission.override(tx, activity, activeId, overrideReason);
        return new Existing(await this.reader.existingView(tx, activity, activeId));
      }
      const [admitted] = await this.admission.admit(tx, activity, [application], applicants);
      if (admitted === undefined) throw new DomainError('INTERNAL');
      return viewOfAdmitted(tx, admitted);
    };
    return this.turns.take(request.activityId, () =>
      this.transactions.command(call, registrationContract.register, request, work),
    );
  }

  /** Registers members in the order given, all or none; who is registered already keeps what he has. */
  registerGroup(request: RegisterGroupRequest, call: CallContext): Promise<Outcome<RegistrationsView>> {
    const work = async (tx: Transaction): Promise<RegistrationsView> => {
      const activity = await this.lockActivity(tx, request.activityId);
      const personIds = [...new Set(request.personIds.map((id) => id.toLowerCase()))];
      const applicants = await this.admission.applicants(tx, activity, personIds);
      const applications = personIds
        .filter((personId) => activeIdOf(applicants, personId) === null)
        .map((personId) => ({ personId, companions: [], answers: null, overrideReason: null }));
      const admitted = await this.admission.admit(tx, activity, applications, applicants);
      const views = new Map(admitted.map((one) => [one.row.personId, viewOfAdmitted(tx, one)]));
      for (const personId of personIds) {
        const activeId = activeIdOf(applicants, personId);
        if (activeId !== null) views.set(personId, await this.reader.existingView(tx, activity, activeId));
      }
      return { items: personIds.flatMap((personId) => views.get(personId) ?? []) };
    };
    return this.turns.take(request.activityId, () =>
      this.transactions.command(call, registrationContract.registerGroup, request, work),
    );
  }

  /**
   * Every registration of an activity changes under the activity's lock. Seats are counted, not reserved one by one, so
   * two who counted at the same time would both find the last one free.
   */
  private async lockActivity(tx: Transaction, activityId: string): Promise<ActivityRow> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    // A draft is not there for whoever does not prepare it.
    if (activity.publishedAt === null) tx.authorise(actions.managePools, { paths: [activity.unionPath] });
    return activity;
  }
}

function applicationOf(request: RegisterRequest, callerId: string): Application {
  const answers = request.answers ?? null;
  if (JSON.stringify(answers).length > answersMaxCharacters) {
    throw new DomainError('ANSWERS_TOO_LARGE', { pointer: '/answers' });
  }
  return {
    personId: (request.personId ?? callerId).toLowerCase(),
    companions: request.companions ?? [],
    answers,
    overrideReason: request.override?.reason ?? null,
  };
}

/** The registration that somebody has already, unless it is cancelled. */
function activeIdOf(applicants: ReadonlyMap<string, Applicant>, personId: string): string | null {
  const applicant = applicants.get(personId);
  return applicant?.registrationState === 'cancelled' ? null : (applicant?.registrationId ?? null);
}

function viewOfAdmitted(tx: Transaction, admitted: Admitted): RegistrationView {
  const { row, pool, companions, waitlistPlace, line } = admitted;
  return viewOf(row, { poolName: pool.name, companions, waitlistPlace, line, viewerId: tx.personId });
}
