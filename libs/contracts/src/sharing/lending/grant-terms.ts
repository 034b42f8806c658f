import { Nested, OneOf, SomeOf, Text, Uuid, UuidList, Whole } from '../../core/fields.js';
import { sizeClasses, type SizeClassName } from '../../membership/membership-events.js';
import { Money } from '../../words/money.js';
import { PartyDto } from '../../words/party.js';
import { type RuleWeekday, ruleWeekdays } from './series-fields.js';
import { NeighboursDto } from '../activities/eligibility.contract.js';

/**
 * To whom a right of use is given. A union borrows in each case: `party` is the union that stands behind it, `club` each
 * union of which a member is in the club, `neighbours` the unions near the resource or in the park of its owner.
 */
export const granteeKinds = [
  'union',
  'subtree',
  'sizeClass',
  'everyone',
  'party',
  'club',
  'neighbours',
] as const;
export type GranteeKind = (typeof granteeKinds)[number];
export const approvalKinds = ['automatic', 'custodian'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];
/** What becomes of a request that the custodian has not decided by its deadline. */
export const silenceKinds = ['refuse', 'approve'] as const;
export type SilenceKind = (typeof silenceKinds)[number];
export const grantPriceKinds = ['free', 'costShare', 'fee'] as const;
export type GrantPriceKind = (typeof grantPriceKinds)[number];
export const feeUnits = ['hour', 'day', 'loan'] as const;
export type FeeUnit = (typeof feeUnits)[number];
/** What becomes of approved loans that begin after a revocation takes effect. */
export const futureLoans = ['stand', 'cancel'] as const;
export type FutureLoans = (typeof futureLoans)[number];

export const exceptionsMax = 50;
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const clockOrMidnight = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

export class GranteeDto {
  @OneOf(granteeKinds, { name: 'GranteeKind' }) kind: GranteeKind;
  @Uuid({ optional: true, description: 'For union and subtree' }) unionId?: string | null;
  @OneOf(sizeClasses, { optional: true, description: 'For sizeClass' }) sizeClass?: SizeClassName | null;
  @Nested(() => PartyDto, {
    optional: true,
    description: 'For party: the union behind it borrows, such as that of an enterprise',
  })
  party?: PartyDto | null;
  @Uuid({ optional: true, description: 'For club: the unions whose members are in it' }) clubId?:
    string | null;
  @Nested(() => NeighboursDto, {
    optional: true,
    description: 'For neighbours: by the place of the resource, where it has none by that of its owner',
  })
  neighbours?: NeighboursDto | null;
  @SomeOf(sizeClasses, {
    optional: true,
    description: 'Of those, only unions at enterprises of these sizes; none: of any',
  })
  onlySizes?: SizeClassName[] | null;
  @UuidList({ optional: true, max: exceptionsMax, description: 'But not these unions, nor those below them' })
  exceptUnionIds?: string[] | null;
}

export class GrantPriceDto {
  @OneOf(grantPriceKinds, { name: 'GrantPriceKind' }) kind: GrantPriceKind;
  @Text({ max: 500, optional: true, description: 'What is shared and how, for costShare' }) text?:
    string | null;
  @Nested(() => Money, { optional: true, description: 'For fee: of each begun unit' }) fee?: Money | null;
  @OneOf(feeUnits, {
    optional: true,
    name: 'FeeUnit',
    description: 'For fee; a day is 24 hours from the start of the loan',
  })
  per?: FeeUnit | null;
  @Nested(() => Money, { optional: true, description: 'Held from the hand-over until all is back' })
  deposit?: Money | null;
}

/** When a right holds within its term, on the clock of China. */
export class GrantTimesDto {
  @SomeOf(ruleWeekdays, { description: 'Each day that a loan touches is one of these; none: any day' })
  weekdays: RuleWeekday[];
  @Text({ optional: true, max: 5, pattern: clock, example: '09:00', description: 'With `until`, or neither' })
  from?: string | null;
  @Text({
    optional: true,
    max: 5,
    pattern: clockOrMidnight,
    example: '18:00',
    description: 'A loan then lies between the two on one day',
  })
  until?: string | null;
}

/** What one borrower may use in each calendar month of China; a loan across two months counts in each by its hours there. */
export class GrantQuotaDto {
  @Whole({ optional: true, min: 1, max: 744 }) hoursPerMonth?: number | null;
  @Whole({ optional: true, min: 1, max: 1_000, description: 'Counted in the month in which they begin' })
  loansPerMonth?: number | null;
  @Whole({
    optional: true,
    min: 1,
    max: 100_000,
    description: 'Of what is counted, so many in the loans that begin in a month; a kit is one',
  })
  piecesPerMonth?: number | null;
}
