import type { components } from '../../../api/schema.js';

type Seats = components['schemas']['SeatsView'];
type Pool = components['schemas']['PoolView'];
export type PoolSize = Pool['sizeClasses'][number];

export const poolSizes: readonly PoolSize[] = ['large', 'medium', 'small', 'micro', 'unclassified'];

const capacityMax = 1_000_000;

/** The number of seats that was typed; null where it is not one. */
export function capacityOf(text: string): number | null {
  const trimmed = text.trim();
  const capacity = Number(trimmed);
  return /^\d{1,7}$/.test(trimmed) && capacity <= capacityMax ? capacity : null;
}

/** The effect of a new capacity: how many heads it lets in at most, or how many lose their seat. */
interface CapacityChange {
  readonly kind: 'same' | 'raiseServes' | 'raise' | 'lower' | 'lowerMoves';
  readonly heads: number;
}

export function capacityChange(seats: Seats, capacity: number): CapacityChange {
  const taken = seats.confirmed + seats.held;
  const added = capacity - seats.capacity;
  if (added === 0) return { kind: 'same', heads: 0 };
  if (added > 0 && seats.waiting > 0)
    return { kind: 'raiseServes', heads: Math.min(Math.max(0, capacity - taken), seats.waiting) };
  if (added > 0) return { kind: 'raise', heads: added };
  return capacity < taken
    ? { kind: 'lowerMoves', heads: taken - capacity }
    : { kind: 'lower', heads: -added };
}

/** The pools that ask the same of people, whosever they are. @param asked sizes in any order */
export function alikeBut<One extends Pick<Pool, 'sex' | 'sizeClasses'>>(
  pools: readonly One[],
  asked: { readonly sex: Pool['sex']; readonly sizeClasses: readonly PoolSize[] },
): One[] {
  const sizes = new Set(asked.sizeClasses);
  return pools.filter(
    ({ sex, sizeClasses }) =>
      sex === asked.sex && sizeClasses.length === sizes.size && sizeClasses.every((one) => sizes.has(one)),
  );
}
