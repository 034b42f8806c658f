import type { Sex } from '@gongxiang/domain';
import { command, query } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  UuidList,
  Whole,
} from '../../core/fields.js';
import {
  employmentKinds,
  type EmploymentKind,
  type SizeClassName,
  sexes,
  sizeClasses,
} from '../../membership/membership-events.js';

const unionsBound = 50;
const clubsBound = 20;
const groupsBound = 20;
const ageBound = 120;

/** `blocked`: whoever missed too many may not sign up for a time. */
export const noShowEffects = ['none', 'blocked'] as const;
export type NoShowEffect = (typeof noShowEffects)[number];

/** What keeps somebody from signing up; each is an error code as well. */
export const unmetCodes = [
  'NOT_OF_THESE_UNIONS',
  'NOT_OF_THESE_SIZE_CLASSES',
  'AGE_UNKNOWN',
  'AGE_BELOW',
  'AGE_ABOVE',
  'AGE_OUTSIDE',
  'SEX_UNKNOWN',
  'SEX_DIFFERENT',
  'NO_SHOW_BLOCKED',
  'NOT_A_NEIGHBOUR',
  'NOT_IN_THE_PARK',
  'PLACE_UNKNOWN',
  'NOT_IN_THESE_CLUBS',
  'NOT_IN_THESE_GROUPS',
  'EMPLOYMENT_UNKNOWN',
  'NOT_OF_THESE_EMPLOYMENT_KINDS',
] as const;
export type UnmetCode = (typeof unmetCodes)[number];

/** What follows for whoever had a seat, did not give it back and did not come. */
export class NoShowPolicyDto {
  @OneOf(noShowEffects, { name: 'NoShowEffect' }) effect: NoShowEffect;

  @Whole({ min: 1, max: 20, description: 'From so many no-shows at activities of the same union on' })
  countFrom: number;

  @Whole({ min: 1, max: 730, description: 'Only those of the last so many days count' })
  withinDays: number;

  @Whole({ min: 1, max: 365, description: 'For so many days from the last of them' })
  blockedDays: number;
}

const kilometres =
  'Within so many kilometres, as the crow flies, of the union behind the organiser, by where the unions are to be found';
const park = 'Of unions that lie in the industrial park in which the union behind the organiser lies';

/** For neighbours of the organiser: one of the two is said. */
export class NeighboursDto {
  @Whole({ optional: true, min: 1, max: 500, description: kilometres }) withinKm?: number | null;
  @Flag({ optional: true, description: park }) samePark?: boolean | null;
}

export class NeighboursView {
  @Whole({ nullable: true, min: 1, max: 500, description: kilometres }) withinKm: number | null;
  @Flag({ description: park }) samePark: boolean;
}

export class SetEligibilityRequest {
  @Uuid() activityId: string;

  @UuidList({
    max: unionsBound,
    description: 'For members of any of these unions, and of those below; none: of all',
  })
  unionIds: string[];

  @SomeOf(sizeClasses, { description: "By the enterprise of the member's union; none: of any" })
  sizeClasses: SizeClassName[];

  @Whole({ optional: true, max: ageBound, description: 'Completed years on the day of the activity' })
  ageFrom?: number | null;

  @Whole({ optional: true, max: ageBound, description: 'Completed years on the day of the activity' })
  ageTo?: number | null;

  @OneOf(sexes, { optional: true, name: 'Sex' }) sex?: Sex | null;

  @Nested(() => NoShowPolicyDto, { optional: true }) noShow?: NoShowPolicyDto | null;

  @Nested(() => NeighboursDto, { optional: true }) neighbours?: NeighboursDto | null;

  @UuidList({
    optional: true,
    max: clubsBound,
    description: 'For those who are in any of these clubs on the day of the activity; none: in any or none',
  })
  clubIds?: string[] | null;

  @UuidList({
    optional: true,
    max: groupsBound,
    description:
      'For those who are in any of these groups of the unions that host it on the day of the activity; none: in any or none',
  })
  groupIds?: string[] | null;

  @SomeOf(employmentKinds, {
    optional: true,
    description: 'On what terms the member works, as their union has recorded it; none: on any',
  })
  employmentKinds?: EmploymentKind[] | null;
}

export class EligibilityRequest {
  @Uuid() activityId: string;
}

export class EligibleUnionView {
  @Uuid() id: string;
  @Text() name: string;
}

export class EligibleClubView {
  @Uuid() id: string;
  @Text() name: string;
}

export class EligibleGroupView {
  @Uuid() id: string;
  @Text() name: string;
}

/** Whether the caller may sign up; of their age, sex, employment, clubs or place it reveals only the reason of a refusal. */
export class OwnEligibilityView {
  @Flag() eligible: boolean;
  @SomeOf(unmetCodes) unmet: UnmetCode[];
  @Instant({ nullable: true, description: 'Until when the person is blocked for no-shows' }) blockedUntil:
    string | null;
}

export class EligibilityView {
  @Uuid() activityId: string;
  @Whole({ description: "The activity's version, for If-Match" }) version: number;
  @CalendarDate({ description: 'The day for which it is judged, on the calendar of the activity' })
  day: string;
  @ListOf(() => EligibleUnionView, { max: unionsBound }) unions: EligibleUnionView[];
  @SomeOf(sizeClasses) sizeClasses: SizeClassName[];
  @Whole({ nullable: true }) ageFrom: number | null;
  @Whole({ nullable: true }) ageTo: number | null;
  @OneOf(sexes, { nullable: true, name: 'Sex' }) sex: Sex | null;
  @Nested(() => NoShowPolicyDto, { nullable: true }) noShow: NoShowPolicyDto | null;
  @Nested(() => NeighboursView, { nullable: true }) neighbours: NeighboursView | null;
  @ListOf(() => EligibleClubView, { max: clubsBound }) clubs: EligibleClubView[];
  @ListOf(() => EligibleGroupView, { max: groupsBound }) groups: EligibleGroupView[];
  @SomeOf(employmentKinds) employmentKinds: EmploymentKind[];
  @Nested(() => OwnEligibilityView) mine: OwnEligibilityView;

  @Whole({
    nullable: true,
    description:
      'After a change: registrations that have a seat or wait, and keep what they have, whatever the rules are now',
  })
  kept: number | null;
}

export const eligibilityContract = {
  get: query('sharing.eligibility.get', EligibilityRequest, EligibilityView, {
    http: 'GET activities/:activityId/eligibility',
    tag: 'registrations',
    summary: 'Shows who may come, and whether the caller may',
  }),
  set: command('sharing.eligibility.set', SetEligibilityRequest, EligibilityView, {
    http: 'PUT activities/:activityId/eligibility',
    tag: 'registrations',
    summary: 'Says who may come from now on; those who have a seat or wait keep it',
    ifMatch: true,
    example: {
      unionIds: ['019a0000-0000-7000-8000-000000000001'],
      sizeClasses: ['small', 'micro'],
      ageFrom: 18,
      ageTo: 35,
      noShow: { effect: 'blocked', countFrom: 3, withinDays: 180, blockedDays: 30 },
    },
  }),
};
