import type { DebtState } from '@gongxiang/contracts/settlement/accounts/activity-statement.contract';
import type { CostPoolState } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { AccountFund, IncomeKind } from '@gongxiang/contracts/settlement/fund';
import { sum } from '@gongxiang/domain';
import type { PartyNames } from '../../reference/named-party.js';

/** Amounts in fen, parties as `union:<id>`. */
export interface PoolBill {
  readonly payer: string;
  readonly title: string;
  readonly incomeKind: IncomeKind;
  readonly expenseCode: string;
  readonly invoiceNumber: string;
  readonly amount: bigint;
}

export interface ActivityPool {
  readonly id: string;
  readonly state: CostPoolState;
  readonly createdAt: Date;
  readonly approvedAt: Date | null;
  /** Whether its current bills have been split. */
  readonly isComputed: boolean;
  /** Null until shares are computed. */
  readonly subsidy: bigint | null;
  readonly source: string | null;
  readonly bills: readonly PoolBill[];
  /** In the agreement's order. */
  readonly shares: readonly { readonly party: string; readonly amount: bigint }[];
}

export interface ActivityDebt {
  readonly entryId: string;
  readonly postedOn: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly incomeKind: AccountFund;
  readonly amount: bigint;
  readonly state: DebtState;
  readonly nettingRunId: string | null;
}

/** One party's share and payments of a pool: paid − share = net. */
interface Part {
  readonly party: string;
  readonly share: bigint;
  readonly paid: bigint;
  readonly net: bigint;
}

/** All costs of an activity, and the resulting debts. */
export interface ActivityAccount {
  readonly activityId: string;
  readonly title: string;
  readonly union: string;
  readonly heads: number;
  /** Oldest first. */
  readonly pools: readonly ActivityPool[];
  readonly debts: readonly ActivityDebt[];
  readonly readAt: Date;
}

/** An account with the names of its parties. */
export interface NamedAccount {
  readonly account: ActivityAccount;
  readonly names: PartyNames;
}

export function billed({ bills }: Pick<ActivityPool, 'bills'>): bigint {
  return sum(bills.map(({ amount }) => amount));
}

/**
 * Parties in the agreement's order, then the source of the subsidy, then other payers. Shares sum to the bills.
 * Before shares are computed there are no parts, because payers would seem to be owed everything they paid.
 */
export function partsOf({ isComputed, shares, subsidy, source, bills }: ActivityPool): Part[] {
  if (!isComputed) return [];
  const share = new Map(shares.map(({ party, amount }) => [party, amount]));
  if (source !== null && subsidy !== null) share.set(source, (share.get(source) ?? 0n) + subsidy);
  const paid = new Map<string, bigint>();
  for (const { payer, amount } of bills) paid.set(payer, (paid.get(payer) ?? 0n) + amount);
  return [...new Set([...share.keys(), ...paid.keys()])].map((party) => {
    const [borne, spent] = [share.get(party) ?? 0n, paid.get(party) ?? 0n];
    return { party, share: borne, paid: spent, net: spent - borne };
  });
}

/** The pools that count: computed and not reversed. */
export function countedPools({ pools }: Pick<ActivityAccount, 'pools'>): ActivityPool[] {
  return pools.filter(({ state, isComputed }) => state !== 'reversed' && isComputed);
}

export function totalsOf(account: ActivityAccount): { total: bigint; subsidy: bigint; unpaid: bigint } {
  const pools = countedPools(account);
  const unpaid = account.debts.filter(({ state }) => state === 'open' || state === 'netted');
  return {
    total: sum(pools.map(billed)),
    subsidy: sum(pools.map(({ subsidy }) => subsidy ?? 0n)),
    unpaid: sum(unpaid.map(({ amount }) => amount)),
  };
}
