import { Injectable } from '@nestjs/common';
import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import { shanghaiDate } from '@gongxiang/domain';
import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { EligibilityJudge } from '../../activities/eligibility/eligibility-judge.js';
import { PoolClubs } from '../../activities/pool/pool-clubs.js';
import { isMemberOn } from '../../reference/membership.model.js';
import { type Move, ReferenceRepository } from '../../reference/reference.repository.js';
import { AdmissionService } from './admission.service.js';
import { seatAfterMove } from './belonging.model.js';
import { CancellationWork } from './cancellation-work.js';
import { isAhead } from './membership.service.js';
import { isPromotionOver } from './promotion.model.js';
import { isRedeemed } from './redeemed-heads.js';
import type { RegistrationRow } from './registration.entity.js';
import { isActive } from './registration.model.js';
import { type Applicant, RegistrationRepository } from './registration.repository.js';
import { type Capacity, decideRegistrations, quotaOf, seated, waitlistAll } from './seating.model.js';
import { isSeated, SeatingService } from './seating.service.js';

/** Due work: review the future registrations of a person who belongs to another union now. */
export const belongingDue = 'registration-belonging';

/**
 * Looks at the seats and places in line of people who belong to another union now, by the rules of the day of the activity.
 * Only then: whoever is registered keeps their place when rules change, or something else about them does.
 */
@Injectable()
export class BelongingService {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly registrations: RegistrationRepository,
    private readonly activities: ActivityRepository,
    private readonly admission: AdmissionService,
    private readonly judge: EligibilityJudge,
    private readonly clubs: PoolClubs,
    private readonly seating: SeatingService,
    private readonly work: CancellationWork,
  ) {}

  /** Who belongs to another union by these states, which are not saved yet; they are locked from now on. */
  movesAmong(tx: Transaction, members: readonly MemberState[]): Promise<Move[]> {
    return this.references.movesAmong(tx, members);
  }

  /** After the commit, as the locks of the activities come before those of members. The members are locked already. */
  async reviewLater(tx: Transaction, moves: readonly Move[]): Promise<void> {
    const personIds = moves.map(({ personId }) => personId);
    const found = await this.registrations.withFutureActivities(tx, personIds);
    await scheduleAll(
      tx,
      found.map((key) => ({ kind: belongingDue, key, at: tx.now })),
    );
  }

  async review(tx: Transaction, personId: string): Promise<void> {
    const member = await this.references.member(tx, personId);
    // A union whose copy is on its way would look like none.
    await this.references.pathsOfMember(tx, member);
    for (const activityId of await this.registrations.futureActivityIds(tx, personId)) {
      const activity = await this.activities.lockById(tx, activityId);
      if (activity === null || !isAhead(activity, tx.now)) continue;
      // Whoever is no member on the day loses the seat for that reason: see `MembershipService`.
      if (isMemberOn(member, shanghaiDate(activity.startsAt))) await this.reviewIn(tx, activity, personId);
    }
  }

  private async reviewIn(tx: Transaction, activity: ActivityRow, personId: string): Promise<void> {
    const row = await this.registrations.findOfPerson(tx, activity.id, personId);
    if (row === null || !isActive(row.state)) return;
    const { applicants, pools, capacity } = await this.admission.loadFacts(tx, activity.id, [personId]);
    const seeker = applicants.get(personId);
    if (seeker === undefined) return;
    const day = shanghaiDate(activity.startsAt);
    const verdict = seatAfterMove({
      ...row,
      isRedeemed: await isRedeemed(tx, row),
      isPromotionOver: isPromotionOver(quotaOf(capacity, row.poolId).terms, tx.now),
      seeker,
      unmet: await this.unmetBy(tx, activity, seeker),
      pools,
      clubIds: (await this.clubs.read(tx, pools, { personIds: [personId], day })).of(personId),
    });
    if (verdict.kind === 'ends') await this.work.release(tx, row, null, verdict.cause);
    if (verdict.kind === 'moves') await this.move(tx, activity, { row, poolId: verdict.pool.id, capacity });
  }

  private async unmetBy(tx: Transaction, activity: ActivityRow, seeker: Applicant) {
    return (await this.judge.judge(tx, activity, [seeker])).get(seeker.personId)?.unmet ?? [];
  }

  /**
   * As a sign-up in the other pool, without the seat in the old one: a seat where one is free, else the end of the waitlist.
   * Who has waited goes on waiting, and moves up at once where nobody is ahead. An offer stays one, with its deadline.
   */
  private async move(
    tx: Transaction,
    activity: ActivityRow,
    { row: before, poolId, capacity }: { row: RegistrationRow; poolId: string; capacity: Capacity },
  ): Promise<void> {
    const isSitting = isSeated(before.state);
    const others = await this.admission.inLines(
      tx,
      activity,
      isSitting ? without(capacity, before) : capacity,
    );
    const request = { poolId, heads: before.heads, overridden: false, came: before.came };
    const [decision] = (isSitting ? decideRegistrations : waitlistAll)(others, [request]).decisions;
    if (decision === undefined) throw new Error('one request has one decision');
    const state = decision.state === 'waitlisted' ? decision.state : before.state;
    const row: RegistrationRow = {
      ...before,
      version: before.version + 1,
      poolId,
      state,
      rank: decision.rank,
      offerExpiresAt: state === 'held' ? before.offerExpiresAt : null,
    };
    await this.registrations.update(tx, row);
    await this.seating.publishChanges(tx, [row], before.state, { cause: 'moved' });
    for (const id of [before.poolId, poolId])
      await this.seating.promoteWaitlist(tx, { activityId: activity.id, id });
  }
}

/** The capacity if this registration had no seat. */
function without(capacity: Capacity, { poolId, heads, state }: RegistrationRow): Capacity {
  const quota = quotaOf(capacity, poolId);
  const freed = state === 'held' ? { held: quota.held - heads } : { confirmed: quota.confirmed - heads };
  return seated(capacity, poolId, { ...quota, ...freed }, -heads);
}
