import type { MoneyDirection } from '@gongxiang/contracts/settlement/money-call';
import type { ActionRule } from '@gongxiang/domain';
import type { Await, NoticeValues } from '@gongxiang/messaging/events';

/** Whom something waits for. */
export type Whom = Pick<Await, 'offices'>;

/** Unions, and people who are left out, that one of what waits may name. */
const unionsMax = 500;
const exceptMax = 10;

/**
 * Those who are permitted by the rule at these unions, or at the nearest union above where nobody there is.
 * @param exceptIds who may not do it, as they have done the first half of it; null for nobody
 */
export function officeOf(
  { roles = [] }: ActionRule,
  unionIds: readonly string[],
  exceptIds: readonly (string | null)[] = [],
): Whom {
  const except = [...new Set(exceptIds)].filter((id) => id !== null).slice(0, exceptMax);
  return {
    offices: { roles, unionIds: unionIds.slice(0, unionsMax), isNearest: true, exceptIds: except },
  };
}

/** An amount in fen, and whether the reader's side owes it or is owed it. */
export function moneyValues(fen: bigint, direction?: MoneyDirection): NoticeValues {
  return { fen: String(fen), direction };
}
