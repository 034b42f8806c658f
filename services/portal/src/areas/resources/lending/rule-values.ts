import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { Rule, RuleBody } from './lending.model.js';

/** The numbers as typed; empty where there is no limit. */
export interface RuleForm {
  readonly bookableDaysAhead?: string;
  readonly noticeHours?: string;
  readonly smallEarlierDays?: string;
  readonly percent?: string;
  readonly per: 'week' | 'month';
  readonly releasedDaysBefore?: string;
  readonly periodDays?: string;
  readonly loansMax?: string;
  readonly hoursMax?: string;
  readonly gapHours?: string;
}

/** The bounds of each, as the platform has them. */
export const bounds = {
  bookableDaysAhead: [1, 730],
  noticeHours: [0, 8_784],
  smallEarlierDays: [0, 366],
  percent: [1, 100],
  releasedDaysBefore: [0, 366],
  periodDays: [1, 366],
  loansMax: [1, 1_000],
  hoursMax: [1, 8_784],
  gapHours: [1, 8_784],
} as const satisfies Readonly<Record<string, readonly [min: number, max: number]>>;
export type NumberField = keyof typeof bounds;

export function formOf(rule: Rule): RuleForm {
  const text = (value: number | null | undefined): string => (value ? String(value) : '');
  return {
    bookableDaysAhead: text(rule.bookableDaysAhead),
    noticeHours: text(rule.noticeHours),
    smallEarlierDays: text(rule.smallEarlierDays),
    percent: text(rule.reserved?.percent),
    per: rule.reserved?.per ?? 'week',
    releasedDaysBefore: text(rule.reserved?.releasedDaysBefore),
    periodDays: text(rule.fairUse?.periodDays),
    loansMax: text(rule.fairUse?.loansMax),
    hoursMax: text(rule.fairUse?.hoursMax),
    gapHours: text(rule.fairUse?.gapHours),
  };
}

/** The body. A part whose first number is empty is left out. */
export function bodyOf(form: RuleForm): RuleBody {
  const number = (field: NumberField): number | null =>
    wholeNumberOf(form[field], bounds[field][0], bounds[field][1]);
  const percent = number('percent');
  const periodDays = number('periodDays');
  const { per } = form;
  return {
    bookableDaysAhead: number('bookableDaysAhead'),
    noticeHours: number('noticeHours') ?? 0,
    smallEarlierDays: number('smallEarlierDays') ?? 0,
    reserved:
      percent === null ? null : { percent, per, releasedDaysBefore: number('releasedDaysBefore') ?? 0 },
    fairUse:
      periodDays === null
        ? null
        : {
            periodDays,
            loansMax: number('loansMax'),
            hoursMax: number('hoursMax'),
            gapHours: number('gapHours'),
          },
  };
}
