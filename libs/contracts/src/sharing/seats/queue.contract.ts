import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Instant, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { OwnActivityView } from './own-activity.js';

/** `joining`: one may take a place; `open`: people are let in, in the order of their places. */
export const queueStates = ['ahead', 'joining', 'open'] as const;
export type QueueState = (typeof queueStates)[number];

/** `none`: one has not joined; `turn`: one may sign up. */
export const queuePlaceStates = ['none', 'waiting', 'turn'] as const;
export type QueuePlaceState = (typeof queuePlaceStates)[number];

/** By lot for who was there before the opening; by arrival for who came later. */
export const queueOrders = ['lot', 'arrival'] as const;
export type QueueOrder = (typeof queueOrders)[number];

const hashLength = 64;
const perMinuteBound = 60_000;
const joinFromMeaning = 'From when on one may take a place; no later than the opening';
const perMinuteMeaning = 'How many are let in a minute';

export class QueueRequest {
  @Uuid() activityId: string;
}

export class SetQueueRequest {
  @Uuid() activityId: string;
  @Instant({
    optional: true,
    description: `${joinFromMeaning}. Absent: as it is; for a new queue 30 minutes before sign-up opens`,
  })
  joinFrom?: string | null;
  @Whole({ min: 1, max: perMinuteBound, description: perMinuteMeaning, example: 300 }) perMinute: number;
}

export class JoinQueueRequest {
  @Uuid() activityId: string;
  @Uuid({ optional: true, description: 'A member who cannot join by themselves; absent: the caller' })
  personId?: string | null;
}

export class QueueView {
  @Uuid() activityId: string;
  @Whole({ description: "The activity's version, for If-Match" }) version: number;
  @OneOf(queueStates, { name: 'QueueState' }) state: QueueState;
  @Instant({ description: joinFromMeaning }) joinFrom: string;
  @Instant({ description: 'When the first is let in: the opening of sign-up' }) opensAt: string;
  @Whole({ description: perMinuteMeaning }) perMinute: number;
  @Whole({ description: 'People who have a place' }) joined: number;
  @Whole({
    nullable: true,
    description: 'Those of them who came before the opening; null until their order is made',
  })
  early: number | null;
  @Whole({ description: 'Of all who have joined: so many may sign up by now' }) letIn: number;
  @Text({
    max: hashLength,
    description: 'SHA-256 of the secret by which the order is made, in hex: published before anybody joins',
  })
  commitment: string;
  @Text({ nullable: true, max: hashLength, description: '32 bytes, in hex; null until the order is made' })
  secret: string | null;
  @Instant({ nullable: true, description: 'When the order was made' }) frozenAt: string | null;
}

export class QueueRemovedView {
  @Uuid() activityId: string;
  @Whole({ description: "The activity's version" }) version: number;
}

/** One's own place. Nobody else sees it. */
export class QueuePlaceView {
  @Uuid() activityId: string;
  @OneOf(queuePlaceStates, { name: 'QueuePlaceState' }) state: QueuePlaceState;
  @Instant({ nullable: true }) joinedAt: string | null;
  @Whole({ description: 'People who have a place' }) joined: number;
  @Whole({ nullable: true, min: 1, description: 'Null before the order is made' }) place: number | null;
  @Whole({ nullable: true, description: 'People ahead who are not let in yet' }) ahead: number | null;
  @Instant({ nullable: true, description: 'From when on the person may sign up' }) turnAt: string | null;
  @OneOf(queueOrders, { nullable: true, name: 'QueueOrder', description: 'What the place rests on' })
  order: QueueOrder | null;
  @Text({
    nullable: true,
    max: hashLength,
    description:
      'Where the place is by lot: HMAC-SHA-256 of the person’s id under the secret, in hex; places go by it, the smallest first',
  })
  key: string | null;
  @Instant({ description: 'When the first is let in' }) opensAt: string;
  @Whole({ description: perMinuteMeaning }) perMinute: number;
  @Instant({ description: 'The time of the platform: phones go wrong' }) askedAt: string;
  @Whole({ min: 1, max: 60, description: 'Seconds after which to ask again' }) pollAfter: number;
}

export class MyQueuePlacesRequest extends PageRequest {}

/** One's own place beside its activity. */
export class MyQueuePlaceView extends OwnActivityView {
  @OneOf(queuePlaceStates, { name: 'QueuePlaceState' }) state: QueuePlaceState;
  @Instant() joinedAt: string;
  @Whole({ nullable: true, min: 1, description: 'Null before the order is made' }) place: number | null;
  @Whole({ nullable: true, description: 'People ahead who are not let in yet' }) ahead: number | null;
  @Instant({ nullable: true, description: 'From when on the person may sign up' }) turnAt: string | null;
  @Instant({ description: 'When the first is let in' }) opensAt: string;
  @Instant({ description: 'Until when one may sign up' }) signUpClosesAt: string;
}

export const queueContract = {
  set: command('sharing.queue.set', SetQueueRequest, QueueView, {
    http: 'PUT activities/:activityId/queue',
    tag: 'queues',
    summary:
      'Switches the queue on, before sign-up opens, or changes it; after the opening only to a faster one',
    ifMatch: true,
    example: { joinFrom: '2026-11-24T18:30:00+08:00', perMinute: 300 },
  }),
  remove: command('sharing.queue.remove', QueueRequest, QueueRemovedView, {
    http: 'DELETE activities/:activityId/queue',
    tag: 'queues',
    summary: 'Switches the queue off, before the opening; set again it has the same secret and people',
  }),
  get: query('sharing.queue.get', QueueRequest, QueueView, {
    http: 'GET activities/:activityId/queue',
    tag: 'queues',
    summary: 'Shows the queue of an activity: its times, its commitment, after the opening its secret',
  }),
  join: command('sharing.queue.join', JoinQueueRequest, QueuePlaceView, {
    http: 'POST activities/:activityId/queue-places',
    tag: 'queues',
    summary: 'Takes a place for the caller, or for a member by an officer; 200 where they have one already',
    example: {},
  }),
  mine: query('sharing.queue.mine', QueueRequest, QueuePlaceView, {
    http: 'GET activities/:activityId/queue-places/mine',
    tag: 'queues',
    summary:
      'Shows one’s own place, how many are ahead, when the turn comes, and after how long to ask again',
  }),
  listMine: query('sharing.queue.listMine', MyQueuePlacesRequest, pageOf(MyQueuePlaceView), {
    http: 'GET me/queue-places',
    tag: 'queues',
    summary: "Lists the caller's own places in queues, the latest first",
  }),
};
