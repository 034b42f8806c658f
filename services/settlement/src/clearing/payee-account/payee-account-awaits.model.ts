import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { officeOf } from '../../reference/money-awaits.model.js';
import type { PayeeAccountRow } from './payee-account.entity.js';

type AwaitedAccount = Pick<PayeeAccountRow, 'unionId' | 'proposedBy'>;

/** Whom a proposed account waits for: who confirms it, and has not proposed it (E83). */
export function awaitsOfAccount(
  { unionId, proposedBy }: AwaitedAccount,
  unionName: string,
  confirm: ActionRule,
): Await[] {
  if (proposedBy === null) return [];
  return [
    {
      ...officeOf(confirm, [unionId], [proposedBy]),
      kind: 'payeeAccountProposed',
      why: 'dealsWithMoney',
      about: { moneyId: unionId },
      title: unionName,
      values: { partyName: unionName },
    },
  ];
}
