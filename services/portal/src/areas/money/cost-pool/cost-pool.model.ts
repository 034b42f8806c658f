import type { components } from '../../../api/schema.js';
import { type Amount, less, sumOf } from '../ledger/amount.model.js';

type Schemas = components['schemas'];
export type CostPool = Schemas['CostPoolView'];
export type CostPoolSummary = Schemas['CostPoolSummaryView'];
export type CostItem = Schemas['CostItemView'];
export type Party = Schemas['LedgerPartyView'];
export type PoolState = CostPool['state'];
type Rule = Schemas['SplitRuleDto'];

export const poolStates = [
  'open',
  'submitted',
  'asked',
  'approved',
  'reversed',
] as const satisfies PoolState[];

/** The state filter in the address; an unknown one is ignored. */
export function poolStateOf(search: URLSearchParams): PoolState | undefined {
  return poolStates.find((state) => state === search.get('state'));
}

/** `{ kind: 'union', id }` → `union:<id>`, as rules and usages name a party. */
export function keyOf({ kind, id }: Pick<Party, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** Does the rule ask for usages, anywhere down the tree? */
export function splitsByUsage(rule: Rule): boolean {
  const below = [rule.else, rule.rest, ...(rule.tiers ?? []).map((tier) => tier.rule)];
  return rule.kind === 'usage' || below.some((one) => one != null && splitsByUsage(one));
}

/** The next step of a person at a pool. */
export type Step =
  | 'items'
  | 'compute'
  | 'submit'
  | 'awaitSubmit'
  | 'approve'
  | 'own'
  | 'awaitApproval'
  | 'awaitParties'
  | 'none';

interface Person {
  readonly id: string | undefined;
  readonly isFinance: boolean;
  readonly isApprover: boolean;
}

/** The persons who entered, computed or submitted it. */
interface Prepared {
  readonly preparedBy: readonly string[];
}

/** A person who prepared a pool may not approve it, and the page says so before they try. */
export function stepOf(
  pool: Pick<CostPool, 'state' | 'total'> & Prepared,
  hasItems: boolean,
  person: Person,
): Step {
  if (pool.state === 'submitted') return approvalStep(pool, person);
  if (pool.state === 'asked') return 'awaitParties';
  if (pool.state !== 'open') return 'none';
  if (!hasItems) return 'items';
  if (pool.total === null) return 'compute';
  return person.isFinance ? 'submit' : 'awaitSubmit';
}

function approvalStep({ preparedBy }: Prepared, { id, isApprover }: Person): Step {
  if (id !== undefined && preparedBy.includes(id)) return 'own';
  return isApprover ? 'approve' : 'awaitApproval';
}

export interface Side {
  readonly party: Party;
  readonly paid: Amount;
  readonly share: Amount;
  readonly subsidy: Amount;
  /** Positive where the pool owes the party, negative where the party owes. */
  readonly difference: Amount;
}

/** The payments of each party beside its share, including the source of the subsidy. */
export function sidesOf(
  pool: Pick<CostPool, 'shares' | 'subsidy' | 'subsidySource'>,
  items: readonly CostItem[],
): Side[] {
  const nothing: Amount = { amount: '0' };
  const parties = new Map<string, Party>();
  const source = pool.subsidySource;
  const named = [
    ...pool.shares.map(({ party }) => party),
    ...(source === null || pool.subsidy === null ? [] : [source]),
    ...items.map(({ payer }) => payer),
  ];
  for (const party of named) parties.set(keyOf(party), party);
  return [...parties].map(([key, party]) => {
    const paid = sumOf(items.filter(({ payer }) => keyOf(payer) === key).map(({ amount }) => amount));
    const share = pool.shares.find((one) => keyOf(one.party) === key)?.amount ?? nothing;
    const isSource = source !== null && keyOf(source) === key;
    const subsidy = (isSource ? pool.subsidy : null) ?? nothing;
    return { party, paid, share, subsidy, difference: less(paid, sumOf([share, subsidy])) };
  });
}

export interface Payer {
  readonly key: string;
  readonly name: string;
}

/** The possible payers of a bill: the parties of the agreement and the source of its subsidy, each once. */
export function payersOf({ parties, subsidySource }: Pick<CostPool, 'parties' | 'subsidySource'>): Payer[] {
  const named = subsidySource === null ? parties : [...parties, subsidySource];
  return [...new Map(named.map((party) => [keyOf(party), party.name]))].map(([key, name]) => ({ key, name }));
}

const kinds = ['union', 'enterprise', 'club', 'organisation', 'person'] as const;

/** `union:<id>` → the party; null for what is none. */
export function partyOfKey(key: string): Pick<Party, 'kind' | 'id'> | null {
  const [kindText, id] = key.split(':');
  const kind = kinds.find((one) => one === kindText);
  return kind === undefined || id === undefined ? null : { kind, id };
}
