import { DomainError } from './domain-error.js';

/** Money as it travels: `amount` is a whole number of fen written as a string, since JSON numbers are not exact. */
export interface MoneyWire {
  readonly amount: string;
  readonly currency: 'CNY';
}

/** What may arrive in place of a {@link MoneyWire}: the currency is not yet known to be ours. */
export interface IncomingMoney {
  readonly amount: string;
  readonly currency: string;
}

const fenPerYuan = 100n;
/** Eighteen digits fit PostgreSQL's `bigint` with room to add. */
const wireAmountPattern = /^-?(0|[1-9]\d{0,17})$/;
const percentPattern = /^(100|0|[1-9]\d?)(?:\.(\d{1,4}))?$/;
/** 100 % in units of a ten-thousandth of a percent: four decimals are exact. */
const wholePercentUnits = 100n * 10_000n;

/**
 * Splits `total` fen by `weights`, always to the last fen: each share is rounded down, and the fen that are
 * left go one each to the largest remainders (Hamilton's method). Equal remainders are served in index order,
 * starting at `rotation` modulo the number of weights, so that the odd fen moves on from one split to the next.
 *
 * A weight of 0 gets 0. A negative total is the mirror of the positive one.
 * @param rotation a whole number
 * @returns one share in fen for each weight; they sum to `total`
 * @throws DomainError `WEIGHT_NEGATIVE`; `NO_WEIGHT` where all weights are 0 and there is something to split
 */
export function allocate(total: bigint, weights: readonly bigint[], rotation = 0): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new DomainError('WEIGHT_NEGATIVE');
  const weightSum = sum(weights);
  if (total === 0n) return weights.map(() => 0n);
  if (weightSum === 0n) throw new DomainError('NO_WEIGHT');
  if (total < 0n) return allocate(-total, weights, rotation).map((share) => -share);

  const shares = weights.map((weight) => (total * weight) / weightSum);
  const remainders = weights.map((weight) => (total * weight) % weightSum);
  // Every remainder is below the sum of the weights, so more of them are positive than fen are left:
  // an entry without a remainder, hence one of weight 0, is never reached.
  const leftFen = Number(total - sum(shares));
  for (const index of byRemainder(remainders, rotation).slice(0, leftFen)) {
    shares[index] = (shares[index] ?? 0n) + 1n;
  }
  return shares;
}

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

/**
 * A percentage of an amount, rounded down to the fen; of a negative amount, the mirror of the positive one.
 * @param percent decimal text from 0 to 100 with at most four decimals, e.g. `'33.3333'`
 * @throws DomainError `PERCENT_FORMAT`
 */
export function percentOf(total: bigint, percent: string): bigint {
  const [, whole = '', decimals = ''] = percentPattern.exec(percent) ?? [];
  if (whole === '') throw new DomainError('PERCENT_FORMAT');
  const units = BigInt(whole) * 10_000n + BigInt(decimals.padEnd(4, '0'));
  if (units > wholePercentUnits) throw new DomainError('PERCENT_FORMAT');
  // bigint division rounds towards zero, which is down for what is paid and the same for its refund.
  return (total * units) / wholePercentUnits;
}

/** Fen as yuan for a column that names the unit, e.g. `18,650.00` or `-3.50`. */
export function formatYuan(fen: bigint): string {
  return `${fen < 0n ? '-' : ''}${digitsOf(fen)}`;
}

/** Fen in a sentence of either language, as the pages show money: `¥18,650.00`, `−¥3.50`. */
export function moneyText(fen: bigint): string {
  return `${fen < 0n ? '−' : ''}¥${digitsOf(fen)}`;
}

/** Yuan without a sign, in groups of three digits. */
function digitsOf(fen: bigint): string {
  const absolute = fen < 0n ? -fen : fen;
  const whole = (absolute / fenPerYuan).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${(absolute % fenPerYuan).toString().padStart(2, '0')}`;
}

export function toWire(fen: bigint): MoneyWire {
  return { amount: fen.toString(), currency: 'CNY' };
}

/**
 * @param pointer where the money stands in the body, e.g. `/total`; the error then names `/total/amount`
 * @returns fen
 * @throws DomainError `CURRENCY_UNSUPPORTED` for anything but CNY; `MONEY_FORMAT`
 */
export function fromWire(wire: IncomingMoney, pointer?: string): bigint {
  // The currency comes first: the fen of a currency without a minor unit would be read a hundredfold.
  if (wire.currency !== 'CNY') {
    throw new DomainError('CURRENCY_UNSUPPORTED', at(pointer, '/currency'));
  }
  if (typeof wire.amount !== 'string' || !wireAmountPattern.test(wire.amount)) {
    throw new DomainError('MONEY_FORMAT', at(pointer, '/amount'));
  }
  return BigInt(wire.amount);
}

/** Indexes by falling remainder; the sort is stable, so equal ones keep the rotated order. */
function byRemainder(remainders: readonly bigint[], rotation: number): number[] {
  const count = remainders.length;
  const first = ((rotation % count) + count) % count;
  return remainders
    .map((_, step) => (first + step) % count)
    .sort((left, right) => compare(remainders[right] ?? 0n, remainders[left] ?? 0n));
}

function compare(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function at(pointer: string | undefined, field = ''): { pointer?: string } {
  return pointer === undefined ? {} : { pointer: `${pointer}${field}` };
}
