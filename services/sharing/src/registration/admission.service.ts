import { Injectable } from '@nestjs/common';
import { DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { choosePool } from '../pool/pool.model.js';
import { type PlacedPool, PoolRepository } from '../pool/pool.repository.js';
import { isMemberOn } from '../reference/membership.model.js';
import { newCheckInCode } from './check-in-code.js';
import { type Companion, requireCompanions, requireNotStarted, requireOpen } from './eligibility.model.js';
import { LineRepository } from './line.repository.js';
import type { CompanionRow, RegistrationRow } from './registration.entity.js';
import { type Applicant, RegistrationRepository } from './registration.repository.js';
import { decideRegistrations, type Line, type SeatDecision } from './seating.model.js';
import { SeatingService } from './seating.service.js';

/** One person who is to be registered. */
export interface Application {
  readonly personId: string;
  readonly companions: readonly Companion[];
  readonly answers: object | null;
  /** Why he is to have a seat beyond the capacity; null for everybody else. */
  readonly overrideReason: string | null;
}

export interface Admitted {
  readonly row: RegistrationRow;
  readonly pool: PlacedPool;
  readonly companions: readonly Companion[];
  readonly waitlistPlace: number | null;
  /** The line of the pool after all. */
  readonly line: Line;
}

/** An application that has passed every rule but the seats. */
interface Candidate {
  readonly application: Application;
  readonly pool: PlacedPool;
  readonly applicant: Applicant;
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
  ) {}

  /** Those who are to be registered, each with what he has in the activity already, by person id. */
  applicants(
    tx: Transaction,
    activity: ActivityRow,
    personIds: readonly string[],
  ): Promise<Map<string, Applicant>> {
    return this.registrations.applicants(tx, activity.id, personIds);
  }

  /**
   * @param applicants all who apply; nobody among them is registered
   * @returns an entry for each application, in their order
   * @throws DomainError the first rule that one of them breaks; then nobody is registered. `REFERENCE_PENDING` where
   *   membership has not told of one of them yet
   */
  async admit(
    tx: Transaction,
    activity: ActivityRow,
    applications: readonly Application[],
    applicants: ReadonlyMap<string, Applicant>,
  ): Promise<Admitted[]> {
    if (applications.length === 0) return [];
    const pools = await this.pools.ofActivity(tx, activity.id);
    const candidates = applications.map((application) => {
      const applicant = applicants.get(application.personId);
      if (applicant === undefined) throw new DomainError('NOT_FOUND');
      return { application, applicant, pool: examine(tx, activity, application, { applicant, pools }) };
    });
    const poolIds = [...new Set(candidates.map(({ pool }) => pool.id))];
    const lines = await this.lines.ofPools(tx, activity.id, poolIds);
    const admitted = seat(tx, activity.id, candidates, lines);
    const rows = admitted.map(({ row }) => row);
    await this.registrations.save(tx, rows, admitted.flatMap(companionRows));
    await this.seating.tell(tx, rows, null);
    return admitted;
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

/** Looks at everything but the seats. @returns the pool that the seat comes from */
function examine(
  tx: Transaction,
  activity: ActivityRow,
  application: Application,
  found: { readonly applicant: Applicant; readonly pools: readonly PlacedPool[] },
): PlacedPool {
  const { applicant, pools } = found;
  const { state, unionPath, validFrom, validTo } = applicant;
  const isSelf = applicant.personId === tx.personId;
  if (isSelf) tx.authorise(actions.register, {});
  // Who signs in has activated his account: a copy that says otherwise has not heard of it yet.
  if (state === null || (isSelf && state === 'imported'))
    throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
  requireOpen(activity, tx.now);
  requireCompanions(activity, application.companions);
  const pool = choosePool(pools, unionPath);
  if (!isSelf) {
    // Beside the organiser's union: the union whose seats they are or, for the common pool, the person's own.
    const path = pool.unionPath ?? unionPath;
    tx.authorise(actions.registerOther, {
      paths: [activity.unionPath, ...(path === null ? [] : [path])],
      visible: true,
    });
  }
  if (application.overrideReason !== null) {
    tx.authorise(actions.overrideCapacity, { paths: [activity.unionPath], visible: true });
  }
  // The signed-in membership alone decides, and the day of the activity counts, not today.
  const date = shanghaiDate(activity.startsAt);
  if (!isMemberOn({ state, validFrom, validTo }, date)) {
    throw new DomainError('NOT_A_MEMBER_ON_THE_DAY', { params: { date } });
  }
  return pool;
}

function seat(
  tx: Transaction,
  activityId: string,
  candidates: readonly Candidate[],
  lines: ReadonlyMap<string, Line>,
): Admitted[] {
  const admitted = new Map<Candidate, Admitted>();
  for (const [poolId, line] of lines) {
    const mine = candidates.filter(({ pool }) => pool.id === poolId);
    const { decisions, line: after } = decideRegistrations(line, mine.map(seatRequest));
    mine.forEach((candidate, index) => {
      const decision = decisions[index];
      if (decision === undefined) return;
      const row = rowOf(tx, activityId, candidate, decision);
      const { pool, application } = candidate;
      const { waitlistPlace } = decision;
      admitted.set(candidate, { row, pool, companions: application.companions, waitlistPlace, line: after });
    });
  }
  return candidates.flatMap((candidate) => admitted.get(candidate) ?? []);
}

function seatRequest({ application }: Candidate): { heads: number; overridden: boolean } {
  return { heads: 1 + application.companions.length, overridden: application.overrideReason !== null };
}

function rowOf(
  tx: Transaction,
  activityId: string,
  candidate: Candidate,
  decision: SeatDecision,
): RegistrationRow {
  const { application, pool, applicant } = candidate;
  return {
    activityId,
    personId: application.personId,
    // A cancelled registration of the same person comes to life again, and keeps its id.
    id: applicant.registrationId ?? newId(),
    version: (applicant.registrationVersion ?? 0) + 1,
    poolId: pool.id,
    state: decision.state,
    heads: 1 + application.companions.length,
    rank: decision.rank,
    overrideReason: application.overrideReason,
    // A new code each time: the ticket of a cancelled registration must not open the door later.
    checkInCode: newCheckInCode(),
    answers: application.answers,
    registeredBy: tx.personId,
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
