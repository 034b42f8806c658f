import type { MatchKind } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Coordinates } from '@gongxiang/domain';

/**
 * An index in which needs and offers find each other without scanning all of the others: each has entries for its
 * function × business × area, and for "any" of the last two.
 */
interface Standing {
  readonly functions: readonly ResourceFunction[];
  readonly businesses: readonly UnionBusiness[];
  readonly district: string | null;
  readonly place: Coordinates | null;
}

interface SoughtAt {
  readonly function: ResourceFunction;
  readonly business: UnionBusiness | null;
  readonly district: string | null;
  readonly place: Coordinates | null;
}

const any = '*';
/**
 * Cells a tenth of a degree wide: about 11 km from south to north, and 9 km from west to east in the middle of China.
 */
const cellsPerDegree = 10;

/** The keys of an offer. */
export function offerKeys(kind: MatchKind, offer: Standing): string[] {
  const areas = [any, ...areasOf(offer)];
  return distinct(
    offer.functions.flatMap((wanted) =>
      [any, ...offer.businesses].flatMap((business) =>
        areas.map((area) => keyOf(`${kind}/${wanted}`, business, area)),
      ),
    ),
  );
}

/** The keys of a want. */
export function needKeys(want: SoughtAt): string[] {
  const areas = [any, ...areasOf(want)];
  return areas.map((area) => keyOf(want.function, want.business ?? any, area));
}

/**
 * The keys to look under for a want, most likely first: near and of its business, near and of any, of its business
 * anywhere, anywhere.
 */
export function offerTiers(kind: MatchKind, want: SoughtAt): string[][] {
  const start = `${kind}/${want.function}`;
  const near = around(want);
  const business = want.business === null ? [] : [want.business];
  return [
    keysOf(start, business, near),
    keysOf(start, [any], near),
    keysOf(start, business, [any]),
    keysOf(start, [any], [any]),
  ].filter((keys) => keys.length > 0);
}

/** The same for an offer looking for needs: those that ask for its business, or for none. */
export function needTiers(offer: Standing): string[][] {
  const businesses = [...offer.businesses, any];
  const tiersOf = (areas: readonly string[]): string[] =>
    distinct(offer.functions.flatMap((wanted) => keysOf(wanted, businesses, areas)));
  return [tiersOf(around(offer)), tiersOf([any])].filter((keys) => keys.length > 0);
}

/** The area whose offers come first, as text; of one that has none the empty text. */
export function areaOf(want: Pick<Standing, 'district' | 'place'>): string {
  return areasOf(want)[0] ?? '';
}

function areasOf({ district, place }: Pick<Standing, 'district' | 'place'>): string[] {
  const cell = place === null ? [] : [cellOf(cellIndex(place.latitude), cellIndex(place.longitude))];
  return [...(district === null ? [] : [`d:${district}`]), ...cell];
}

/** Its district, its cell and the eight around it, so that a border separates no neighbours. */
function around({ district, place }: Pick<Standing, 'district' | 'place'>): string[] {
  const areas = district === null ? [] : [`d:${district}`];
  if (place === null) return areas;
  const [row, column] = [cellIndex(place.latitude), cellIndex(place.longitude)];
  const steps = [-1, 0, 1];
  return [...areas, ...steps.flatMap((down) => steps.map((along) => cellOf(row + down, column + along)))];
}

function cellIndex(degrees: number): number {
  return Math.floor(degrees * cellsPerDegree);
}

function cellOf(row: number, column: number): string {
  return `c:${row}:${column}`;
}

function keysOf(start: string, businesses: readonly string[], areas: readonly string[]): string[] {
  return businesses.flatMap((business) => areas.map((area) => keyOf(start, business, area)));
}

function keyOf(start: string, business: string, area: string): string {
  return `${start}/${business}/${area}`;
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
