import { PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, secretPattern, Text, Uuid, Whole } from '../../core/fields.js';
import { type ActivityState, activityStates } from '../sharing-events.js';
import { type RegistrationState, registrationStates } from '../seats/registration.contract.js';

/** The key of a roster's hashes, as each device draws one. */
export const rosterKey = {
  min: 43,
  max: 43,
  pattern: secretPattern,
  description:
    'Key of the hashes: 32 random bytes in base64url, which the device draws for this roster. Hashes are HMAC-SHA-256 in base64url',
  example: 'YS1kb29yLWRyYXdzLTMyLXJhbmRvbS1ieXRlcy1ub3c',
} as const;

export class RosterRequest extends PageRequest {
  @Uuid() activityId: string;

  @Text(rosterKey) key: string;
}

/** Somebody who may come to the door: what a device needs to judge their scan without a network. */
export class RosterLineView {
  @Uuid({ nullable: true, description: 'Null for a walk-in who never signed up' })
  registrationId: string | null;

  @Text({ max: 43, description: "Keyed hash of the person's id, in small letters" }) personHash: string;

  @Text({ nullable: true, max: 43, description: 'Keyed hash of the check-in code, in capitals' })
  codeHash: string | null;

  @Text() maskedName: string;
  @Text({ nullable: true }) poolName: string | null;
  @OneOf(registrationStates, { nullable: true }) state: RegistrationState | null;
  @Whole({ description: 'People of the registration; of a walk-in without one, those who came' })
  heads: number;
  @Flag({ description: 'Is the person a member of a union, as a walk-in has to be?' }) personKnown: boolean;
  @Flag({ description: 'Is there a fact of attendance?' }) isPresent: boolean;
  @Whole({ description: 'People of this registration who came in, let in against the rule or not' })
  cameHeads: number;
  @Whole({ description: 'Of these, people who left and are not back' }) awayHeads: number;
  @Whole({ description: 'How often a door let the person in; more than once deserves a look' })
  admissions: number;
}

/** The roster as a whole, as of the moment of this page. */
export class RosterView {
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @OneOf(activityStates, { name: 'ActivityState' }) activityState: ActivityState;
  @Instant({ description: 'The moment that this page is the truth of' }) asOf: string;
  @Flag({ description: 'Does the activity take check-ins?' }) isOpen: boolean;
  @Flag({ description: 'May the caller let in who has no seat?' }) mayAdmitWalkIns: boolean;
  @Instant({ description: 'When a device has to forget it: a day after the end' }) validUntil: string;
  @Whole({ description: 'Lines, for progress' }) count: number;
  @Whole({ description: 'Seats of all pools together: more people inside deserve a warning' }) seats: number;
}

export class RosterPage {
  @ListOf(() => RosterLineView, { max: 200 }) items: RosterLineView[];
  @Text({ nullable: true }) nextCursor: string | null;
  @Nested(() => RosterView) roster: RosterView;
}

export const rosterContract = {
  read: query('sharing.roster.read', RosterRequest, RosterPage, {
    http: 'GET activities/:activityId/roster',
    tag: 'check-in',
    summary: 'Who may come in, with hashes of codes alone: for a device that judges scans without a network',
  }),
};
