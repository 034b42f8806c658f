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
import { forWhom, noteRegistering } from './acting-for.js';
import { type Admitted, type Application, orRefusal } from './application.js';
import { requireAnswers } from './asked-form.js';
import { requireNoDraw, requireNotStarted } from './eligibility.model.js';
import { type Candidate, examine } from './candidate.js';
import { LineRepository } from './line.repository.js';
import type { RegistrationRow } from './registration.entity.js';
import { type Applicant, RegistrationRepository } from './registration.repository.js';
import { decideRegistrations, type Hall, lineUp } from './seating.model.js';
import { SeatingService } from './seating.service.js';
import { SignUpData } from './sign-up-data.js';
import { SignUpTerms } from './sign-up-terms.js';

/** What a decision rests on, read under the lock of the activity. */
export interface Ground {
  /** Those who are to be registered, each with what he has in the activity already, by person id. */
  readonly applicants: ReadonlyMap<string, Applicant>;
  readonly pools: readonly PlacedPool[];
  readonly hall: Hall;
}

/**
 * Registers a list of people, decided exactly as one after the other, in a fixed number of statements. The caller holds
 * the lock of the activity: seats are counted, so whoever counts must be alone with them until he has committed.
 */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly pools: PoolRepository,
    private readonly registrations: RegistrationRepository,
    private readonly lines: LineRepository,
    private readonly seating: SeatingService,
    private readonly terms: SignUpTerms,
    private readonly data: SignUpData,
  ) {}

  /**
   * The caller holds the lock of the activity, or has sent for it: what is read before it may be older than what another
   * has committed.
   */
  async ground(tx: Transaction, activityId: string, personIds: readonly string[]): Promise<Ground> {
    const [applicants, pools, hall] = await Promise.all([
      this.registrations.applicants(tx, activityId, personIds),
      this.pools.ofActivity(tx, activityId),
      this.lines.hall(tx, activityId),
    ]);
    return { applicants, pools, hall };
  }

  /**
   * @param applications of one database transaction, nobody in them twice
   * @param ground with all who apply; nobody among them is registered
   * @returns an entry for each application, in their order: a refusal for whoever breaks a rule, who is then not
   *   registered; `REFERENCE_PENDING` where membership has not told of him yet
   */
  async admit(
    activity: ActivityRow,
    applications: readonly Application[],
    ground: Ground,
  ): Promise<(Admitted | DomainError)[]> {
    const [first] = applications;
    if (first === undefined) return [];
    const examined = await this.examineAll(activity, applications, ground);
    const candidates = examined.filter((one): one is Candidate => !(one instanceof DomainError));
    const hall = await this.inLines(first.tx, activity, ground.hall);
    const decided = decideRegistrations(hall, candidates.map(seatRequest));
    const admitted = await this.seatAll(first.tx, activity, candidates, decided);
    return examined.map((one) => (one instanceof DomainError ? one : admittedOf(admitted, one)));
  }

  /** Looks at everything but the seats. @returns as {@link admit}, but nobody is registered */
  async examineAll(
    activity: ActivityRow,
    applications: readonly Application[],
    { applicants, pools }: Ground,
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
        // Who is let in for a reason is let in whatever the conditions are: the reason is kept.
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
   * Puts candidates at the ends of their lines, in their order, whatever seats are free: somebody else decides about those.
   * @returns their registrations; they all wait
   */
  async enlist(
    tx: Transaction,
    activity: ActivityRow,
    candidates: readonly Candidate[],
  ): Promise<RegistrationRow[]> {
    const hall = await this.inLines(tx, activity, await this.lines.hall(tx, activity.id));
    const admitted = await this.seatAll(tx, activity, candidates, lineUp(hall, candidates.map(seatRequest)));
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
      noteRegistering(application, activity, { path: pool.unionPath ?? applicant.unionPath, mandates });
    }
    await this.registrations.forgetCompanions(tx, activity.id, revivedIds(candidates));
    // What is told of them, and answered to them, is put together while the database is at their rows.
    tx.send(this.registrations.save(tx, all));
    await this.seating.tellEach(
      candidates.map((candidate) => ({
        tx: candidate.application.tx,
        row: admittedOf(admitted, candidate).row,
      })),
      null,
    );
    return admitted;
  }

  /** Where nobody stands before others but by his sign-up, it costs no statement more. */
  private async inLines(tx: Transaction, activity: ActivityRow, hall: Hall): Promise<Hall> {
    return activity.waitlistFairShareDays === null ? hall : this.lines.withGroups(tx, activity.id, hall);
  }

  /** Seats somebody who waits beyond the capacity; whoever has a seat keeps it as it is. */
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
    await this.seating.tell(tx, [row], before.state);
    // A party that held up those behind it is out of the way now.
    await this.seating.serve(tx, { activityId: activity.id, id: row.poolId });
  }
}

function admittedOf(admitted: ReadonlyMap<Candidate, Admitted>, candidate: Candidate): Admitted {
  const one = admitted.get(candidate);
  if (one === undefined) throw new Error('the pool of a candidate has a line');
  return one;
}
