import { command, query } from '../../core/contract.js';
import type { Sex } from '@gongxiang/domain';
import { Instant, ListOf, Nested, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';
import { sexes, sizeClasses, type SizeClassName } from '../../membership/membership-events.js';

const offerHoursMax = 24 * 14;

/** How seats of a pool are given, beside how many there are. */
class PoolRules {
  @Instant({
    optional: true,
    description:
      'When sign-up for this pool opens, where that is later than for the activity; null: with the activity',
  })
  opensAt?: string | null;

  @Instant({
    optional: true,
    description:
      'When what is free of the pool goes to the common pool, once; null: never. Not of the common pool itself',
  })
  releasesAt?: string | null;

  @Whole({
    optional: true,
    min: 1,
    max: offerHoursMax,
    description: 'Hours in which somebody who moves up accepts their seat; null: it is confirmed at once',
  })
  offerHours?: number | null;

  @Instant({
    optional: true,
    description: 'Until when those who wait move up by themselves; null: until the start',
  })
  promotionUntil?: string | null;
}

export class CreatePoolRequest extends PoolRules {
  @Uuid() activityId: string;

  @Text({ max: 100, example: '青山区总工会名额' })
  name: string;

  @Uuid({
    optional: true,
    description: 'The union whose subtree the seats are for; the common pool where absent',
  })
  unionId?: string | null;

  @Uuid({
    optional: true,
    description:
      'The club whose members the seats are for, as they are on the day of the activity; instead of a union',
  })
  clubId?: string | null;

  @SomeOf(sizeClasses, {
    optional: true,
    description: 'Only for members of unions at enterprises of these sizes; none: of any',
  })
  sizeClasses?: SizeClassName[] | null;

  @Whole({ max: 1_000_000, description: 'Seats: people with their companions', example: 120 })
  capacity: number;

  @OneOf(sexes, {
    optional: true,
    name: 'Sex',
    description: 'Of matchmaking alone: the seats are for women, or for men, as membership has it on record',
  })
  sex?: Sex | null;
}

/** What is absent stays as it is; null empties it. */
export class ChangePoolRequest extends PoolRules {
  @Uuid() activityId: string;
  @Uuid() poolId: string;
  @Whole({
    optional: true,
    max: 1_000_000,
    description: 'Raising serves the waitlist first; lowering moves the last in to its front',
  })
  capacity?: number | null;
}

export class ListPoolsRequest {
  @Uuid() activityId: string;
}

/** Where a pool's seats are: capacity + over = confirmed + held + free. Who waits has no seat and stands outside the sum. */
export class SeatsView {
  @Whole() capacity: number;
  @Whole({ description: 'Heads with a seat' }) confirmed: number;
  @Whole({ description: 'Heads for whom a seat is reserved by an offer' }) held: number;
  @Whole() free: number;
  @Whole({ description: 'Heads beyond the capacity, admitted by an override' }) over: number;
  @Whole({ description: 'Heads that wait' }) waiting: number;
  @Whole({ description: 'Registrations that wait' }) waitingParties: number;
}

/** A cap that leaves fewer seats than are free in the pool. */
export class BoundByCapView {
  @Text({ max: 100, description: 'The name of the cap' }) name: string;
  @Whole({ description: 'At most so many of the free seats can be given' }) free: number;
}

export class PoolView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Text() name: string;
  @Uuid({ nullable: true }) unionId: string | null;
  @Uuid({ nullable: true }) clubId: string | null;
  @SomeOf(sizeClasses, { description: 'None: of any' }) sizeClasses: SizeClassName[];
  @OneOf(sexes, { nullable: true, name: 'Sex' }) sex: Sex | null;
  @Nested(() => SeatsView) seats: SeatsView;
  @Nested(() => BoundByCapView, { nullable: true }) boundBy: BoundByCapView | null;
  @Instant({ nullable: true }) opensAt: string | null;
  @Instant({ nullable: true }) releasesAt: string | null;
  @Instant({ nullable: true, description: 'When its free seats went to the common pool' })
  releasedAt: string | null;
  @Whole({ nullable: true }) offerHours: number | null;
  @Instant({ nullable: true }) promotionUntil: string | null;
}

export class PoolsView {
  @ListOf(() => PoolView, { max: 200 }) items: PoolView[];
  @Text({ nullable: true, description: 'Always null: an activity has at most 200 pools' }) nextCursor:
    string | null;
  @Nested(() => SeatsView, { description: 'The sum of the lines' }) total: SeatsView;
}

export const poolContract = {
  create: command('sharing.pool.create', CreatePoolRequest, PoolView, {
    http: 'POST activities/:activityId/pools',
    tag: 'pools',
    summary:
      'Adds a pool of seats, for a union with all below it, for a club, or for everybody else; also for some sizes of enterprises alone',
    example: { name: '青山区总工会名额', unionId: '019a0000-0000-7000-8000-000000000001', capacity: 120 },
  }),
  change: command('sharing.pool.change', ChangePoolRequest, PoolView, {
    http: 'PATCH activities/:activityId/pools/:poolId',
    tag: 'pools',
    summary:
      'Changes capacity, times or offers: raised, it serves the waitlist first; lowered, the last in go to its front',
    ifMatch: true,
    example: { capacity: 150 },
  }),
  list: query('sharing.pool.list', ListPoolsRequest, PoolsView, {
    http: 'GET activities/:activityId/pools',
    tag: 'pools',
    summary: 'Shows where the seats of each pool are, and their sum',
  }),
};
