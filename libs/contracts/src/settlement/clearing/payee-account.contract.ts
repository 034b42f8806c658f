import { command, query } from '../../core/contract.js';
import { Instant, Nested, Text, Uuid, Whole } from '../../core/fields.js';
import { PersonName } from '../party-names.js';

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

export class PayeeAccountView {
  @Uuid() unionId: string;
  @Whole({ description: '0 until the union has named one' }) version: number;
  @Nested(() => PayeeAccountDto, { nullable: true }) account: PayeeAccountDto | null;
  @Instant({ nullable: true }) changedAt: string | null;
  @PersonName() changedByName: string | null;
}

export const payeeAccountContract = {
  get: query('settlement.payee-account.get', PayeeAccountRequest, PayeeAccountView, {
    http: 'GET unions/:unionId/payee-account',
    tag: 'netting',
    summary: 'The bank account to which money for a union is sent',
  }),
  set: command('settlement.payee-account.set', SetPayeeAccountRequest, PayeeAccountView, {
    http: 'PUT unions/:unionId/payee-account',
    tag: 'netting',
    summary: "Names the account, by the union's own finance; payers see it, and since when it stands",
    ifMatch: true,
    freshRoles: true,
    example: {
      accountName: '江城市书香文具有限公司工会委员会',
      accountNumber: '3202015509000123456',
      bankName: '中国工商银行江城青林支行',
    },
  }),
};
