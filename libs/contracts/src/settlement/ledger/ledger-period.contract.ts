import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PersonName } from '../party-names.js';

/** `closing`: frozen already, while the balances of its end are written. */
export const periodStates = ['open', 'closing', 'closed'] as const;
export type PeriodState = (typeof periodStates)[number];
export const periodActs = ['closed', 'reopened'] as const;
export type PeriodAct = (typeof periodActs)[number];

export function Month(): PropertyDecorator {
  const description = 'A month of the calendar in China';
  return Text({ min: 7, max: 7, pattern: /^20\d\d-(0[1-9]|1[0-2])$/, description, example: '2026-10' });
}

export class PeriodRequest {
  @Month() month: string;
}

export class ReopenPeriodRequest {
  @Month() month: string;
  @Text({ max: 500 }) reason: string;
}

export class PeriodActView {
  @OneOf(periodActs, { name: 'PeriodAct' }) act: PeriodAct;
  @Instant() at: string;
  @Uuid() byId: string;
  @PersonName() by: string | null;
  @Text({ nullable: true, max: 500 }) reason: string | null;
}

export class PeriodSummaryView {
  @Month() month: string;
  @CalendarDate() lastDay: string;
  @OneOf(periodStates, { name: 'PeriodState' }) state: PeriodState;
  @Whole({ description: 'Accounts whose balance at its end is written' }) accountsDone: number;
  @Whole({ description: 'Accounts that there were when it was closed; 0 while it is open' })
  accountsTotal: number;
  @Whole({ nullable: true, description: 'Entries that are dated in it; null until it is closed' })
  entryCount: number | null;
  @Nested(() => Money, { nullable: true, description: 'What its postings come to; null until it is closed' })
  turnover: Money | null;
}

export class PeriodView extends PeriodSummaryView {
  @ListOf(() => PeriodActView, { max: 200, description: 'The newest first' }) history: PeriodActView[];
}

/** Months from that of the first entry to today's. */
export const ledgerPeriodContract = {
  list: query('settlement.ledger-period.list', PageRequest, pageOf(PeriodSummaryView), {
    http: 'GET ledger/periods',
    tag: 'ledger',
    summary: 'The months of the ledger, the newest first',
  }),
  get: query('settlement.ledger-period.get', PeriodRequest, PeriodView, {
    http: 'GET ledger/periods/:month',
    tag: 'ledger',
    summary: 'A month with who closed and opened it',
  }),
  close: command('settlement.ledger-period.close', PeriodRequest, PeriodView, {
    http: 'POST ledger/periods/:month/close',
    tag: 'ledger',
    summary: 'Freezes the next month that is over; the balances of its end are written meanwhile',
    status: 202,
    freshRoles: true,
  }),
  reopen: command('settlement.ledger-period.reopen', ReopenPeriodRequest, PeriodView, {
    http: 'POST ledger/periods/:month/reopen',
    tag: 'ledger',
    summary: 'Opens the last closed month again, with the reason',
    status: 200,
    freshRoles: true,
    example: { reason: '审计要求复核该月凭证' },
  }),
};
