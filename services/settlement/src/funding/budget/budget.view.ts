import type { BudgetSummaryView, BudgetView } from '@gongxiang/contracts/settlement/funding/budget.contract';
import { partyKey, sum, toWire } from '@gongxiang/domain';
import { namedParty, personName, type PartyNames } from '../../reference/named-party.js';
import type { PersonNames } from '../../reference/reference.repository.js';
import type { BudgetLineRow, BudgetRow } from './budget.entity.js';
import { compareLines, type PlannedLine } from './budget.model.js';

interface BudgetNames {
  readonly parties: PartyNames;
  readonly people: PersonNames;
}

export function plannedLine({ expenseCode, amountFen: amount, note }: BudgetLineRow): PlannedLine {
  return { expenseCode, amount, note };
}

export function budgetSummary(row: BudgetRow, total: bigint, names: BudgetNames): BudgetSummaryView {
  const { id, version, unionId, year, number, state, reason, returnReason, submittedBy, adoptedBy } = row;
  return {
    id,
    version,
    year,
    number,
    state,
    reason,
    returnReason,
    submittedBy,
    adoptedBy,
    union: namedParty(unionKey(unionId), names.parties),
    total: toWire(total),
    submittedByName: personName(submittedBy, names.people),
    adoptedByName: personName(adoptedBy, names.people),
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    adoptedAt: row.adoptedAt?.toISOString() ?? null,
  };
}

/** @param before the lines of the previous version; null for the first of a year */
export function budgetView(
  row: BudgetRow,
  lines: readonly BudgetLineRow[],
  before: readonly BudgetLineRow[] | null,
  names: BudgetNames,
): BudgetView {
  const total = sum(lines.map(({ amountFen }) => amountFen));
  const compared = compareLines(lines.map(plannedLine), before?.map(plannedLine) ?? null);
  return {
    ...budgetSummary(row, total, names),
    lines: compared.map((line) => ({
      expenseCode: line.expenseCode,
      note: line.note,
      amount: toWire(line.amount),
      before: line.before === null ? null : toWire(line.before),
      difference: toWire(line.difference),
    })),
  };
}

export function unionKey(id: string): string {
  return partyKey({ kind: 'union', id });
}
