import { DomainError } from '@gongxiang/domain';
import { exactPartiesMax, fewestTransfers } from './fewest.model.js';
import { greedyTransfers } from './greedy.model.js';
import { explainNetting } from './netting-trace.model.js';
import type { NettingStep } from './netting-trace.model.js';

export type NettingMode = 'bilateral' | 'hub' | 'fewest';

/** `from` owes, or pays, `to` an amount in fen. */
export interface Debt {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
}

export type Transfer = Debt;

export interface NettingInput {
  readonly mode: NettingMode;
  /** The party that all transfers go through; only needed in mode `hub`, and may have no debts. */
  readonly hub: string | null;
  /** The debts to net; other debts are not affected. */
  readonly debts: readonly Debt[];
}

export interface NettingResult {
  /** Ordered by (from, to), compared by code units. */
  readonly transfers: readonly Transfer[];
  /** The net balance of each party (receives less owes) in fen, including zero balances. */
  readonly balances: ReadonlyMap<string, bigint>;
  /** Whether the number of transfers is proven minimal; null in modes that do not minimise it. */
  readonly optimal: boolean | null;
  /** Explains each transfer by debts. Computed lazily, since it is seldom shown for a large run. */
  readonly trace: readonly NettingStep[];
}

const nettingPartiesMax = 1_000;
export const nettingDebtsMax = 10_000;

/**
 * Proposes transfers that give every party the balance of its debts.
 * @throws DomainError 422: `SELF_DEBT`, `AMOUNT_NOT_POSITIVE`, `TOO_MANY` {max}, `HUB_REQUIRED`
 */
export function netDebts(input: NettingInput): NettingResult {
  checkDebts(input);
  const balances = balancesOf(input.debts);
  if (balances.size > nettingPartiesMax) refuseParties(input.debts);
  const { transfers, optimal } = plan(input, balances);
  return {
    transfers,
    balances,
    optimal,
    get trace() {
      return explainNetting({ mode: input.mode, debts: input.debts, transfers, balances, optimal });
    },
  };
}

/** Received less owed, for every party named by a debt. */
export function balancesOf(debts: readonly Debt[]): Map<string, bigint> {
  // Looks each party up only once per side of a debt; with thousands of debts the lookups dominate.
  const entries = new Map<string, { balance: bigint }>();
  const entryOf = (party: string): { balance: bigint } => {
    let one = entries.get(party);
    if (one === undefined) entries.set(party, (one = { balance: 0n }));
    return one;
  };
  for (const { from, to, amount } of debts) {
    entryOf(from).balance -= amount;
    entryOf(to).balance += amount;
  }
  return new Map([...entries].map(([party, { balance }]) => [party, balance]));
}

function checkDebts({ mode, hub, debts }: NettingInput): void {
  if (debts.length > nettingDebtsMax) fail('TOO_MANY', '/debts', { max: nettingDebtsMax });
  if (mode === 'hub' && (hub === null || hub === '')) fail('HUB_REQUIRED', '/hub');
  for (const [index, { from, to, amount }] of debts.entries()) {
    if (from === to) fail('SELF_DEBT', `/debts/${index}/to`, { party: from });
    if (amount <= 0n) fail('AMOUNT_NOT_POSITIVE', `/debts/${index}/amount`);
  }
}

/** Points at the debt that exceeds the maximum number of parties. */
function refuseParties(debts: readonly Debt[]): never {
  const parties = new Set<string>();
  const index = debts.findIndex(({ from, to }) => parties.add(from).add(to).size > nettingPartiesMax);
  return fail('TOO_MANY', `/debts/${index}`, { max: nettingPartiesMax });
}

function plan(
  { mode, hub, debts }: NettingInput,
  balances: ReadonlyMap<string, bigint>,
): { transfers: Transfer[]; optimal: boolean | null } {
  if (mode === 'bilateral') return { transfers: bilateralTransfers(debts), optimal: null };
  if (mode === 'hub') return { transfers: hubTransfers(hub ?? '', balances), optimal: null };
  const open = [...balances]
    .filter(([, balance]) => balance !== 0n)
    .map(([party, balance]) => ({ party, balance }));
  if (open.length > exactPartiesMax) return { transfers: inOrder(greedyTransfers(open)), optimal: false };
  return { transfers: inOrder(fewestTransfers(open)), optimal: true };
}

/** Each pair settles separately, so nobody pays a party it never dealt with. */
function bilateralTransfers(debts: readonly Debt[]): Transfer[] {
  const pairs = new Map<string, Map<string, bigint>>();
  for (const { from, to, amount } of debts) {
    const [first, second, signed] = from < to ? [from, to, amount] : [to, from, -amount];
    const row = pairs.get(first) ?? new Map<string, bigint>();
    row.set(second, (row.get(second) ?? 0n) + signed);
    pairs.set(first, row);
  }
  const transfers: Transfer[] = [];
  for (const [first, row] of pairs) {
    for (const [second, amount] of row) {
      if (amount > 0n) transfers.push({ from: first, to: second, amount });
      if (amount < 0n) transfers.push({ from: second, to: first, amount: -amount });
    }
  }
  return inOrder(transfers);
}

function hubTransfers(hub: string, balances: ReadonlyMap<string, bigint>): Transfer[] {
  const transfers: Transfer[] = [];
  for (const [party, balance] of balances) {
    if (party === hub) continue;
    if (balance > 0n) transfers.push({ from: hub, to: party, amount: balance });
    if (balance < 0n) transfers.push({ from: party, to: hub, amount: -balance });
  }
  return inOrder(transfers);
}

function inOrder(transfers: Transfer[]): Transfer[] {
  return transfers.sort((left, right) => compare(left.from, right.from) || compare(left.to, right.to));
}

// Compares code units, as everywhere in this file: a locale order would differ between machines.
function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function fail(code: string, pointer: string, params: Readonly<Record<string, string | number>> = {}): never {
  throw new DomainError(code, { pointer, params });
}
