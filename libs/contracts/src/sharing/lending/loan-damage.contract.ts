import { command, pageOf, PageRequest, query, versionedIn } from '../../core/contract.js';
import { AlwaysTrue, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { DamageNote } from './handover.contract.js';

/** Of one loan. */
export const damagesMax = 20;
/** `claimed` waits for the borrower, `disputed` for an officer above both; `withdrawn` owes nothing. */
export const damageStates = ['claimed', 'accepted', 'disputed', 'decided', 'withdrawn'] as const;
export type DamageState = (typeof damageStates)[number];

export class DamagesRequest {
  @Uuid() loanId: string;
}

export class ClaimDamageRequest extends DamageNote {
  @Uuid() loanId: string;
  @Uuid({ optional: true, description: 'The return at which it was found' }) handoverId?: string | null;
}

export class DamageIdRequest extends DamagesRequest {
  @Uuid() damageId: string;
}

export class ReasonedDamageRequest extends DamageIdRequest {
  @Text({ max: 1_000, example: '交来时已有划痕，见照片' }) reason: string;
}

export class DecideDamageRequest extends ReasonedDamageRequest {
  @Nested(() => Money, { description: 'What is owed, zero up to what was asked' }) amount: Money;
}

export class DamageView {
  @Uuid() id: string;
  @Uuid() loanId: string;
  @Whole({ min: 1 }) version: number;
  @Uuid({ nullable: true }) handoverId: string | null;
  @Text({ max: 500 }) note: string;
  @Nested(() => Money, { description: 'What the owner asks' }) amount: Money;
  @Nested(() => Money, { nullable: true, description: 'What the borrower owes; null as long as it is open' })
  owed: Money | null;
  @OneOf(damageStates, { name: 'DamageState' }) state: DamageState;
  @Instant() claimedAt: string;
  @Instant({ description: 'Unanswered by then, an officer above both may decide' }) answerBy: string;
  @Text({ nullable: true, max: 1_000, description: "The borrower's words" }) objection: string | null;
  @Text({ nullable: true, max: 1_000, description: 'Why it was decided or withdrawn' }) reason: string | null;
  @Instant({ nullable: true }) settledAt: string | null;
  @Flag({ description: 'The caller may accept or dispute it' }) mayAnswer: boolean;
  @Flag({ description: 'The caller may decide it' }) mayDecide: boolean;
  @Flag({ description: 'The caller may withdraw it' }) mayWithdraw: boolean;
}

export class DamagesView {
  @ListOf(() => DamageView, { max: damagesMax, description: 'The earliest first' }) items: DamageView[];
}

export class ListWaitingDamagesRequest extends PageRequest {
  @AlwaysTrue({
    description:
      'Those that wait for an answer of the caller, for the union that borrowed; and those that the caller, in the nearest union above both, is to decide',
  })
  waitingForMe: true;
}

/** What a union is asked for: it owes it once it accepts, or once it is decided above it. */
export class WaitingDamageView {
  @Uuid() id: string;
  @Uuid() loanId: string;
  @Text() resourceTitle: string;
  @Text({ max: 500 }) note: string;
  @Nested(() => Money, { description: 'What the owner asks of the borrower' }) amount: Money;
  @Text() ownerUnionName: string;
  @Text() borrowerUnionName: string;
  @Instant({ description: 'Unanswered by then, an officer above both may decide' }) answerBy: string;
  @Flag({
    description: 'The caller decides it for both sides; false where the caller answers for the borrower',
  })
  toDecide: boolean;
}

const shown = query('sharing.loan-damage.list', DamagesRequest, DamagesView, {
  http: 'GET loans/:loanId/damages',
  tag: 'loans',
  summary: 'Lists the damages of a loan for both sides and who decides on them',
});

export const loanDamageContract = {
  claim: command('sharing.loan-damage.claim', ClaimDamageRequest, DamageView, {
    http: 'POST loans/:loanId/damages',
    tag: 'loans',
    summary: 'Notes a damage and what is asked for it, as the owner, until the loan is closed',
    example: { note: '话筒网罩凹陷', amount: { amount: '12000', currency: 'CNY' } },
  }),
  list: shown,
  waiting: query('sharing.loan-damage.waiting', ListWaitingDamagesRequest, pageOf(WaitingDamageView), {
    http: 'GET damages',
    tag: 'loans',
    summary: "Damages that wait for an answer of the caller's own unions, the first to run out first",
  }),
  accept: versionedIn(
    command('sharing.loan-damage.accept', DamageIdRequest, DamageView, {
      http: 'POST loans/:loanId/damages/:damageId/accept',
      tag: 'loans',
      summary: 'Accepts a damage, as the borrower; what is asked is owed from now on',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  dispute: versionedIn(
    command('sharing.loan-damage.dispute', ReasonedDamageRequest, DamageView, {
      http: 'POST loans/:loanId/damages/:damageId/dispute',
      tag: 'loans',
      summary: 'Disputes a damage with words, as the borrower; an officer above both sides decides',
      status: 200,
      freshRoles: true,
      example: { reason: '交来时已有划痕，见照片' },
    }),
    shown,
  ),
  decide: versionedIn(
    command('sharing.loan-damage.decide', DecideDamageRequest, DamageView, {
      http: 'POST loans/:loanId/damages/:damageId/decide',
      tag: 'loans',
      summary: 'Decides what is owed, from nothing up to what is asked, as an officer above both sides',
      status: 200,
      freshRoles: true,
      example: { amount: { amount: '6000', currency: 'CNY' }, reason: '双方各担一半' },
    }),
    shown,
  ),
  withdraw: versionedIn(
    command('sharing.loan-damage.withdraw', ReasonedDamageRequest, DamageView, {
      http: 'POST loans/:loanId/damages/:damageId/withdraw',
      tag: 'loans',
      summary: 'Lets a damage off, as the owner; what was posted for it is taken back',
      status: 200,
      freshRoles: true,
      example: { reason: '已自行修好' },
    }),
    shown,
  ),
};
