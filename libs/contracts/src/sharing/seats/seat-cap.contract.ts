import { command, Done, query } from '../../core/contract.js';
import { ListOf, Text, Uuid, Whole } from '../../core/fields.js';

export class CreateSeatCapRequest {
  @Uuid() activityId: string;

  @Text({
    max: 100,
    example: '礼堂消防限员',
    description: 'What sets the bound; told to who waits because of it',
  })
  name: string;

  @Uuid({
    optional: true,
    description:
      'The union over whose pools, with all below it, the cap stands; the whole activity where absent',
  })
  unionId?: string | null;

  @Whole({
    max: 1_000_000,
    description: 'Heads that may have a seat in all these pools together',
    example: 300,
  })
  capacity: number;
}

export class SeatCapIdRequest {
  @Uuid() activityId: string;
  @Uuid() capId: string;
}

export class ListSeatCapsRequest {
  @Uuid() activityId: string;
}

/** A bound over several pools. Every cap above a pool holds, together with the pool's own capacity. */
export class SeatCapView {
  @Uuid() id: string;
  @Uuid() activityId: string;
  @Text({ max: 100 }) name: string;
  @Uuid({ nullable: true }) unionId: string | null;
  @Whole() capacity: number;
  @Whole({ description: 'Heads that have a seat in its pools, or are offered one' }) taken: number;
  @Whole() free: number;
}

export class SeatCapsView {
  @ListOf(() => SeatCapView, { max: 20 }) items: SeatCapView[];
  @Text({ nullable: true, description: 'Always null: an activity has at most 20 caps' }) nextCursor:
    string | null;
}

export const seatCapContract = {
  create: command('sharing.seat-cap.create', CreateSeatCapRequest, SeatCapView, {
    http: 'POST activities/:activityId/caps',
    tag: 'pools',
    summary: 'Sets a bound over all pools of a union and those below it, or over the whole activity',
    example: { name: '礼堂消防限员', capacity: 300 },
  }),
  remove: command('sharing.seat-cap.remove', SeatCapIdRequest, Done, {
    http: 'DELETE activities/:activityId/caps/:capId',
    tag: 'pools',
    summary: 'Lifts a bound; whoever waited because of it alone gets a seat at once',
  }),
  list: query('sharing.seat-cap.list', ListSeatCapsRequest, SeatCapsView, {
    http: 'GET activities/:activityId/caps',
    tag: 'pools',
    summary: 'Lists the bounds over several pools, and what is free of each',
  }),
};
