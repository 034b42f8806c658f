import { command, event, NoRequest, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  UuidList,
  Whole,
} from '../../core/fields.js';
import { type ActivityState, activityStates } from '../sharing-events.js';

/** `held` is a seat on offer, `expired` an offer that nobody accepted in time: never the answer to a sign-up. */
export const registrationStates = ['confirmed', 'waitlisted', 'held', 'cancelled', 'expired'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** Enough to plan for children; no birth date is asked for. */
export const ageBands = ['child0to2', 'child3to6', 'child7to13', 'youth14to17', 'adult'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Why somebody waits: the binding reason, in the order in which reasons are examined. */
export const waitlistReasons = [
  'PARTY_EXCEEDS_POOL',
  'PARTY_EXCEEDS_CAP',
  'PROMOTION_OVER',
  'POOL_FULL',
  'CAP_FULL',
  'PARTY_DOES_NOT_FIT',
  'OTHERS_AHEAD',
] as const;
export type WaitlistReason = (typeof waitlistReasons)[number];

const offerExpiresAtMeaning =
  'By when an offered seat is to be accepted; where nobody did, since when it is given on; null else';

const guardianConsentMeaning =
  'Who signs up is their guardian, or has the consent of theirs; true is required with companions under 14';

/** The bound of every list of companions; an activity may allow fewer. */
const companionsBound = 20;

export class CompanionDto {
  @Text({ max: 50, example: '小明' })
  name: string;

  @OneOf(ageBands, {
    optional: true,
    name: 'AgeBand',
    description: 'Required where the activity is for parents and children',
  })
  ageBand?: AgeBand | null;
}

export class OverrideDto {
  @Text({ max: 500, description: 'Why this person gets a seat beyond the capacity; kept in the audit trail' })
  reason: string;
}

export class RegisterRequest {
  @Uuid() activityId: string;

  @ListOf(() => CompanionDto, { max: companionsBound, optional: true })
  companions?: CompanionDto[] | null;

  @Json({
    optional: true,
    description: "Answers to the activity's sign-up form, by the id of the question",
  })
  answers?: Record<string, unknown> | null;

  @Whole({ optional: true, max: 1_000_000, description: 'The version of the form that was filled in' })
  formVersion?: number | null;

  @Flag({ optional: true, description: guardianConsentMeaning })
  guardianConsent?: boolean | null;

  @Uuid({
    optional: true,
    description: 'Someone else, registered by an officer or organiser; the caller where absent',
  })
  personId?: string | null;

  @Nested(() => OverrideDto, {
    optional: true,
    description: "A seat beyond the capacity; for the organiser's union",
  })
  override?: OverrideDto | null;
}

const waitlistCameMeaning =
  "Where the activity's waitlist goes by fair share: the activities that the person came to, counted at sign-up; 0 in the first group; null for those who do not wait";

export class RegisterGroupRequest {
  @Uuid() activityId: string;
  @UuidList({ min: 1, max: 200, description: 'In the order in which they are to get the seats' })
  personIds: string[];
}

export class RegistrationIdRequest {
  @Uuid() registrationId: string;
}

export class AddCompanionsRequest {
  @Uuid() registrationId: string;

  @ListOf(() => CompanionDto, { min: 1, max: companionsBound })
  companions: CompanionDto[];

  @Flag({ optional: true, description: guardianConsentMeaning })
  guardianConsent?: boolean | null;
}

export class CancelRegistrationRequest {
  @Uuid() registrationId: string;

  @TextList({
    optional: true,
    min: 1,
    max: companionsBound,
    length: 50,
    description: 'The names of the companions who stay at home; the whole registration where absent',
  })
  companions?: string[] | null;
}

export class PromoteRegistrationRequest {
  @Uuid() registrationId: string;

  @Text({
    optional: true,
    max: 500,
    description:
      'Why they go before those ahead of them; required when out of order, and kept in the audit trail',
  })
  reason?: string | null;
}

export class ListRegistrationsRequest extends PageRequest {
  @Uuid() activityId: string;
  @OneOf(registrationStates, { optional: true }) state?: RegistrationState;
}

export class MyRegistrationsRequest extends PageRequest {
  @Uuid({ optional: true, description: 'Only that in this activity' }) activityId?: string;
  @OneOf(registrationStates, { optional: true }) state?: RegistrationState;
}

export class CompanionView {
  @Text() name: string;
  @OneOf(ageBands, { nullable: true, name: 'AgeBand' }) ageBand: AgeBand | null;
}

export class RegistrationView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Uuid() personId: string;
  @OneOf(registrationStates) state: RegistrationState;
  @Uuid({ description: 'The id of the pool' }) pool: string;
  @Text() poolName: string;
  @Whole({
    nullable: true,
    min: 1,
    description: 'The place in the line of its pool; null for who does not wait',
  })
  waitlistPlace: number | null;
  @OneOf(waitlistReasons, { nullable: true, description: 'What binds who waits' })
  waitlistReason: WaitlistReason | null;
  @Text({ nullable: true, max: 100, description: 'The name of the cap that binds who waits, where one does' })
  waitlistCap: string | null;
  @Whole({ nullable: true, description: waitlistCameMeaning }) waitlistCame: number | null;
  @Instant({ nullable: true, description: offerExpiresAtMeaning }) offerExpiresAt: string | null;
  @Whole({ description: 'The person and their companions' }) heads: number;
  @ListOf(() => CompanionView, { max: companionsBound }) companions: CompanionView[];
  @Instant({
    nullable: true,
    description: 'When consent was given for the companions under 14; null where nobody is',
  })
  guardianConsentAt: string | null;
  @Text({ nullable: true, description: 'To be shown at the door; only in the person’s own view' })
  checkInCode: string | null;
  @Instant() registeredAt: string;
}

export class RegistrationsView {
  @ListOf(() => RegistrationView, { max: 200 }) items: RegistrationView[];
}

/** Somebody who may come along next time. */
export class RelativeView extends CompanionView {
  @Uuid({ nullable: true, description: 'Null for whoever came along before and is not kept' }) id:
    string | null;
}

export class FamilyView {
  @ListOf(() => RelativeView, {
    max: companionsBound,
    description: 'Each name once: first those who are kept, then whoever came along before, the latest first',
  })
  items: RelativeView[];
}

/** A line of the list that officers see: names are masked, companions only counted. */
export class RegistrationLineView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() personId: string;
  @Text() maskedName: string;
  @OneOf(registrationStates) state: RegistrationState;
  @Uuid() pool: string;
  @Text() poolName: string;
  @Whole({ nullable: true, min: 1 }) waitlistPlace: number | null;
  @Whole({ nullable: true, description: waitlistCameMeaning }) waitlistCame: number | null;
  @Instant({ nullable: true, description: offerExpiresAtMeaning }) offerExpiresAt: string | null;
  @Whole() heads: number;
  @Flag({ description: 'Admitted beyond the capacity' }) overridden: boolean;
  @Instant() registeredAt: string;
}

export class MyRegistrationView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @OneOf(activityStates, { name: 'ActivityState' }) activityState: ActivityState;
  @Text({ nullable: true, description: 'Where it takes place' }) venue: string | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @OneOf(registrationStates) state: RegistrationState;
  @Uuid() pool: string;
  @Text() poolName: string;
  @Whole({ nullable: true, min: 1 }) waitlistPlace: number | null;
  @Instant({ nullable: true, description: offerExpiresAtMeaning }) offerExpiresAt: string | null;
  @Whole() heads: number;
  @Flag({ description: 'The person was there: the door says so, or a correction' }) attended: boolean;
  @Text({ description: 'To be shown at the door' }) checkInCode: string;
  @Instant() registeredAt: string;
}

/** The whole public state of a registration, and who brought it about. */
export class RegistrationStateData {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() personId: string;
  @Uuid() poolId: string;
  @OneOf(registrationStates) state: RegistrationState;
  @Whole() heads: number;
  /** Null where no person did: an offer ran out, or a membership ended. */
  @Uuid({ nullable: true }) changedBy: string | null;
}

/** What became of up to 200 registrations of one activity in one transaction: in a rush they change together. */
export class RegistrationsChanged {
  @Uuid() activityId: string;
  @ListOf(() => RegistrationStateData, { max: 200 }) registrations: RegistrationStateData[];
}

const shown = query('sharing.registration.get', RegistrationIdRequest, RegistrationView, {
  http: 'GET registrations/:registrationId',
  tag: 'registrations',
  summary: 'Shows a registration: seat or place in the waitlist, and what binds who waits',
});

export const registrationContract = {
  register: command('sharing.registration.register', RegisterRequest, RegistrationView, {
    http: 'POST activities/:activityId/registrations',
    tag: 'registrations',
    summary:
      'Signs up the caller with their companions, or a member by an officer; 200 where they are registered already',
    example: { companions: [{ name: '小明', ageBand: 'child3to6' }], guardianConsent: true, answers: {} },
  }),
  registerGroup: command('sharing.registration.registerGroup', RegisterGroupRequest, RegistrationsView, {
    http: 'POST activities/:activityId/registrations/group',
    tag: 'registrations',
    summary: 'Signs up members in the order given, all or none; for officers',
    example: { personIds: ['019a0000-0000-7000-8000-000000000011', '019a0000-0000-7000-8000-000000000012'] },
  }),
  cancel: command('sharing.registration.cancel', CancelRegistrationRequest, RegistrationView, {
    http: 'POST registrations/:registrationId/cancel',
    tag: 'registrations',
    summary: 'Gives back the whole registration, or some of its companions; who waits gets the seats at once',
    status: 200,
    ifMatch: 'forOthers',
    example: { companions: ['小红'] },
  }),
  addCompanions: command('sharing.registration.addCompanions', AddCompanionsRequest, RegistrationView, {
    http: 'POST registrations/:registrationId/companions',
    tag: 'registrations',
    summary: 'Brings more people along, where there are free seats for them',
    status: 200,
    example: { companions: [{ name: '小红', ageBand: 'child7to13' }], guardianConsent: true },
  }),
  acceptOffer: command('sharing.registration.acceptOffer', RegistrationIdRequest, RegistrationView, {
    http: 'POST registrations/:registrationId/accept-offer',
    tag: 'registrations',
    summary: 'Accepts the seat that is offered, before the offer runs out; to decline it, cancel',
    status: 200,
  }),
  promote: versioned(
    command('sharing.registration.promote', PromoteRegistrationRequest, RegistrationView, {
      http: 'POST registrations/:registrationId/promote',
      tag: 'registrations',
      summary: 'Gives a free seat to who waits: to the first in the line, or to another one for a reason',
      status: 200,
      example: { reason: '随队翻译' },
    }),
    shown,
  ),
  get: shown,
  list: query('sharing.registration.list', ListRegistrationsRequest, pageOf(RegistrationLineView), {
    http: 'GET activities/:activityId/registrations',
    tag: 'registrations',
    summary: 'Lists the registrations of the pools that the caller answers for, along their lines',
  }),
  mine: query('sharing.registration.mine', MyRegistrationsRequest, pageOf(MyRegistrationView), {
    http: 'GET me/registrations',
    tag: 'registrations',
    summary: "Lists the caller's own registrations, the latest first",
  }),
  family: query('sharing.registration.family', NoRequest, FamilyView, {
    http: 'GET me/companions',
    tag: 'registrations',
    summary:
      'Whom the caller keeps for the next sign-up, and has brought along before, as they were named last',
  }),
};

export const registrationEvents = {
  registrationsChanged: event('evt.sharing.registration.changed.v1', RegistrationsChanged),
};
