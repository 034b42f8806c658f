import { allocate, DomainError, sum } from '@gongxiang/domain';

/** One party's position in a leaf: its weight, and the bounds in fen of its amount. */
export interface BoundedWeight {
  readonly weight: bigint;
  readonly floor: bigint;
  /** Null: no upper bound. */
  readonly cap: bigint | null;
}

/** λ = numerator / denominator, exact. */
interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Assigns clamp(λ · weight, floor, cap) to each place with the single λ for which they sum to `total`. Bounds are
 * whole fen, so only the places between their bounds have remainders, and rounding these by largest remainder can't
 * leave the bounds: floor ≤ x ≤ cap holds for ⌊x⌋ and ⌈x⌉ too.
 *
 * The sum rises with λ and bends only where a place meets a bound; the last bend below the total is found by
 * bisection over the sorted bends, in integers throughout.
 * @param places one per party of the whole list; at least one weight is positive
 * @param rotation the rotation of the order for equal remainders
 * @returns fen per place, summing to `total`
 * @throws DomainError `FLOORS_ABOVE_TOTAL` {excessFen}, `CAPS_BELOW_TOTAL` {missingFen}
 */
export function allocateBounded(total: bigint, places: readonly BoundedWeight[], rotation: number): bigint[] {
  checkReach(total, places);
  const bend = lastBend(total, places);
  const settled = places.map((place) => settledAt(bend, place));
  const isOpen = settled.map((amount) => amount === null);
  const open = total - sum(settled.map((amount) => amount ?? 0n));
  const shares = allocate(
    open,
    places.map((place, index) => (isOpen[index] === true ? place.weight : 0n)),
    rotation,
  );
  return shares.map((share, index) => settled[index] ?? share);
}

function checkReach(total: bigint, places: readonly BoundedWeight[]): void {
  const lowest = sum(places.map((place) => place.floor));
  if (lowest > total) {
    throw new DomainError('FLOORS_ABOVE_TOTAL', {
      pointer: '/floors',
      params: { excessFen: String(lowest - total) },
    });
  }
  // A place without weight stays at its floor however large λ is.
  const highest = places.map((place) => (place.weight === 0n ? place.floor : place.cap));
  if (highest.includes(null)) return;
  const reach = sum(highest.map((amount) => amount ?? 0n));
  if (reach < total) {
    throw new DomainError('CAPS_BELOW_TOTAL', {
      pointer: '/caps',
      params: { missingFen: String(total - reach) },
    });
  }
}

/** The largest λ among the bends whose sum does not exceed `total`; 0 if every bend exceeds it. */
function lastBend(total: bigint, places: readonly BoundedWeight[]): Ratio {
  const bends = places
    .filter((place) => place.weight > 0n)
    .flatMap((place) =>
      [place.floor, ...(place.cap === null ? [] : [place.cap])].map((bound) => ({
        numerator: bound,
        denominator: place.weight,
      })),
    )
    .sort(compareRatios);
  let low = 0;
  let high = bends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bend = bends[middle];
    if (bend !== undefined && totalsAtMost(total, bend, places)) low = middle + 1;
    else high = middle;
  }
  return bends[low - 1] ?? { numerator: 0n, denominator: 1n };
}

/** Σ clamp(λ · weight, floor, cap) ≤ total, multiplied by λ's denominator. */
function totalsAtMost(
  total: bigint,
  { numerator, denominator }: Ratio,
  places: readonly BoundedWeight[],
): boolean {
  let given = 0n;
  for (const place of places) {
    const scaled = numerator * place.weight;
    const floor = place.floor * denominator;
    const cap = place.cap === null ? null : place.cap * denominator;
    given += scaled < floor ? floor : cap !== null && scaled > cap ? cap : scaled;
  }
  return given <= total * denominator;
}

/** The bound at which a place stays for the λ just above the bend, or null if its share still grows. */
function settledAt({ numerator, denominator }: Ratio, place: BoundedWeight): bigint | null {
  if (place.weight === 0n) return place.floor;
  const scaled = numerator * place.weight;
  if (place.cap !== null && scaled >= place.cap * denominator) return place.cap;
  return scaled < place.floor * denominator ? place.floor : null;
}

function compareRatios(left: Ratio, right: Ratio): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}
