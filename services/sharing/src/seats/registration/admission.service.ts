import { Injectable } from '@nestjs/common';
import { DomainError, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { requireEligible } from '../../activities/eligibility/conditions.model.js';
import { mandatesFor } from '../../reference/mandate/acting.js';
import { type PlacedPool, PoolRepository } from '../../activities/pool/pool.repository.js';
import { requireTurn } from '../queue/queue.model.js';
import { type Decided, revivedIds, seat, seatRequest } from './admitted-rows.js';
import { forWhom, recordActingFor } from './acting-for.js';
import { type Admitted, type Application, orRefusal } from './application.js';
import { requireAnswers } from './asked-form.js';
import { requireNoDraw, requireNotStarted } from './eligibility.model.js';
import { type Candidate, examine } from './candidate.js';
import { CapacityRepository } from './capacity.repository.js';
import type { RegistrationRow } from './registration.entity.js';
import { type Applicant, RegistrationRepository } from './registration.repository.js';
import { decideRegistrations, type Capacity, waitlistAll } from './seating.model.js';
import { SeatingService } from './seating.service.js';
import { SignUpData } from './sign-up-data.js';
import { SignUpTerms } from './sign-up-terms.js';

/** Facts for a decision, read under the lock of the activity. */
export interface AdmissionFacts {
  /** The persons to be registered, with their current registration in the activity, by person id. */
  readonly applicants: ReadonlyMap<string, Applicant>;
  readonly pools: readonly PlacedPool[];
  readonly capacity: Capacity;
}

/**
 * Registers a list of people, decided exactly as one after the other, in a fixed number of statements. The caller
 * holds the lock of the activity: seats are counted, so nobody else may count them before the commit.
 */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly pools: PoolRepository,
    private readonly registrations: RegistrationRepository,
    private readonly capacities: CapacityRepository,
    private readonly seating: SeatingService,
    private readonly terms: SignUpTerms,
    private readonly data: SignUpData,
  ) {}

  /**
   * The caller holds the lock of the activity, or has sent for it: data read before the lock may predate another
   * transaction's commit.
   */
  async loadFacts(
    tx: Transaction,
    activityId: string,
    personIds: readonly string[],
  ): Promise<AdmissionFacts> {
    const [applicants, pools, capacity] = await Promise.all([
      this.registrations.applicants(tx, activityId, personIds),
      this.pools.ofActivity(tx, activityId),
      this.capacities.load(tx, activityId),
    ]);
    return { applicants, pools, capacity };
  }

  /**
   * @param applications of one database transaction, each person once
   * @param facts of all applicants; none of them is registered
   * @returns one entry per application, in order: a refusal for an applicant who breaks a rule and is not registered;
   *   `REFERENCE_PENDING` if the copy of the membership has not arrived yet
   */
  async admit(
    activity: ActivityRow,
    applications: readonly Application[],
    loadFacts: AdmissionFacts,
  ): Promise<(Admitted | DomainError)[]> {
    const [first] = applications;
    if (first === undefined) return [];
    const examined = await this.examineAll(activity, applications, loadFacts);
    const candidates = examined.filter((one): one is Candidate => !(one instanceof DomainError));
    const capacity = await this.inLines(first.tx, activity, loadFacts.capacity);
    const decided = decideRegistrations(capacity, candidates.map(seatRequest));
    const admitted = await this.seatAll(first.tx, activity, candidates, decided);
    return examined.map((one) => (one instanceof DomainError ? one : admittedOf(admitted, one)));
  }

  /** Checks everything except seats. @returns as {@link admit}, but registers nobody */
  async examineAll(
    activity: ActivityRow,
    applications: readonly Application[],
    { applicants, pools }: AdmissionFacts,
  ): Promise<(Candidate | DomainError)[]> {
    const [first] = applications;
    if (first === undefined) return [];
    const mandates = await mandatesFor(first.tx, {
      scope: 'signUp',
      forPaths: forWhom(applications, applicants),
    });
    const day = shanghaiDate(activity.startsAt);
    const asked = await this.terms.read(first.tx, activity, { applicants, pools }, day);
    const { form, judgements, places, came, clubs } = asked;
    return applications.map((application) => {
      const applicant = applicants.get(application.personId);
      return orRefusal((): Candidate => {
        if (applicant === undefined) throw new DomainError('NOT_FOUND');
        if (application.overrideReason === null) requireNoDraw(activity);
        const clubIds = clubs.of(applicant.personId);
        const pool = examine(activity, application, { applicant, pools, mandates, clubIds, day });
        // A person admitted for a reason is exempt from the conditions: the reason is stored.
        if (application.overrideReason === null) {
          requireEligible(judgements.get(applicant.personId)?.unmet ?? []);
          requireTurn(activity.queue, places.get(applicant.personId), application.tx.now);
        }
        const answers = requireAnswers(form, application);
        const times = came.get(applicant.personId) ?? 0;
        return { application, applicant, pool, form, mandates, answers, came: times };
      });
    });
  }

  /**
   * Adds candidates to the ends of their waitlists in order, whatever seats are free; the caller decides about those.
   * @returns their registrations, all waitlisted
   */
  async enlist(
    tx: Transaction,
    activity: ActivityRow,
    candidates: readonly Candidate[],
  ): Promise<RegistrationRow[]> {
    const capacity = await this.inLines(tx, activity, await this.capacities.load(tx, activity.id));
    const admitted = await this.seatAll(
      tx,
      activity,
      candidates,
      waitlistAll(capacity, candidates.map(seatRequest)),
    );
    return candidates.map((candidate) => admittedOf(admitted, candidate).row);
  }

  private async seatAll(
    tx: Transaction,
    activity: ActivityRow,
    candidates: readonly Candidate[],
    decided: Decided,
  ): Promise<ReadonlyMap<Candidate, Admitted>> {
    if (candidates.length === 0) return new Map();
    const admitted = seat(activity.id, candidates, decided, this.data);
    const all = candidates.map((candidate) => admittedOf(admitted, candidate));
    for (const { application, applicant, pool, mandates } of candidates) {
      recordActingFor(application, activity, { path: pool.unionPath ?? applicant.unionPath, mandates });
    }
    await this.registrations.forgetCompanions(tx, activity.id, revivedIds(candidates));
    // Events and answers are built while the database writes the rows.
    tx.send(this.registrations.save(tx, all));
    await this.seating.publishEach(
      candidates.map((candidate) => ({
        tx: candidate.application.tx,
        row: admittedOf(admitted, candidate).row,
      })),
      null,
    );
    return admitted;
  }

  /** Costs no extra statement unless the waitlist goes by fair share. */
  async inLines(tx: Transaction, activity: ActivityRow, capacity: Capacity): Promise<Capacity> {
    return activity.waitlistFairShareDays === null
      ? capacity
      : this.capacities.withGroups(tx, activity.id, capacity);
  }

  /** Seats a waitlisted person beyond the capacity; a person with a seat keeps it unchanged. */
  async override(
    tx: Transaction,
    activity: ActivityRow,
    registrationId: string,
    reason: string,
  ): Promise<void> {
    tx.authorise(actions.overrideCapacity, { paths: [activity.unionPath], visible: true });
    const before = await this.registrations.findById(tx, registrationId);
    if (before?.state !== 'waitlisted') return;
    requireNotStarted(activity, tx.now);
    const version = before.version + 1;
    const row: RegistrationRow = { ...before, version, state: 'confirmed', overrideReason: reason };
    await this.registrations.update(tx, row);
    await this.seating.publishChanges(tx, [row], before.state);
    // The party may have blocked those behind it.
    await this.seating.promoteWaitlist(tx, { activityId: activity.id, id: row.poolId });
  }
}

function admittedOf(admitted: ReadonlyMap<Candidate, Admitted>, candidate: Candidate): Admitted {
  const one = admitted.get(candidate);
  if (one === undefined) throw new Error('the pool of a candidate has a line');
  return one;
}
