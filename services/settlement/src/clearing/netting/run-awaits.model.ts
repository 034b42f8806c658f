import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { moneyValues, officeOf } from '../../reference/money-awaits.model.js';
import type { NettingRunRow } from './run.entity.js';

type AwaitedRun = Pick<
  NettingRunRow,
  'id' | 'unionId' | 'state' | 'periodFrom' | 'periodTo' | 'transfers' | 'createdBy'
>;

/** Whom a run waits for: who confirms it, and has not proposed it (E83). */
export function awaitsOfRun(row: AwaitedRun, title: string, confirm: ActionRule): Await[] {
  if (row.state !== 'proposed') return [];
  const { id: moneyId, unionId, periodFrom, periodTo, transfers, createdBy } = row;
  const fen = transfers.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n);
  return [
    {
      ...officeOf(confirm, [unionId], [createdBy]),
      kind: 'nettingRunProposed',
      why: 'dealsWithMoney',
      about: { moneyId },
      title,
      values: { ...moneyValues(fen), periodFrom, periodTo },
    },
  ];
}
