import { command, query } from '../../core/contract.js';
import { CalendarDate, Flag, ListOf, Nested, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';

/** Rows of the table, those that are over included. */
export const hardshipKindsMax = 200;
export const hardshipLabelMax = 40;
export const hardshipSourceMax = 300;

/** A kind of hardship, and until which income somebody is of it. */
export class HardshipKindDto {
  @Text({ max: hardshipLabelMax, example: '深度困难职工' }) label: string;
  @Nested(() => Money, {
    optional: true,
    description: 'The most that a household may have, a head and month; absent where there is no such limit',
  })
  incomeMax?: Money | null;
  @Text({
    max: hardshipSourceMax,
    description: 'Where that is written',
    example: '江城市总工会 2026 年第 8 号文',
  })
  source: string;
  @CalendarDate({ description: 'Matters that are sent from this day on are judged by it' }) validFrom: string;
  @CalendarDate({ optional: true, description: 'The last day; absent as long as nobody knows it' })
  validUntil?: string | null;
}

export class ChangeHardshipKind extends HardshipKindDto {
  @Uuid() kindId: string;
}

export class HardshipKindId {
  @Uuid() kindId: string;
}

export class HardshipKindsRequest {
  @CalendarDate({
    optional: true,
    description: 'Only those that are valid on this day',
    example: '2026-03-02',
  })
  on?: string;
}

export class HardshipKindView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text({ max: hardshipLabelMax }) label: string;
  @Nested(() => Money, { nullable: true, description: 'A head and month' }) incomeMax: Money | null;
  @Text({ max: hardshipSourceMax }) source: string;
  @CalendarDate() validFrom: string;
  @CalendarDate({ nullable: true }) validUntil: string | null;
  @Flag({ description: 'A matter was judged by it: from then on only its last day changes' }) used: boolean;
}

export class HardshipKindsView {
  @ListOf(() => HardshipKindView, {
    max: hardshipKindsMax,
    description: 'Those without a last day first, then the latest',
  })
  items: HardshipKindView[];
  @Flag({ description: 'The caller is an officer of the federation, who alone changes the table' })
  mayManage: boolean;
}

const tag = { tag: 'matters' } as const;

export const hardshipKindContract = {
  list: query('affairs.hardship-kind.list', HardshipKindsRequest, HardshipKindsView, {
    http: 'GET hardship-kinds',
    summary: 'The kinds of hardship with their limits and dates, for all unions of the federation',
    ...tag,
  }),
  create: command('affairs.hardship-kind.create', HardshipKindDto, HardshipKindView, {
    http: 'POST hardship-kinds',
    summary: 'Enters a kind of hardship, by which matters are judged that are sent from a day on',
    ...tag,
    example: {
      label: '深度困难职工',
      incomeMax: { amount: '106500', currency: 'CNY' },
      source: '江城市总工会 2026 年第 8 号文',
      validFrom: '2026-01-01',
    },
  }),
  change: command('affairs.hardship-kind.change', ChangeHardshipKind, HardshipKindView, {
    http: 'PUT hardship-kinds/:kindId',
    summary: 'Changes a kind of hardship; once a matter was judged by it only its last day, from today on',
    ...tag,
    ifMatch: true,
    example: {
      label: '深度困难职工',
      incomeMax: { amount: '106500', currency: 'CNY' },
      source: '江城市总工会 2026 年第 8 号文',
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
    },
  }),
  remove: command('affairs.hardship-kind.remove', HardshipKindId, HardshipKindsView, {
    http: 'DELETE hardship-kinds/:kindId',
    summary: 'Removes a kind of hardship that was entered by mistake, as long as no matter was judged by it',
    ...tag,
    ifMatch: true,
  }),
};
