import type { LedgerPartyView } from '@gongxiang/contracts/settlement/party-names';
import type { EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { sum } from '@gongxiang/domain';

/** The effect of one ledger entry on the balance of a party. Amounts in fen. */
export interface StatementLine {
  readonly postedOn: string;
  /** Null for costs that left no debts, so that nothing was posted. */
  readonly entryId: string | null;
  readonly kind: EntryKind;
  readonly title: string;
  readonly activityId: string | null;
  readonly costPoolId: string | null;
  /** The loan whose fee, deposit or damage it is. */
  readonly loanId: string | null;
  /** The party's share of the costs; null for a transfer. */
  readonly share: bigint | null;
  /** The amount the party had paid itself. */
  readonly paid: bigint | null;
  readonly counterparty: LedgerPartyView | null;
  /** The change of the party's balance (owed to it less owed by it). */
  readonly amount: bigint;
}

/** A party's account over a period, both days included; oldest line first. */
export interface StatementAccount {
  readonly party: LedgerPartyView;
  readonly from: string;
  readonly to: string;
  readonly opening: bigint;
  readonly lines: readonly StatementLine[];
  /** True if there are more lines than requested; opening and closing are still correct. */
  readonly truncated: boolean;
  readonly closing: bigint;
  readonly readAt: Date;
}

/** Lines and totals grouped for treasurers: costs of activities, fees and deposits of loans, and transfers. */
interface ArrangedStatement {
  /** Lines grouped by activity, in the order of each activity's first line. */
  readonly activities: readonly (readonly StatementLine[])[];
  readonly loans: readonly StatementLine[];
  readonly transfers: readonly StatementLine[];
  readonly activityTotal: LineTotal;
  readonly loanTotal: bigint;
  readonly transferTotal: bigint;
}

interface LineTotal {
  readonly share: bigint;
  readonly paid: bigint;
  readonly amount: bigint;
}

/**
 * Groups the lines of an account into activities, loans and transfers. Opening balance plus totals must equal the
 * closing balance.
 * @throws Error if they do not: a statement that does not add up must never be issued
 */
export function arrange(account: StatementAccount): ArrangedStatement {
  const byActivity = new Map<string, StatementLine[]>();
  const loans: StatementLine[] = [];
  const transfers: StatementLine[] = [];
  for (const line of account.lines) {
    // A shared bill stands among the activities, by itself.
    const matter = line.activityId ?? line.costPoolId;
    if (matter === null) {
      (line.loanId === null ? transfers : loans).push(line);
      continue;
    }
    const lines = byActivity.get(matter);
    if (lines === undefined) byActivity.set(matter, [line]);
    else lines.push(line);
  }
  const activities = [...byActivity.values()];
  const activityTotal = totalOf(activities.flat());
  const loanTotal = totalOf(loans).amount;
  const transferTotal = totalOf(transfers).amount;
  if (account.opening + activityTotal.amount + loanTotal + transferTotal !== account.closing)
    throw new Error('the lines of a statement do not lead from its opening to its closing balance');
  return { activities, loans, transfers, activityTotal, loanTotal, transferTotal };
}

export function totalOf(lines: readonly StatementLine[]): LineTotal {
  return {
    share: sum(lines.map(({ share }) => share ?? 0n)),
    paid: sum(lines.map(({ paid }) => paid ?? 0n)),
    amount: sum(lines.map(({ amount }) => amount)),
  };
}
