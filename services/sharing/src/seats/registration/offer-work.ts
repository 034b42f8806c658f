import { Injectable } from '@nestjs/common';
import type {
  PromoteRegistrationRequest,
  RegistrationRequest,
  RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Existing, requireVersion, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import type { PlacedPool } from '../../activities/pool/pool.repository.js';
import { requireNotStarted } from './eligibility.model.js';
import { LineRepository } from './line.repository.js';
import type { RegistrationRow } from './registration.entity.js';
import { requireActive, requireOffer } from './registration.model.js';
import { RegistrationReader } from './registration-reader.js';
import { freeIn, type Hall, lineOf } from './seating.model.js';
import { offersDue, SeatingService } from './seating.service.js';

type Answer = RegistrationView | Existing<RegistrationView>;

interface Found {
  readonly activity: ActivityRow;
  readonly row: RegistrationRow;
  readonly pool: PlacedPool;
}

/** So many offers run out in one step. */
const expiredPerStep = 200;

/** What happens to offers under the lock of their activity. */
@Injectable()
export class OfferWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly reader: RegistrationReader,
    private readonly lines: LineRepository,
    private readonly seating: SeatingService,
  ) {}

  /** The seat is kept since the offer was made, so accepting never finds it taken (E10). */
  async accept(tx: Transaction, activityId: string, request: RegistrationRequest): Promise<Answer> {
    const { activity, row, pool } = await this.find(tx, activityId, request, actions.acceptOffer);
    if (row.state === 'confirmed') return new Existing(await this.reader.view(tx, row, pool));
    requireOffer(row, tx.now);
    requireNotStarted(activity, tx.now);
    const change = { state: 'confirmed', offerExpiresAt: null } as const;
    const accepted = await this.lines.setState(tx, [row], change);
    await this.seating.tell(tx, accepted, row.state);
    return this.reader.view(tx, accepted[0] ?? row, pool);
  }

  /** @throws DomainError `NO_FREE_SEATS`; `REASON_REQUIRED` where others are ahead */
  async promote(tx: Transaction, activityId: string, request: PromoteRegistrationRequest): Promise<Answer> {
    const { activity, row, pool } = await this.find(tx, activityId, request, actions.promoteRegistration);
    requireVersion(tx, row.version);
    if (row.state === 'confirmed' || row.state === 'held')
      return new Existing(await this.reader.view(tx, row, pool));
    requireActive(row);
    requireNotStarted(activity, tx.now);
    const hall = await this.lines.hall(tx, activityId, [row.poolId]);
    const free = freeIn(hall, row.poolId);
    if (row.heads > free) throw new DomainError('NO_FREE_SEATS', { params: { free } });
    if (!request.reason && !(await this.isFirst(tx, hall, row)))
      throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
    const [given] = await this.seating.give(tx, hall, [row], request.reason ?? null);
    // A party that held up those behind it is out of the way now.
    await this.seating.serve(tx, { activityId, id: row.poolId });
    return this.reader.view(tx, given ?? row, pool);
  }

  /** What was not accepted in time is kept without a seat, and the next ones are offered it (E02, E24). */
  async expire(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity?.state !== 'published') return;
    const rows = await this.lines.runOut(tx, activityId, expiredPerStep);
    const expired = await this.lines.setState(tx, rows, { state: 'expired' });
    await this.seating.tell(tx, expired, 'held');
    if (tx.now < activity.startsAt) {
      for (const id of new Set(rows.map((row) => row.poolId)))
        await this.seating.serve(tx, { activityId, id });
    }
    if (rows.length === expiredPerStep) await schedule(tx, { kind: offersDue, key: activityId, at: tx.now });
  }

  private async find(
    tx: Transaction,
    activityId: string,
    { registrationId }: RegistrationRequest,
    rule: ActionRule,
  ): Promise<Found> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    // Read anew under the lock: the offer may have run out, or the registration been cancelled, since.
    const row = await this.reader.rowOf(tx, registrationId);
    return { activity, row, pool: await this.reader.authorisedPool(tx, activity, row, rule) };
  }

  private async isFirst(
    tx: Transaction,
    hall: Hall,
    { activityId, poolId, id }: RegistrationRow,
  ): Promise<boolean> {
    const { partyMax } = lineOf(hall, poolId);
    const [first] = await this.lines.front(tx, { activityId, poolId, partyMax }, 1);
    return first?.id === id;
  }
}
