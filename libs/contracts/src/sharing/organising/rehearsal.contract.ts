import { query, slow } from '../../core/contract.js';
import { Json, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import type { Money } from '../../words/money.js';
import { MoneyByParty, SplitPartyDto, SplitRuleDto } from '../../settlement/splits/split.contract.js';
import { NamedPartyView } from '../activities/activity-parts.js';
import { type WaitlistReason, waitlistReasons } from '../seats/registration.contract.js';

/** What is assumed where a request says nothing. */
export const rehearsalDefaults = {
  people: 100,
  partyShare: 20,
  cancelShare: 10,
  presentShare: 90,
  walkIns: 0,
} as const;

export class RehearseRequest {
  @Uuid() activityId: string;

  @Whole({
    optional: true,
    min: 1,
    max: 1_000,
    example: 100,
    description: 'Invented people who sign up, the pools in turn; 100 where absent',
  })
  people?: number | null;

  @Whole({
    optional: true,
    max: 100,
    example: 20,
    description:
      'Percent of them who bring one companion, where the activity lets anybody bring one; 20 where absent',
  })
  partyShare?: number | null;

  @Whole({
    optional: true,
    max: 100,
    example: 10,
    description: 'Percent of those with a seat who give it back before the start; 10 where absent',
  })
  cancelShare?: number | null;

  @Whole({
    optional: true,
    max: 100,
    example: 90,
    description: 'Percent of those with a seat who come; 90 where absent',
  })
  presentShare?: number | null;

  @Whole({
    optional: true,
    max: 100,
    example: 0,
    description: 'People who come without having signed up; none where absent',
  })
  walkIns?: number | null;
}

export const rehearsalProblems = [
  'NO_POOLS',
  'POOL_NEVER_OPENS',
  'POOL_NOT_ELIGIBLE',
  'PROMOTION_ENDS_EARLY',
  'PARTY_EXCEEDS_POOL',
  'UNION_WITHOUT_POOL',
  'WALK_IN_NOT_PERMITTED',
  'DRAW_NOT_REHEARSED',
  'RELEASE_NOT_REHEARSED',
] as const;
export type RehearsalProblem = (typeof rehearsalProblems)[number];

export class RehearsalWaitView {
  @OneOf(waitlistReasons, { name: 'WaitlistReason' }) reason: WaitlistReason;
  @Text({ nullable: true, max: 200, description: 'The cap that binds; null where none does' })
  cap: string | null;
}

/** One pool. Heads are people, companions counted. */
export class RehearsalPoolView {
  @Uuid() poolId: string;
  @Text({ max: 200 }) name: string;
  @Whole() capacity: number;
  @Whole({ description: 'Heads that asked for a seat' }) wanted: number;
  @Whole({ description: 'Heads that could not sign up' }) refused: number;
  @Whole({ description: 'Heads that got a seat by signing up' }) seated: number;
  @Whole({ description: 'Heads that waited' }) waiting: number;
  @Nested(() => RehearsalWaitView, { nullable: true, description: 'Why the first in line waited' })
  firstWaits: RehearsalWaitView | null;
  @Whole({ description: 'Heads whose seat was given back' }) cancelled: number;
  @Whole({ description: 'Heads that moved up' }) promoted: number;
  @Whole({ description: 'Heads that wait to the end' }) stillWaiting: number;
  @Nested(() => RehearsalWaitView, { nullable: true, description: 'Why the first in line waits to the end' })
  firstStillWaits: RehearsalWaitView | null;
}

export class RehearsalDoorView {
  @Whole() scans: number;
  @Whole({ description: 'Heads that came in, with a seat or without' }) came: number;
  @Whole({ description: 'Registrations with a seat whose people did not come' }) noShows: number;
  @Whole({ description: 'People let in without a seat' }) walkIns: number;
  @Whole({ description: 'Scans that were refused' }) refused: number;
}

export class RehearsalHeadsView {
  @Uuid() unionId: string;
  @Text({ nullable: true, description: 'Null where the union is not known yet' }) unionName: string | null;
  @Whole({ description: 'Heads that count for it when costs are split' }) heads: number;
}

/** What `POST /previews/split` is asked with, but for a total. */
export class RehearsalSplitView {
  @ListOf(() => SplitPartyDto, { max: 200, description: 'With the heads that came to the rehearsal' })
  parties: SplitPartyDto[];
  @Nested(() => SplitRuleDto) rule: SplitRuleDto;
  @MoneyByParty() caps: Record<string, Money>;
  @MoneyByParty() floors: Record<string, Money>;
}

export class RehearsalCostView {
  @Uuid() agreementId: string;
  @Whole({ min: 1 }) versionNumber: number;
  @ListOf(() => NamedPartyView, { max: 200 }) parties: NamedPartyView[];
  @Nested(() => RehearsalSplitView) split: RehearsalSplitView;
}

/** Something in the plan that will not go as planned. */
export class RehearsalProblemView {
  @OneOf(rehearsalProblems, { name: 'RehearsalProblem' }) code: RehearsalProblem;
  @Json({ description: 'Values that the text of the code names, such as the `pool`' })
  params: Readonly<Record<string, string | number>>;
}

/** What came of it. Nobody of these people was ever there, and nothing was saved. */
export class RehearsalView {
  @Uuid() activityId: string;
  @Whole({ min: 1, description: 'The version of the activity that was looked at' }) activityVersion: number;
  @Whole({ min: 1 }) people: number;
  @Whole({ description: 'How many of them brought a companion' }) parties: number;
  @ListOf(() => RehearsalPoolView, { max: 200 }) pools: RehearsalPoolView[];
  @Nested(() => RehearsalDoorView) door: RehearsalDoorView;
  @ListOf(() => RehearsalHeadsView, { max: 500 }) heads: RehearsalHeadsView[];
  @Nested(() => RehearsalCostView, { nullable: true, description: 'Null where no agreement is in force' })
  cost: RehearsalCostView | null;
  @ListOf(() => RehearsalProblemView, { max: 1_000 }) problems: RehearsalProblemView[];
}

export const rehearsalContract = {
  run: slow(
    query('sharing.rehearsal.run', RehearseRequest, RehearsalView, {
      http: 'POST activities/:activityId/rehearsals',
      tag: 'activities',
      summary:
        'Rehearses sign-up, cancellations and check-in with invented people, by the rules of the real ones; saves nothing',
      status: 200,
      idempotent: false,
      example: { people: 100, partyShare: 20, cancelShare: 10, presentShare: 90, walkIns: 5 },
    }),
  ),
};
