import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { officeOf } from '../../reference/money-awaits.model.js';

/** Whom years that a union has to disclose wait for: whoever discloses them. */
export function awaitsOfYears(
  union: { readonly id: string; readonly name: string },
  years: readonly number[],
  publish: ActionRule,
): Await[] {
  return years.map((year) => ({
    ...officeOf(publish, [union.id]),
    kind: 'disclosureDue',
    why: 'dealsWithMoney',
    slot: String(year),
    about: { moneyId: union.id },
    title: `${union.name} ${year}`,
  }));
}
