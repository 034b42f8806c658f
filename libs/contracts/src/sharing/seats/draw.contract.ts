import { command, event, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, Json, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { OwnActivityView } from './own-activity.js';
import { CompanionDto } from './registration.contract.js';

/** `frozen`: the list of entries stands, and seats are being given by it. */
export const drawStates = ['open', 'frozen', 'drawn', 'cancelled'] as const;
export type DrawState = (typeof drawStates)[number];

/** `out`: the entry no longer held when the list was frozen. */
export const drawEntryStates = ['entered', 'withdrawn', 'out'] as const;
export type DrawEntryState = (typeof drawEntryStates)[number];

/** What an entry came to: a seat, or a place in the waitlist in the order that was drawn. */
export const drawResults = ['seat', 'line'] as const;
export type DrawResult = (typeof drawResults)[number];

/** Why an entry no longer held: the membership ended, no pool is open to the person any more, or they got a registration meanwhile. */
export const drawOutReasons = ['NOT_A_MEMBER_ON_THE_DAY', 'NO_POOL_FOR_YOU', 'REGISTERED_ALREADY'] as const;
export type DrawOutReason = (typeof drawOutReasons)[number];

const fairShareBound = 1_095;
const companionsBound = 20;
const hashLength = 64;
/** 10,000 entries of at most 100 characters. */
const listLength = 1_100_000;

const fairShareMeaning =
  'Who came to fewer activities in so many days before the draw has more tickets: 3, 2 or 1; null: everybody has one';

export class CreateDrawRequest {
  @Uuid() activityId: string;
  @Instant({ description: 'From when on one may enter; ahead, so that the commitment is there before' })
  opensAt: string;
  @Instant({ description: 'Until when one may enter; then it is drawn. No later than the start' })
  closesAt: string;
  @Whole({ optional: true, min: 1, max: fairShareBound, description: fairShareMeaning, example: 365 })
  fairShareDays?: number | null;
}

/** What is absent stays as it is. */
export class ChangeDrawRequest {
  @Uuid() drawId: string;
  @Instant({ optional: true }) opensAt?: string | null;
  @Instant({ optional: true }) closesAt?: string | null;
  @Whole({ optional: true, min: 1, max: fairShareBound, description: fairShareMeaning })
  fairShareDays?: number | null;
}

export class DrawIdRequest {
  @Uuid() drawId: string;
}

export class ListDrawsRequest {
  @Uuid() activityId: string;
}

export class CancelDrawRequest {
  @Uuid() drawId: string;
  @Text({ max: 500, example: '名额改为按报名先后确定' }) reason: string;
}

/** The same as is asked of whoever signs up. */
export class EnterDrawRequest {
  @Uuid() drawId: string;

  @ListOf(() => CompanionDto, { max: companionsBound, optional: true })
  companions?: CompanionDto[] | null;

  @Json({ optional: true, description: "Answers to the activity's sign-up form, by the id of the question" })
  answers?: Record<string, unknown> | null;

  @Whole({ optional: true, max: 1_000_000, description: 'The version of the form that was filled in' })
  formVersion?: number | null;

  @Flag({ optional: true, description: 'As for a sign-up: required with companions under 14' })
  guardianConsent?: boolean | null;
}

/** One's own entry. Nobody else sees it: the public list names it by its token. */
export class DrawEntryView {
  @Uuid() drawId: string;
  @OneOf(drawEntryStates, { name: 'DrawEntryState' }) state: DrawEntryState;
  @Text({
    max: hashLength,
    description: 'By which it stands in the public list: SHA-256 of `<draw id>:<person id>:<salt>`, in hex',
  })
  token: string;
  @Text({ max: 32, description: 'With it the person, and nobody else, can compute the token' }) salt: string;
  @Whole({ description: 'The person and their companions' }) heads: number;
  @Instant() enteredAt: string;
  @Whole({ nullable: true, description: 'Tickets, counted once when the list is frozen' }) weight:
    number | null;
  @Whole({ nullable: true, description: 'Activities that the person came to in the days of the fair share' })
  timesCame: number | null;
  @Whole({ nullable: true, min: 1, description: 'The place in the drawn order' }) place: number | null;
  @OneOf(drawResults, { nullable: true, name: 'DrawResult' }) result: DrawResult | null;
  @OneOf(drawOutReasons, { nullable: true, name: 'DrawOutReason' }) outReason: DrawOutReason | null;
}

export class MyDrawEntriesRequest extends PageRequest {}

/** One's own entry beside its activity. */
export class MyDrawEntryView extends OwnActivityView {
  @Uuid() drawId: string;
  @OneOf(drawStates, { name: 'DrawState' }) drawState: DrawState;
  @Instant({ description: 'When it is drawn' }) closesAt: string;
  @OneOf(drawEntryStates, { name: 'DrawEntryState' }) state: DrawEntryState;
  @Whole({ description: 'The person and their companions' }) heads: number;
  @Instant() enteredAt: string;
  @Whole({ nullable: true, min: 1, description: 'The place in the drawn order; null before it is drawn' })
  place: number | null;
  @OneOf(drawResults, { nullable: true, name: 'DrawResult' }) result: DrawResult | null;
  @OneOf(drawOutReasons, { nullable: true, name: 'DrawOutReason' }) outReason: DrawOutReason | null;
}

export class DrawView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Text({ max: 200 }) activityTitle: string;
  @Uuid({ description: 'The union behind the organiser' }) unionId: string;
  @Text({ description: 'IANA zone in which its times are read aloud' }) timeZone: string;
  @OneOf(drawStates, { name: 'DrawState' }) state: DrawState;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @Whole({ nullable: true, description: fairShareMeaning }) fairShareDays: number | null;
  @Text({ max: hashLength, description: 'SHA-256 of the secret, in hex: published before the draw opens' })
  commitment: string;
  @Whole({ description: 'People who are in it' }) entries: number;
  @Whole({ nullable: true, description: 'People who got a seat by it; null before' }) winners: number | null;
  @Whole({ description: 'Of those in the frozen list: so many have their seat or place already' })
  settled: number;
  @Text({ nullable: true, max: hashLength, description: 'SHA-256 of the frozen list, in hex' })
  listHash: string | null;
  @Instant({ nullable: true }) frozenAt: string | null;
  @Instant({ nullable: true }) drawnAt: string | null;
  @Instant({ nullable: true }) cancelledAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Null where the activity was called off, or had begun' })
  cancelReason: string | null;
  @Nested(() => DrawEntryView, { nullable: true, description: "The caller's own" })
  mine: DrawEntryView | null;
}

export class DrawsView {
  @ListOf(() => DrawView, { max: 20, description: 'The latest first' }) items: DrawView[];
  @Text({ nullable: true, description: 'Always null: an activity has at most 20 draws' }) nextCursor:
    string | null;
}

/** All that is needed to draw again; `deploy/verify-draw.mjs` does. */
export class DrawProofView {
  @Uuid() drawId: string;
  @Text({ max: hashLength, description: 'SHA-256 of the secret, as it was published before the draw opened' })
  commitment: string;
  @Text({ max: hashLength, description: '32 bytes, in hex' }) secret: string;
  @Text({
    max: listLength,
    description:
      'Lines: `draw <id>`, `pool <number> <free seats>`, `cap <free seats> <pool numbers>`, `entry <number> <token> <tickets> <heads> <pool number>`',
  })
  list: string;
  @Text({ max: hashLength, description: 'SHA-256 of the list' }) listHash: string;
  @Text({ max: hashLength, description: 'SHA-256 of the secret followed by the hash of the list (64 bytes)' })
  seed: string;
  @Text({
    min: 0,
    max: listLength,
    description: 'Lines: `<place> <entry number> seat|line`, in the drawn order',
  })
  result: string;
}

/** The public state of a draw: no persons. */
export class DrawStateData {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @OneOf(drawStates) state: DrawState;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @Whole({ nullable: true }) fairShareDays: number | null;
  @Text({ max: hashLength }) commitment: string;
  @Text({ nullable: true, max: hashLength }) listHash: string | null;
  @Whole() entries: number;
  @Whole({ nullable: true }) winners: number | null;
}

const shown = query('sharing.draw.get', DrawIdRequest, DrawView, {
  http: 'GET draws/:drawId',
  tag: 'draws',
  summary: 'Shows a draw: its window, its commitment, how far it is, and the own entry of the caller',
});

export const drawContract = {
  create: command('sharing.draw.create', CreateDrawRequest, DrawView, {
    http: 'POST activities/:activityId/draws',
    tag: 'draws',
    summary:
      'Has the free seats of an activity drawn: publishes the hash of a secret, and closes first-come sign-up',
    example: {
      opensAt: '2026-11-21T09:00:00+08:00',
      closesAt: '2026-11-24T18:00:00+08:00',
      fairShareDays: 365,
    },
  }),
  change: command('sharing.draw.change', ChangeDrawRequest, DrawView, {
    http: 'PATCH draws/:drawId',
    tag: 'draws',
    summary: 'Changes window or fair share, as long as nobody can have entered',
    ifMatch: true,
    example: { closesAt: '2026-11-25T18:00:00+08:00' },
  }),
  cancel: versioned(
    command('sharing.draw.cancel', CancelDrawRequest, DrawView, {
      http: 'POST draws/:drawId/cancel',
      tag: 'draws',
      summary: 'Cancels a draw for a reason that everybody sees; never once entry is closed',
      status: 200,
      example: { reason: '名额改为按报名先后确定' },
    }),
    shown,
  ),
  enter: command('sharing.draw.enter', EnterDrawRequest, DrawEntryView, {
    http: 'POST draws/:drawId/entries',
    tag: 'draws',
    summary: 'Enters the caller with their companions, once; 200 where they are in it already',
    example: { companions: [{ name: '小明', ageBand: 'child3to6' }], guardianConsent: true },
  }),
  withdraw: command('sharing.draw.withdraw', DrawIdRequest, DrawEntryView, {
    http: 'POST draws/:drawId/withdraw-entry',
    tag: 'draws',
    summary: 'Takes the own entry out again; until the close one may enter anew',
    status: 200,
  }),
  get: shown,
  list: query('sharing.draw.list', ListDrawsRequest, DrawsView, {
    http: 'GET activities/:activityId/draws',
    tag: 'draws',
    summary: 'Lists the draws of an activity, the latest first, each with the own entry of the caller',
  }),
  mine: query('sharing.draw.mine', MyDrawEntriesRequest, pageOf(MyDrawEntryView), {
    http: 'GET me/draw-entries',
    tag: 'draws',
    summary: "Lists the caller's own entries in draws, also those withdrawn, the latest first",
  }),
  proof: query('sharing.draw.proof', DrawIdRequest, DrawProofView, {
    http: 'GET draws/:drawId/proof',
    tag: 'draws',
    summary: 'All that is needed to draw again: secret, list of entries without persons, seed and result',
  }),
};

export const drawEvents = {
  drawChanged: event('evt.sharing.draw.changed.v1', DrawStateData),
};
