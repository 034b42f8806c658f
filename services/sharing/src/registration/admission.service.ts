import { Injectable } from '@nestjs/common';
import { DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { requireEligible } from '../eligibility/conditions.model.js';
import { choosePool } from '../pool/pool.model.js';
import { type Mandated, mandatesFor } from '../mandate/acting.js';
import { type PlacedPool, PoolRepository } from '../pool/pool.repository.js';
import { requireTurn } from '../queue/queue.model.js';
import type { KeptAnswers } from '../sign-up-form/answers.model.js';
import { isMemberOn } from '../reference/membership.model.js';
import { forWhom, noteRegistering, requireMayRegister } from './acting-for.js';
import { type Admitted, type Application, orRefusal } from './application.js';
import { type AskedForm, requireAnswers } from './asked-form.js';
import { newCheckInCode } from './check-in-code.js';
import {
  hasChild,
  openingOf,
  requireCompanions,
  requireGuardianConsent,
  requireNoDraw,
  requireNotStarted,
  requireOpen,
} from './eligibility.model.js';
import { LineRepository } from './line.repository.js';
import type { CompanionRow, RegistrationRow } from './registration.entity.js';
import { type Applicant, RegistrationRepository } from './registration.repository.js';
import {
  decideRegistrations,
  type Hall,
  lineUp,
  type SeatDecision,
  type SeatRequest,
} from './seating.model.js';
import { SeatingService } from './seating.service.js';
import { SignUpTerms } from './sign-up-terms.js';

/** An application that has passed every rule but the seats. */
export interface Candidate {
  readonly application: Application;
  readonly pool: PlacedPool;
  readonly applicant: Applicant;
  readonly form: AskedForm;
  readonly mandates: readonly Mandated[];
  readonly answers: KeptAnswers | null;
  /** To how many activities he came, where the waitlist goes by that; else 0. */
  readonly came: number;
}

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
  ) {}

  /** The caller holds the lock of the activity: what is read before it may be older than what another has committed. */
  async ground(tx: Transaction, activity: ActivityRow, personIds: readonly string[]): Promise<Ground> {
    const [applicants, pools, hall] = await Promise.all([
      this.registrations.applicants(tx, activity.id, personIds),
      this.pools.ofActivity(tx, activity.id),
      this.hallOf(tx, activity),
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
    const requests = candidates.map(seatRequest);
    const admitted = await this.seatAll(
      first.tx,
      activity,
      candidates,
      decideRegistrations(ground.hall, requests),
    );
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
    const { form, judgements, places, came } = await this.terms.read(first.tx, activity, applicants.values());
    const day = shanghaiDate(activity.startsAt);
    return applications.map((application) => {
      const applicant = applicants.get(application.personId);
      return orRefusal((): Candidate => {
        if (applicant === undefined) throw new DomainError('NOT_FOUND');
        if (application.overrideReason === null) requireNoDraw(activity);
        const pool = examine(activity, application, { applicant, pools, mandates, day });
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
    const hall = await this.hallOf(tx, activity);
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
    const admitted = seat(activity.id, candidates, decided);
    const all = candidates.map((candidate) => admittedOf(admitted, candidate));
    for (const { application, applicant, pool, mandates } of candidates) {
      noteRegistering(application, activity, { path: pool.unionPath ?? applicant.unionPath, mandates });
    }
    await this.registrations.forgetCompanions(tx, activity.id, revivedIds(candidates));
    // What is told of them, and answered to them, is put together while the database is at their rows.
    tx.send(
      this.registrations.save(
        tx,
        all.map(({ row }) => row),
        all.flatMap(companionRows),
      ),
    );
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
  private async hallOf(tx: Transaction, activity: ActivityRow): Promise<Hall> {
    const hall = await this.lines.hall(tx, activity.id);
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

type Decided = ReturnType<typeof decideRegistrations>;

interface Circumstances {
  readonly applicant: Applicant;
  readonly pools: readonly PlacedPool[];
  readonly mandates: readonly Mandated[];
  /** On which the activity starts. */
  readonly day: string;
}

/** Looks at everything but the seats. @returns the pool that the seat comes from */
function examine(
  activity: ActivityRow,
  application: Application,
  { applicant, pools, mandates, day }: Circumstances,
): PlacedPool {
  const { tx } = application;
  const { state, unionPath, validFrom, validTo } = applicant;
  const isSelf = applicant.personId === tx.personId;
  if (isSelf) tx.authorise(actions.register, {});
  // Who signs in has activated his account: a copy that says otherwise has not heard of it yet.
  if (state === null || (isSelf && state === 'imported'))
    throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
  const pool = choosePool(pools, unionPath, applicant.sex);
  requireOpen(openingOf(activity, pool), tx.now);
  requireCompanions(activity, application.companions);
  requireGuardianConsent(application.companions, application.guardianConsent);
  if (pool === null) throw new DomainError('NO_POOL_FOR_YOU');
  if (!isSelf) {
    // Beside the organiser's union: the union whose seats they are or, for the common pool, the person's own.
    const path = pool.unionPath ?? unionPath;
    requireMayRegister(application, activity, { path, mandates });
  }
  if (application.overrideReason !== null) {
    tx.authorise(actions.overrideCapacity, { paths: [activity.unionPath], visible: true });
  }
  requireMembership({ state, validFrom, validTo }, day);
  return pool;
}

/** The signed-in membership alone decides, and the day of the activity counts, not today. */
function requireMembership(member: Parameters<typeof isMemberOn>[0], date: string): void {
  if (!isMemberOn(member, date)) throw new DomainError('NOT_A_MEMBER_ON_THE_DAY', { params: { date } });
}

function admittedOf(admitted: ReadonlyMap<Candidate, Admitted>, candidate: Candidate): Admitted {
  const one = admitted.get(candidate);
  if (one === undefined) throw new Error('the pool of a candidate has a line');
  return one;
}

function seat(
  activityId: string,
  candidates: readonly Candidate[],
  { decisions, hall: after }: Decided,
): ReadonlyMap<Candidate, Admitted> {
  const admitted = new Map<Candidate, Admitted>();
  candidates.forEach((candidate, index) => {
    const decision = decisions[index];
    if (decision === undefined) return;
    const row = rowOf(activityId, candidate, decision);
    const { pool, application } = candidate;
    const { waitlistPlace } = decision;
    admitted.set(candidate, { row, pool, companions: application.companions, waitlistPlace, hall: after });
  });
  return admitted;
}

function seatRequest({ application, pool, came }: Candidate): SeatRequest {
  const heads = 1 + application.companions.length;
  return { poolId: pool.id, heads, overridden: application.overrideReason !== null, came };
}

/** Whose companions are known still from an offer that they let pass. */
function revivedIds(candidates: readonly Candidate[]): string[] {
  return candidates.flatMap(({ applicant }) =>
    applicant.registrationState === 'expired' ? applicant.personId : [],
  );
}

function rowOf(activityId: string, candidate: Candidate, decision: SeatDecision): RegistrationRow {
  const { application, pool, applicant } = candidate;
  const { tx } = application;
  return {
    activityId,
    personId: application.personId,
    // A registration of the same person that was cancelled, or has expired, comes to life again, and keeps its id.
    id: applicant.registrationId ?? newId(),
    version: (applicant.registrationVersion ?? 0) + 1,
    poolId: pool.id,
    state: decision.state,
    heads: 1 + application.companions.length,
    rank: decision.rank,
    came: candidate.came,
    overrideReason: application.overrideReason,
    offerExpiresAt: null,
    // A new code each time: the ticket of a cancelled registration must not open the door later.
    checkInCode: newCheckInCode(),
    answers: candidate.answers,
    formVersion: candidate.form.version,
    guardianConsentAt: hasChild(application.companions) ? tx.now : null,
    // Whom a draw has seated entered it himself.
    registeredBy: tx.call.actor?.personId ?? application.personId,
    registeredAt: tx.now,
  };
}

function companionRows({ row, companions }: Admitted): CompanionRow[] {
  const { activityId, personId } = row;
  return companions.map(({ name, ageBand }, index) => ({
    activityId,
    personId,
    number: index + 1,
    name,
    ageBand: ageBand ?? null,
  }));
}
