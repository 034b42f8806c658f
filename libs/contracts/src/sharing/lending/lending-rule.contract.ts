import { command, query } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, Nested, OneOf, Uuid, Whole } from '../../core/fields.js';

/** Over which stretch of the calendar the reserved share is counted. */
export const reservedPeriods = ['week', 'month'] as const;
export type ReservedPeriod = (typeof reservedPeriods)[number];

/** Hours that only small and micro unions may take until they are released. */
export class ReservedShareDto {
  @Whole({ min: 1, max: 100, description: 'Per cent of the open hours of each week or month' })
  percent: number;
  @OneOf(reservedPeriods, { name: 'ReservedPeriod' }) per: ReservedPeriod;
  @Whole({ max: 366, description: 'The hours of a day are for everyone from so many days before it on' })
  releasedDaysBefore: number;
}

/** What one union may have of it; unions of small and micro enterprises are exempt. */
export class FairUseDto {
  @Whole({ min: 1, max: 366, description: 'Counted over any so many days' }) periodDays: number;
  @Whole({ optional: true, min: 1, max: 1_000 }) loansMax?: number | null;
  @Whole({ optional: true, min: 1, max: 8_784 }) hoursMax?: number | null;
  @Whole({ optional: true, min: 1, max: 8_784, description: 'Between two loans of the same union' })
  gapHours?: number | null;
}

export class SetLendingRuleRequest {
  @Uuid() resourceId: string;

  @Whole({
    optional: true,
    min: 1,
    max: 730,
    description: 'A loan may be asked for from the beginning of the day that lies so many days before it',
  })
  bookableDaysAhead?: number | null;

  @Whole({ max: 8_784, description: 'A loan is asked for at least so many hours before it' })
  noticeHours: number;

  @Whole({ max: 366, description: 'Small and micro unions may ask so many days earlier' })
  smallEarlierDays: number;

  @Nested(() => ReservedShareDto, { optional: true }) reserved?: ReservedShareDto | null;
  @Nested(() => FairUseDto, { optional: true }) fairUse?: FairUseDto | null;
}

export class LendingRuleRequest {
  @Uuid() resourceId: string;
}

/** What the rules mean today to the union of whoever asks. */
export class OwnLendingRuleView {
  @Flag({ description: 'A union of a small or micro enterprise' }) isSmall: boolean;
  @Instant({ nullable: true, description: 'Loans may begin until then; null: at any later time' })
  bookableUntil: string | null;
  @Instant({ description: 'Loans may begin from then on' }) bookableFrom: string;
}

export class FairUseView {
  @Whole() periodDays: number;
  @Whole({ nullable: true }) loansMax: number | null;
  @Whole({ nullable: true }) hoursMax: number | null;
  @Whole({ nullable: true }) gapHours: number | null;
}

/** What some unions had of a resource; whose loans they were is not shown (E119). */
export class LentToView {
  @Whole({ description: 'Loans of which some lay within the days' }) loans: number;
  @Whole({ description: 'Of their time, what lay within the days' }) hours: number;
}

/** What became of the reserved share, in open hours: `used` and `released` are all of `hours`. */
export class ReservedEffectView {
  @CalendarDate({
    description: 'Whole weeks or months from this day on, all since the rule was last changed',
  })
  from: string;
  @CalendarDate({ description: 'Before this day' }) until: string;
  @Whole({ description: 'Kept for small and micro unions' }) hours: number;
  @Whole({ description: 'Of these, what they used' }) used: number;
  @Whole({ description: 'Of these, what they left, which was then for everyone' }) released: number;
  @Whole({ description: 'Of what was released, what other unions used' }) releasedUsed: number;
}

/** What the rule did: who had how much of the resource. What the owner had itself is not counted. */
export class LendingEffectView {
  @CalendarDate({ description: 'The last 90 days in China, from this day on' }) from: string;
  @CalendarDate({ description: 'Today, which is not counted' }) until: string;
  @Nested(() => LentToView, { description: 'To unions that are small or micro today' }) small: LentToView;
  @Nested(() => LentToView, { description: 'To all other unions' }) others: LentToView;
  @Nested(() => ReservedEffectView, {
    nullable: true,
    description:
      'Null: nothing is reserved, or no whole week or month of these days has passed since the rule was last changed',
  })
  reserved: ReservedEffectView | null;
}

export class LendingRuleView {
  @Uuid() resourceId: string;
  @Whole({ description: 'For If-Match; 0 where nothing was ever said' }) version: number;
  @Uuid({
    nullable: true,
    description: 'The whole whose rules these are, where a part has none of its own',
  })
  ofWholeId: string | null;
  @Whole({ nullable: true }) bookableDaysAhead: number | null;
  @Whole() noticeHours: number;
  @Whole() smallEarlierDays: number;
  @Nested(() => ReservedShareDto, { nullable: true }) reserved: ReservedShareDto | null;
  @Nested(() => FairUseView, { nullable: true }) fairUse: FairUseView | null;
  @Nested(() => OwnLendingRuleView, { nullable: true, description: 'Null: the reader belongs to no union' })
  mine: OwnLendingRuleView | null;
  @Nested(() => LendingEffectView, { nullable: true, description: 'Null: there is no rule' })
  effect: LendingEffectView | null;
}

export const lendingRuleContract = {
  get: query('sharing.lending-rule.get', LendingRuleRequest, LendingRuleView, {
    http: 'GET resources/:resourceId/lending-rule',
    tag: 'resources',
    summary: 'Who may ask for a resource when and for how much, and what that means for the caller',
  }),
  set: command('sharing.lending-rule.set', SetLendingRuleRequest, LendingRuleView, {
    http: 'PUT resources/:resourceId/lending-rule',
    tag: 'resources',
    summary: 'Says who may ask when and for how much: small and micro unions first, and fair use',
    ifMatch: true,
    example: {
      bookableDaysAhead: 30,
      noticeHours: 24,
      smallEarlierDays: 14,
      reserved: { percent: 40, per: 'week', releasedDaysBefore: 7 },
      fairUse: { periodDays: 28, loansMax: 4, hoursMax: 16, gapHours: 24 },
    },
  }),
};
