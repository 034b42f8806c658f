import { CalendarDate, Flag, ListOf, Nested, OneOf, Text, Whole } from '../core/fields.js';
import { Money } from '../words/money.js';

/** What a bill was for, as far as rules of spending look at it. */
export const costUseKinds = [
  'prize',
  'souvenir',
  'gift',
  'outing',
  'meal',
  'lodging',
  'fee',
  'other',
] as const;
export type CostUseKind = (typeof costUseKinds)[number];

export const prizeGrades = ['first', 'second', 'third', 'other'] as const;
export type PrizeGrade = (typeof prizeGrades)[number];

/** Prizes of one kind and worth on a bill. */
export class PrizeDto {
  @OneOf(prizeGrades, { name: 'PrizeGrade' }) grade: PrizeGrade;
  @Whole({ min: 1, max: 100_000 }) count: number;
  @Nested(() => Money, { description: 'What one of them costs' }) unit: Money;
}

/** Which fields it has follows from its kind. */
export class CostUseDto {
  @OneOf(costUseKinds, { name: 'CostUseKind' }) kind: CostUseKind;
  @ListOf(() => PrizeDto, { optional: true, min: 1, max: 20, description: 'prize: what was won' })
  prizes?: PrizeDto[] | null;

  @Whole({ optional: true, min: 1, max: 1_000_000, description: 'prize: how many people won' })
  recipients?: number | null;

  @Whole({
    optional: true,
    max: 1_000_000,
    description: 'souvenir, gift, meal, lodging: for how many people',
  })
  heads?: number | null;

  @Nested(() => Money, { optional: true, description: 'souvenir: what one of them costs' })
  unit?: Money | null;

  @Flag({ optional: true, description: 'gift: cash, or vouchers that stand for it' }) cash?: boolean | null;
  @Text({ optional: true, max: 40, description: 'gift: for which festival', example: '端午节' })
  festival?: string | null;

  @CalendarDate({ optional: true, description: 'outing: the day of setting out' }) from?: string | null;
  @CalendarDate({ optional: true, description: 'outing: the day of coming back' }) to?: string | null;
  @Whole({ optional: true, min: 1, max: 366, description: 'meal: days; lodging: nights' })
  days?: number | null;

  @Whole({
    optional: true,
    min: 1,
    max: 100_000,
    description: 'fee: minutes taught, of all speakers together',
  })
  minutes?: number | null;
}
