import type { components } from '../../../api/schema.js';
import { withoutBlanks } from '../../../kit/filters.model.js';
import { type Amount, sumOf } from '../ledger/amount.model.js';

type Schemas = components['schemas'];
export type NettingRun = Schemas['NettingRunView'];
export type NettingRunSummary = Schemas['NettingRunSummaryView'];
export type NettingLine = Schemas['NettingLineView'];
export type Mode = NettingRun['mode'];
export type RunState = NettingRun['state'];

export const modes = ['bilateral', 'hub', 'fewest'] as const satisfies Mode[];
export const runStates = ['proposed', 'confirmed', 'withdrawn'] as const satisfies RunState[];

/** The filters of the list. */
export interface RunFilters {
  readonly state?: RunState;
  readonly q?: string;
}

/** The filters in the address; unknown values are ignored. */
export function runFiltersOf(search: URLSearchParams): RunFilters {
  const state = runStates.find((one) => one === search.get('state'));
  return withoutBlanks<RunFilters>({ state, q: search.get('q') ?? undefined });
}

/** Who stands at an end of a debt: by name, which is unique within one picture. */
export interface NamedDebt {
  readonly from: string;
  readonly to: string;
  readonly amount: Amount;
}

interface PartyDebt {
  readonly from: Schemas['LedgerPartyView'];
  readonly to: Schemas['LedgerPartyView'];
  readonly amount: Amount;
}

/** Debts by names. Two parties of one name stay two: the second gets a number. */
export function namedDebts(debts: readonly PartyDebt[]): NamedDebt[] {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  const nameOf = ({ kind, id, name }: PartyDebt['from']): string => {
    const key = `${kind}:${id}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const place = (taken.get(name) ?? 0) + 1;
    taken.set(name, place);
    const own = place === 1 ? name : `${name} (${place})`;
    names.set(key, own);
    return own;
  };
  return debts.map(({ from, to, amount }) => ({ from: nameOf(from), to: nameOf(to), amount }));
}

/** All debts of one party to another, as one arrow. */
export interface Arrow extends NamedDebt {
  readonly count: number;
}

export function arrowsOf(debts: readonly NamedDebt[]): Arrow[] {
  const byPair = new Map<string, NamedDebt[]>();
  for (const debt of debts) {
    const key = JSON.stringify([debt.from, debt.to]);
    byPair.set(key, [...(byPair.get(key) ?? []), debt]);
  }
  return [...byPair.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    return [
      { from: first.from, to: first.to, amount: sumOf(some.map(({ amount }) => amount)), count: some.length },
    ];
  });
}

/** All parties, in one order for all pictures of the same debts. */
export function partiesIn(debts: readonly NamedDebt[]): string[] {
  return [...new Set(debts.flatMap(({ from, to }) => [from, to]))].sort();
}

/** The party through which all transfers go; undefined where there is none. */
export function hubIn(transfers: readonly NamedDebt[]): string | undefined {
  const [first] = transfers;
  const ends = first === undefined ? [] : [first.from, first.to];
  return ends.find((end) => transfers.every(({ from, to }) => from === end || to === end));
}

/** The places of so many on a circle around 0, the first on top, clockwise. */
export function circleOf(count: number, radius: number): { readonly x: number; readonly y: number }[] {
  return Array.from({ length: count }, (_unused, place) => {
    const angle = (2 * Math.PI * place) / count - Math.PI / 2;
    return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
  });
}

/** Names beneath each other's places are read up to so many; more of them stand around the circle like spokes. */
export const namesBeneathMax = 14;

/** How a name stands outside the circle: turned with its place, and never upside down. */
interface Spoke {
  /** Degrees, anticlockwise. */
  readonly rotate: number;
  readonly align: 'left' | 'right';
}

/** The spokes of so many names, in the order of {@link circleOf}. */
export function spokesOf(count: number): Spoke[] {
  return Array.from({ length: count }, (_unused, place) => {
    const clockwise = (360 * place) / count - 90;
    const isRight = clockwise <= 90;
    const rotate = Math.round(isRight ? 0 - clockwise : 180 - clockwise);
    return { rotate, align: isRight ? 'left' : 'right' };
  });
}

/** The width of an arrow in pixels, 1.5 to 7, by its part of the largest. */
export function widthOf(amount: Amount, largest: Amount): number {
  if (largest.amount === '0') return widthMin;
  // In thousandths, so that the ratio of two long amounts is exact enough.
  const part = Number((BigInt(amount.amount) * 1000n) / BigInt(largest.amount)) / 1000;
  return widthMin + part * (widthMax - widthMin);
}

const widthMin = 1.5;
const widthMax = 7;

/** The largest of some amounts; zero where there are none. */
export function largestOf(amounts: readonly Amount[]): Amount {
  return amounts.reduce<Amount>((most, one) => (BigInt(one.amount) > BigInt(most.amount) ? one : most), {
    amount: '0',
  });
}

/** The acts on a run that are open to a person. */
type ConfirmStep = 'own' | 'confirm' | 'wait' | 'none';

/** The person who proposed a run may not confirm it, and the page says so before they try. */
export function confirmStepOf(
  run: Pick<NettingRun, 'state' | 'createdBy'>,
  personId: string | undefined,
  isApprover: boolean,
): ConfirmStep {
  if (run.state !== 'proposed') return 'none';
  if (run.createdBy === personId) return 'own';
  return isApprover ? 'confirm' : 'wait';
}
