import { Injectable } from '@nestjs/common';
import type {
  PromoteRegistrationRequest,
  RegistrationIdRequest,
  RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { ExistingResult, requireVersion, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import type { PlacedPool } from '../../activities/pool/pool.repository.js';
import { requireNotStarted } from './eligibility.model.js';
import { CapacityRepository } from './capacity.repository.js';
import { OfferAwaits } from './offer-awaits.js';
import type { RegistrationRow } from './registration.entity.js';
import { requireActive, requireOffer } from './registration.model.js';
import { RegistrationReader } from './registration-reader.js';
import { freeIn, type Capacity, quotaOf } from './seating.model.js';
import { offersDue, SeatingService } from './seating.service.js';

type Answer = RegistrationView | ExistingResult<RegistrationView>;

interface Found {
  readonly activity: ActivityRow;
  readonly row: RegistrationRow;
  readonly pool: PlacedPool;
}

/** Offers expired per step. */
const expiredPerStep = 200;

/** Changes of offers under the lock of their activity. */
@Injectable()
export class OfferWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly reader: RegistrationReader,
    private readonly capacities: CapacityRepository,
    private readonly seating: SeatingService,
    private readonly awaits: OfferAwaits,
  ) {}

  /** The seat is reserved since the offer was made, so accepting always finds it free (E10). */
  async accept(tx: Transaction, activityId: string, request: RegistrationIdRequest): Promise<Answer> {
    const { activity, row, pool } = await this.find(tx, activityId, request, actions.acceptOffer);
    if (row.state === 'confirmed') return new ExistingResult(await this.reader.view(tx, row, pool));
    requireOffer(row, tx.now);
    requireNotStarted(activity, tx.now);
    const change = { state: 'confirmed', offerExpiresAt: null } as const;
    const accepted = await this.capacities.setState(tx, [row], change);
    await this.seating.publishChanges(tx, accepted, row.state);
    return this.reader.view(tx, accepted[0] ?? row, pool);
  }

  /** @throws DomainError `NO_FREE_SEATS`; `REASON_REQUIRED` if others are ahead */
  async promote(tx: Transaction, activityId: string, request: PromoteRegistrationRequest): Promise<Answer> {
    const { activity, row, pool } = await this.find(tx, activityId, request, actions.promoteRegistration);
    requireVersion(tx, row.version);
    if (row.state === 'confirmed' || row.state === 'held')
      return new ExistingResult(await this.reader.view(tx, row, pool));
    requireActive(row);
    requireNotStarted(activity, tx.now);
    const capacity = await this.capacities.load(tx, activityId, [row.poolId]);
    const free = freeIn(capacity, row.poolId);
    if (row.heads > free) throw new DomainError('NO_FREE_SEATS', { params: { free } });
    if (!request.reason && !(await this.isFirst(tx, capacity, row)))
      throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
    const [given] = await this.seating.assignSeats(tx, capacity, [row], {
      reason: request.reason ?? null,
    });
    // The party may have blocked those behind it.
    await this.seating.promoteWaitlist(tx, { activityId, id: row.poolId });
    return this.reader.view(tx, given ?? row, pool);
  }

  /** Expires unaccepted offers and offers the seats to the next in line (E02, E24). */
  async expire(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity === null) return;
    if (activity.state === 'published') await this.expireOffers(tx, activity);
    await this.awaits.ofActivity(tx, activity);
  }

  private async expireOffers(tx: Transaction, activity: ActivityRow): Promise<void> {
    const activityId = activity.id;
    const rows = await this.capacities.expiredOffers(tx, activityId, expiredPerStep);
    const expired = await this.capacities.setState(tx, rows, { state: 'expired' });
    await this.seating.publishChanges(tx, expired, 'held');
    if (tx.now < activity.startsAt) {
      for (const id of new Set(rows.map((row) => row.poolId)))
        await this.seating.promoteWaitlist(tx, { activityId, id });
    }
    if (rows.length === expiredPerStep) await schedule(tx, { kind: offersDue, key: activityId, at: tx.now });
  }

  private async find(
    tx: Transaction,
    activityId: string,
    { registrationId }: RegistrationIdRequest,
    rule: ActionRule,
  ): Promise<Found> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    // Read again under the lock: the offer may have expired, or the registration been cancelled, since.
    const row = await this.reader.rowOf(tx, registrationId);
    return { activity, row, pool: await this.reader.authorisedPool(tx, activity, row, rule) };
  }

  private async isFirst(
    tx: Transaction,
    capacity: Capacity,
    { activityId, poolId, id }: RegistrationRow,
  ): Promise<boolean> {
    const { partyMax } = quotaOf(capacity, poolId);
    const [first] = await this.capacities.front(tx, { activityId, poolId, partyMax }, 1);
    return first?.id === id;
  }
}
