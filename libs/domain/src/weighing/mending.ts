import { type AhpMethod, consistencyRatioMax, solveAhp } from './ahp.js';
import { forEachPair, type Judgements } from './judgement.js';

/** Saaty's scale: a judgement is one of these words, from "the column matters extremely more" to the opposite. */
export const saatyScale = [
  '1/9',
  '1/8',
  '1/7',
  '1/6',
  '1/5',
  '1/4',
  '1/3',
  '1/2',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
] as const;
export type SaatyValue = (typeof saatyScale)[number];

export interface Mending {
  /** The judgement, 0-based, above the diagonal. */
  readonly row: number;
  readonly column: number;
  /** What it would have to be. */
  readonly value: SaatyValue;
  /** What is left then; it may still be above 0.10, where more than one judgement is at odds with the others. */
  readonly consistencyRatio: number;
}

/** Less than it is rounding, not an improvement. */
const improvementLeast = 1e-9;

/**
 * So many of the judgements farthest from the weights are looked at. Of a contradiction among three items each of its three
 * judgements is as far away as the others, and which of them is the slip shows only in what mending it would bring.
 */
const candidatesMax = 3;

/**
 * The judgement to think over first, and the value of Saaty's scale there that lowers the consistency ratio most.
 *
 * Looked at are the judgements farthest from the weights, by |ln a_ij − ln(w_i/w_j)|: Saaty (EJOR 145, 2003) compares
 * a_ij · w_j/w_i in the same way, and for small perturbations it is where Harker's derivative of λmax (1987) is steepest.
 * At each of them all seventeen values are tried; λmax is convex in ln a_ij, so none is missed.
 * @returns null where the ratio is at most 0.10, or no single change lowers it
 * @throws DomainError `ITEMS_COUNT`, `MATRIX_SHAPE`, `JUDGEMENTS_DISCONNECTED`, `NOT_CONVERGED`
 */
export function mendingOf(judgements: Judgements, method: AhpMethod = {}): Mending | null {
  const { consistencyRatio: before, weights } = solveAhp(judgements, method);
  if (before <= consistencyRatioMax) return null;
  const best = farthestFirst(judgements, weights)
    .slice(0, candidatesMax)
    .map((place) => ({ ...place, ...bestValueAt(judgements, place, method) }))
    .reduce<Mending | null>((least, one) => (least === null || isBetter(one, least) ? one : least), null);
  return best !== null && best.consistencyRatio < before - improvementLeast ? best : null;
}

/** The number that a value of the scale stands for. */
export function saatyNumber(value: SaatyValue): number {
  return value.startsWith('1/') ? 1 / Number(value.slice(2)) : Number(value);
}

/** The same judgements with one of them replaced. */
export function withJudgement(
  judgements: Judgements,
  { row, column }: { readonly row: number; readonly column: number },
  value: number | null,
): Judgements {
  return judgements.map((cells, r) => (r === row ? cells.with(column - row - 1, value) : cells));
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function farthestFirst(judgements: Judgements, weights: readonly number[]): readonly Place[] {
  const places: (Place & { readonly distance: number })[] = [];
  forEachPair(judgements, (row, column, value) => {
    if (value === null) return;
    const distance = Math.abs(Math.log(value) - Math.log((weights[row] ?? 1) / (weights[column] ?? 1)));
    // Rounded, so that of equal ones the first comes first, as it does where the worst is named.
    places.push({ row, column, distance: Math.round(distance * 1e9) });
  });
  return places.sort((a, b) => b.distance - a.distance).map(({ row, column }) => ({ row, column }));
}

function bestValueAt(
  judgements: Judgements,
  place: Place,
  method: AhpMethod,
): Pick<Mending, 'value' | 'consistencyRatio'> {
  const tried = saatyScale.map((value) => ({
    value,
    consistencyRatio: solveAhp(withJudgement(judgements, place, saatyNumber(value)), method).consistencyRatio,
  }));
  return tried.reduce((best, one) => (isBetter(one, best) ? one : best));
}

type Left = Pick<Mending, 'consistencyRatio'>;

/** The first of equal ones stays: rounding must not choose. */
function isBetter(one: Left, other: Left): boolean {
  return one.consistencyRatio < other.consistencyRatio - improvementLeast;
}
