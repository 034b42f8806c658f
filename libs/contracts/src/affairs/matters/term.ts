import { OneOf, Whole } from '../../core/fields.js';

/** Working days leave out weekends and holidays; calendar days leave out nothing. */
export const termDays = ['working', 'calendar'] as const;
export type TermDays = (typeof termDays)[number];

export const termMax = 365;

/** How long something may take. */
export class TermDto {
  @Whole({ min: 1, max: termMax, example: 7 }) count: number;
  @OneOf(termDays, { name: 'TermDays' }) days: TermDays;
}
