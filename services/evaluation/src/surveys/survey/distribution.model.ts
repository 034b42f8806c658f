import { thresholdDefault } from './suppression.model.js';

/** How many chose one option of a question. */
export interface OptionCount {
  readonly option: string;
  /** What the option adds to the published sum; null where no sum is published. */
  readonly value: number | null;
  readonly count: number;
}

/** A published count: of an option, or of several published together, joined by `+`. */
export interface PublishedCount {
  readonly key: string;
  readonly count: number;
}

/** Options published together. */
export type Band = readonly OptionCount[];

/**
 * The distribution of the answers to one question, as far as it may be published beside their number and sum.
 *
 * Guarantee. The counts sum to the number of answers and each is at least `threshold`, so that an empty option looks
 * like one with few. And for no option can a reader work out, from the counts, the number and the sum, that it was
 * chosen, but by fewer than `threshold`: there are always other answers with the same counts and the same sum in
 * which nobody chose it, or enough did. Otherwise a mean would reveal how a band of two divides.
 *
 * Bands of a scale join their neighbours, and stay as many as possible; of several divisions into as many the one
 * with the widest bands at the low end, whatever the answers. Choices have no order: the smallest are published
 * together.
 *
 * Limit. A reader who knows this rule learns that one of several options published together was chosen by few or by
 * nobody.
 * @param finest the finest permitted groups, in the order of the scale or of the choices
 * @param isOrdered does a neighbour mean something like it?
 * @returns null if fewer than two counts remain to publish
 */
export function publishDistribution(
  finest: readonly Band[],
  isOrdered: boolean,
  threshold: number = thresholdDefault,
): readonly PublishedCount[] | null {
  const divisions = isOrdered ? divisionsOf(finest) : groupings(finest);
  const chosen = divisions.find((bands) => bands.every((band) => isSafe(band, bands, threshold)));
  if (chosen === undefined || chosen.length < 2) return null;
  return chosen.map((band) => ({ key: band.map(({ option }) => option).join('+'), count: countOf(band) }));
}

/** All divisions of a scale into neighbours, the finest first. */
function divisionsOf(finest: readonly Band[]): readonly (readonly Band[])[] {
  let divisions: Band[][] = [[]];
  for (const band of finest) {
    divisions = divisions.flatMap((bands) => {
      const last = bands.at(-1);
      const joined = last === undefined ? [] : [[...bands.slice(0, -1), [...last, ...band]]];
      return [...joined, [...bands, band]];
    });
  }
  // Sorting is stable: of as many bands the first has the widest at the low end.
  return divisions.sort((a, b) => b.length - a.length);
}

/** Single choices first, then divisions that merge ever more of the smallest into one last group. */
function groupings(finest: readonly Band[]): readonly (readonly Band[])[] {
  const bySize = [...finest].sort((a, b) => countOf(a) - countOf(b));
  return [0, ...bySize.slice(1).map((_band, index) => index + 2)].map((size) => {
    const together = new Set(bySize.slice(0, size));
    const alone = finest.filter((band) => !together.has(band));
    return together.size === 0 ? alone : [...alone, finest.filter((band) => together.has(band)).flat()];
  });
}

/** Enough in each band, and no option of it is known to be one of few. */
function isSafe(band: Band, bands: readonly Band[], threshold: number): boolean {
  if (countOf(band) < threshold) return false;
  return band.every((option) => {
    const isFew = option.count > 0 && option.count < threshold;
    return !isFew || exchangesOf(option, band, bands).some((exchange) => hides(option, exchange, threshold));
  });
}

function countOf(band: Band): number {
  return band.reduce((sum, { count }) => sum + count, 0);
}

/** Changes of counts that leave the count of every band and the sum as they are: how many more, by option. */
type Exchange = ReadonlyMap<OptionCount, number>;

/** Exchanges of one option with others of its band that are made up for in the band itself, or in another one. */
function exchangesOf(option: OptionCount, band: Band, bands: readonly Band[]): readonly Exchange[] {
  const others = band.filter((other) => other !== option);
  return others.flatMap((other): Exchange[] => {
    const gap = difference(option, other);
    if (gap === 0) return [new Map([[option, 1], [other, -1]])]; // prettier-ignore
    const inBand = others.filter((third) => third !== other).map((third) => [third, other] as const);
    const elsewhere = bands.filter((one) => one !== band).flatMap(pairsOf);
    return [...inBand, ...elsewhere].flatMap(([from, to]) => {
      const step = difference(from, to);
      if (step === 0) return [];
      const divisor = greatestDivisor(Math.abs(gap), Math.abs(step));
      const exchange = new Map([[option, step / divisor]]);
      const add = (one: OptionCount, change: number) => exchange.set(one, (exchange.get(one) ?? 0) + change);
      add(other, -step / divisor);
      add(from, -gap / divisor);
      add(to, gap / divisor);
      return [exchange];
    });
  });
}

function pairsOf(band: Band): (readonly [OptionCount, OptionCount])[] {
  return band.flatMap((one, index) => band.slice(index + 1).map((other) => [one, other] as const));
}

/** Does the exchange, so or so many times, this way or back, leave nobody with the option, or enough? */
function hides(option: OptionCount, exchange: Exchange, threshold: number): boolean {
  for (let times = -threshold; times <= threshold; times += 1) {
    const after = option.count + times * (exchange.get(option) ?? 0);
    const isPossible = [...exchange].every(([{ count }, change]) => count + times * change >= 0);
    if (isPossible && (after === 0 || after >= threshold)) return true;
  }
  return false;
}

/** Values are known to a millionth. */
const unit = 1e6;

function difference(one: OptionCount, other: OptionCount): number {
  return Math.round((one.value ?? 0) * unit) - Math.round((other.value ?? 0) * unit);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
