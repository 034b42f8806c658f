import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';
import { closingGrounds, type ClosingGround } from './union.contract.js';

/** `closed`: the union is closed; `reopened`: it was closed in error, and is in use again. */
export const unionClosingStates = ['waiting', 'closed', 'refused', 'withdrawn', 'reopened'] as const;
export type UnionClosingState = (typeof unionClosingStates)[number];

export const unionClosingActs = ['confirm', 'refuse', 'withdraw', 'reopen'] as const;
export type UnionClosingAct = (typeof unionClosingActs)[number];

/** What becomes of the registration of a union as a legal person: its own code 81…, which is given to no other. */
export const registrationEnds = ['none', 'toCancel', 'cancelled'] as const;
export type RegistrationEnd = (typeof registrationEnds)[number];

export class ProposeUnionClosing {
  @Uuid({ description: 'The union that is to be closed' }) unionId: string;
  @OneOf(closingGrounds, {
    name: 'ClosingGround',
    description: 'The legal ground; none may be closed at will',
  })
  ground: ClosingGround;
  @Uuid({
    optional: true,
    description:
      'The union to which its funds and property go; the one above unless it is said, and after a merger or a split the one that goes on',
  })
  successorUnionId?: string | null;
  @Text({ max: 60, example: '青工发〔2026〕18号', description: 'The number of the document that says so' })
  documentNumber: string;
  @CalendarDate({ description: 'The date of that document; not in the future' }) documentDate: string;
  @OneOf(registrationEnds, {
    name: 'RegistrationEnd',
    description: 'Of its registration as a legal person; `none` only without a code of its own',
  })
  registration: RegistrationEnd;
  @Text({ max: 500, example: '企业破产清算已终结', description: 'Why; no person is named' }) reason: string;
}

export class UnionClosingId {
  @Uuid() unionClosingId: string;
}

export class RefuseUnionClosing extends UnionClosingId {
  @Text({ max: 500, example: '会员尚未接转' }) reason: string;
}

export class ReopenUnion extends UnionClosingId {
  @Text({ max: 500, example: '文件所指为另一工会', description: 'What the error was; no person is named' })
  reason: string;
}

export class ListUnionClosings extends PageRequest {
  @Uuid({ optional: true, description: 'Only of this union and those below it' }) union?: string;
  @Flag({ optional: true, description: 'Only those that wait' }) open?: boolean;
}

/** A filing to close a union, and what came of it. */
export class UnionClosingView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(unionClosingStates, { name: 'UnionClosingState' }) state: UnionClosingState;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(closingGrounds, { name: 'ClosingGround' }) ground: ClosingGround;
  @Uuid({ description: 'The union to which its funds and property go' }) successorUnionId: string;
  @Text() successorName: string;
  @Text({ max: 60 }) documentNumber: string;
  @CalendarDate() documentDate: string;
  @OneOf(registrationEnds, { name: 'RegistrationEnd' }) registration: RegistrationEnd;
  @Text({ max: 500 }) reason: string;
  @Instant() proposedAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused' }) refusal: string | null;
  @Instant({ nullable: true, description: 'Until when it can be opened again' }) reopenUntil: string | null;
  @Instant({ nullable: true }) reopenedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'What the error was' }) reopenReason: string | null;
  @SomeOf(unionClosingActs, { description: 'What the caller may do now' }) acts: UnionClosingAct[];
}

const shown = query('membership.union-closing.get', UnionClosingId, UnionClosingView, {
  http: 'GET union-closings/:unionClosingId',
  tag: 'unions',
  summary: 'Shows a filing to close a union, to officers of it, of the union that takes over, and above',
});

export const unionClosingContract = {
  propose: command('membership.union-closing.propose', ProposeUnionClosing, UnionClosingView, {
    http: 'POST unions/:unionId/closings',
    tag: 'unions',
    summary: 'Files that a union is closed, on a legal ground; another officer of the union above decides',
    freshRoles: true,
    example: {
      ground: 'employerEnded',
      documentNumber: '青工发〔2026〕18号',
      documentDate: '2026-11-16',
      registration: 'toCancel',
      reason: '企业破产清算已终结',
    },
  }),
  confirm: versioned(
    command('membership.union-closing.confirm', UnionClosingId, UnionClosingView, {
      http: 'POST union-closings/:unionClosingId/confirm',
      tag: 'unions',
      summary:
        'Confirms it, by another officer of the union above: the union is closed, its offices end, and open applications go up',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  refuse: versioned(
    command('membership.union-closing.refuse', RefuseUnionClosing, UnionClosingView, {
      http: 'POST union-closings/:unionClosingId/refuse',
      tag: 'unions',
      summary: 'Refuses it, by another officer of the union above',
      status: 200,
      freshRoles: true,
      example: { reason: '会员尚未接转' },
    }),
    shown,
  ),
  withdraw: versioned(
    command('membership.union-closing.withdraw', UnionClosingId, UnionClosingView, {
      http: 'POST union-closings/:unionClosingId/withdraw',
      tag: 'unions',
      summary: 'Withdraws it, by whoever has filed it',
      status: 200,
    }),
    shown,
  ),
  reopen: versioned(
    command('membership.union-closing.reopen', ReopenUnion, UnionClosingView, {
      http: 'POST union-closings/:unionClosingId/reopen',
      tag: 'unions',
      summary:
        'Opens a union again that was closed in error, within 90 days, by an officer of the union above; offices are granted anew',
      status: 200,
      freshRoles: true,
      example: { reason: '文件所指为另一工会' },
    }),
    shown,
  ),
  get: shown,
  list: query('membership.union-closing.list', ListUnionClosings, pageOf(UnionClosingView), {
    http: 'GET union-closings',
    tag: 'unions',
    summary: 'Lists filings to close unions, newest first',
  }),
};
