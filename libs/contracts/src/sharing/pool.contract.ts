import { command, query } from '../contract.js';
import { ListOf, Nested, Text, Uuid, Whole } from '../fields.js';

export class CreatePoolRequest {
  @Uuid() activityId: string;

  @Text({ max: 100, example: '青山区总工会名额' })
  name: string;

  @Uuid({
    optional: true,
    description: 'The union whose subtree the seats are for; the common pool where absent',
  })
  unionId?: string | null;

  @Whole({ max: 1_000_000, description: 'Seats: people with their companions', example: 120 })
  capacity: number;
}

export class ChangePoolRequest {
  @Uuid() activityId: string;
  @Uuid() poolId: string;
  @Whole({
    max: 1_000_000,
    description: 'Raising serves the waitlist first; lowering moves the last in to its front',
  })
  capacity: number;
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

export class PoolView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Text() name: string;
  @Uuid({ nullable: true }) unionId: string | null;
  @Nested(() => SeatsView) seats: SeatsView;
}

export class PoolsView {
  @ListOf(() => PoolView, { max: 200 }) items: PoolView[];
  @Text({ nullable: true, description: 'Always null: an activity has at most 200 pools' }) nextCursor:
    string | null;
  @Nested(() => SeatsView, { description: 'The sum of the lines' }) total: SeatsView;
}

export const poolContract = {
  create: command('sharing.pool.create', CreatePoolRequest, PoolView),
  change: command('sharing.pool.change', ChangePoolRequest, PoolView),
  list: query('sharing.pool.list', ListPoolsRequest, PoolsView),
};
