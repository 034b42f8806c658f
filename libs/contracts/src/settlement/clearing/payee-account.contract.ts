import { command, NoRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { PersonName } from '../party-names.js';

export const payeeAccountConfirmed =
  'Whether two people of the payee stand for its account; false where it has none, or has named it before two were asked for';

/** None is named; one stands; or another is proposed and waits for a second person, while the one before stands. */
export const payeeAccountStates = ['none', 'standing', 'proposed'] as const;
export type PayeeAccountState = (typeof payeeAccountStates)[number];

/** The bank account to which a union's money is sent. */
export class PayeeAccountDto {
  @Text({ max: 100, example: '江城市书香文具有限公司工会委员会' }) accountName: string;
  @Text({ min: 6, max: 40, figures: true, pattern: /^[0-9]{6,40}$/, example: '3202015509000123456' })
  accountNumber: string;
  @Text({ max: 100, example: '中国工商银行江城青林支行' }) bankName: string;
}

export class PayeeAccountRequest {
  @Uuid() unionId: string;
}

export class SetPayeeAccountRequest extends PayeeAccountDto {
  @Uuid() unionId: string;
}

/** An account that is to replace the present one once a second person has confirmed it. */
export class PayeeAccountProposalView extends PayeeAccountDto {
  @Instant() proposedAt: string;
  @Uuid() proposedBy: string;
  @PersonName() proposedByName: string | null;
  @Flag({ description: 'Whether the caller may confirm it: never who has proposed it' }) mayConfirm: boolean;
}

export class PayeeAccountView {
  @Uuid() unionId: string;
  @Text({ description: 'The name of the union' }) unionName: string;
  @Whole({ description: '0 until the union has proposed one' }) version: number;
  @OneOf(payeeAccountStates, { name: 'PayeeAccountState' }) state: PayeeAccountState;
  @Nested(() => PayeeAccountDto, { nullable: true, description: 'The one that payers see' })
  account: PayeeAccountDto | null;
  @Instant({ nullable: true, description: 'Since when it stands' }) changedAt: string | null;
  @Uuid({ nullable: true }) changedBy: string | null;
  @PersonName() changedByName: string | null;
  @Uuid({ nullable: true }) confirmedBy: string | null;
  @PersonName() confirmedByName: string | null;
  @Nested(() => PayeeAccountProposalView, { nullable: true }) proposal: PayeeAccountProposalView | null;
}

/** Where members pay their dues. */
export class DuesAccountView {
  @Uuid({ nullable: true, description: 'Null: the caller is a member of no union' }) unionId: string | null;
  @Nested(() => PayeeAccountDto, {
    nullable: true,
    description: 'The account of the union that two of its people have named; null where it has none',
  })
  account: PayeeAccountDto | null;
}

const shown = query('settlement.payee-account.get', PayeeAccountRequest, PayeeAccountView, {
  http: 'GET unions/:unionId/payee-account',
  tag: 'netting',
  summary: 'The bank account to which money for a union is sent, and the one that is to replace it',
});

export const payeeAccountContract = {
  get: shown,
  ofOwnUnion: query('settlement.payee-account.of-own-union', NoRequest, DuesAccountView, {
    http: 'GET me/dues-account',
    tag: 'netting',
    summary: 'The bank account of the caller’s union, to which they can pay their dues',
  }),
  set: command('settlement.payee-account.set', SetPayeeAccountRequest, PayeeAccountView, {
    http: 'PUT unions/:unionId/payee-account',
    tag: 'netting',
    summary:
      "The union's own finance proposes the account; the one before stands until a second person confirms",
    ifMatch: true,
    freshRoles: true,
    example: {
      accountName: '江城市书香文具有限公司工会委员会',
      accountNumber: '3202015509000123456',
      bankName: '中国工商银行江城青林支行',
    },
  }),
  confirm: versioned(
    command('settlement.payee-account.confirm', PayeeAccountRequest, PayeeAccountView, {
      http: 'POST unions/:unionId/payee-account/confirm',
      tag: 'netting',
      summary: 'A person other than the proposer confirms the account; payers see it from now on',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  withdraw: versioned(
    command('settlement.payee-account.withdraw', PayeeAccountRequest, PayeeAccountView, {
      http: 'POST unions/:unionId/payee-account/withdraw',
      tag: 'netting',
      summary: 'Withdraws the proposed account; the one before stands',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
};
