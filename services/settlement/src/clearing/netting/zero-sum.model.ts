/** Facts about the subsets of n balances that sum to zero. A subset is a bit mask over their indexes. */
export interface ZeroSumTable {
  /** −1, 0 or 1: the sign of the subset's sum. */
  readonly signOf: (mask: number) => number;
  /** The maximum number of zero-sum groups that a zero-sum subset can be cut into. */
  readonly groupsIn: (mask: number) => number;
  /** All groups that occur in some cut of the whole into the maximum number of groups; none can be cut further. */
  readonly groups: readonly number[];
  readonly full: number;
}

/**
 * The whole sums to zero, so a subset with the last element is the mirror of its complement: tables over the
 * subsets of the first n − 1 elements are enough. Time O(n · 2ⁿ⁻¹), memory 2 · 2ⁿ⁻¹ bytes: 1 MiB for n = 20.
 * @param balances in fen, none zero, summing to zero, at most 20
 */
export function zeroSumTable(balances: readonly bigint[]): ZeroSumTable {
  const last = 1 << Math.max(balances.length - 1, 0);
  const full = balances.length === 0 ? 0 : last * 2 - 1;
  const signs = signTable(balances.slice(0, -1));
  const most = groupTable(signs);
  const signOf = (mask: number) => ((mask & last) === 0 ? (signs[mask] ?? 0) : 0 - (signs[full ^ mask] ?? 0));
  // The order in which groups are taken is free, so the one with the last element can be closed by it.
  const groupsIn = (mask: number) => ((mask & last) === 0 ? (most[mask] ?? 0) : (most[mask ^ last] ?? 0) + 1);
  const groups: number[] = [];
  const whole = groupsIn(full);
  for (let mask = 1; mask < last; mask += 1) {
    if (signs[mask] !== 0) continue;
    for (const group of [mask, full ^ mask]) {
      if (groupsIn(group) === 1 && groupsIn(full ^ group) === whole - 1) groups.push(group);
    }
  }
  if (whole === 1 && full !== 0) groups.push(full);
  return { signOf, groupsIn, groups, full };
}

/** Signs of all subset sums, walked in Gray code order so that each costs one addition. */
function signTable(balances: readonly bigint[]): Int8Array {
  const reach = balances.reduce((total, balance) => total + (balance < 0n ? -balance : balance), 0n);
  // Numbers are exact up to 2^53 and thirty times as fast; beyond it the same walk in bigint.
  return reach <= BigInt(Number.MAX_SAFE_INTEGER) ? walkNumbers(balances.map(Number)) : walkBigints(balances);
}

function walkNumbers(balances: readonly number[]): Int8Array {
  const signs = new Int8Array(1 << balances.length);
  let [gray, total] = [0, 0];
  for (let step = 1; step < signs.length; step += 1) {
    const bit = 31 - Math.clz32(step & -step);
    gray ^= 1 << bit;
    const balance = balances[bit] ?? 0;
    total += (gray & (1 << bit)) === 0 ? -balance : balance;
    signs[gray] = Math.sign(total);
  }
  return signs;
}

function walkBigints(balances: readonly bigint[]): Int8Array {
  const signs = new Int8Array(1 << balances.length);
  let [gray, total] = [0, 0n];
  for (let step = 1; step < signs.length; step += 1) {
    const bit = 31 - Math.clz32(step & -step);
    gray ^= 1 << bit;
    const balance = balances[bit] ?? 0n;
    total += (gray & (1 << bit)) === 0 ? -balance : balance;
    signs[gray] = total === 0n ? 0 : total < 0n ? -1 : 1;
  }
  return signs;
}

/** most[mask] = the most disjoint zero-sum subsets inside mask: the best mask less one element, plus one at zero. */
function groupTable(signs: Int8Array): Int8Array {
  const most = new Int8Array(signs.length);
  for (let mask = 1; mask < signs.length; mask += 1) {
    let best = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const value = most[mask ^ (rest & -rest)] ?? 0;
      if (value > best) best = value;
    }
    most[mask] = signs[mask] === 0 ? best + 1 : best;
  }
  return most;
}
