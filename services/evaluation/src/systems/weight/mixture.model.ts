import { DomainError } from '@gongxiang/domain';
import { normalise, readWeights } from '../matrix/matrix.model.js';

type Mixture =
  | { readonly kind: 'multiplicative' }
  /** `coefficient` (0 to 1) is the part of the subjective weights. */
  | { readonly kind: 'additive'; readonly coefficient: number };

/**
 * Joins subjective weights (judged) with objective ones (computed from data): multiplicative ∝ w_s · w_o, or
 * additive c · w_s + (1 − c) · w_o. Both are made to sum 1 first.
 * @returns weights, sum 1
 * @throws DomainError `WEIGHTS_SHAPE`, `VALUE_NOT_A_NUMBER`, `NEGATIVE_VALUE`, `NO_WEIGHT` (also where each item has
 * weight in one of them only), `COEFFICIENT_RANGE`
 */
export function mixWeights(
  subjective: readonly number[],
  objective: readonly number[],
  mixture: Mixture,
): readonly number[] {
  const judged = readWeights(subjective, subjective.length, '/subjective');
  const computed = readWeights(objective, subjective.length, '/objective');
  const pairs = judged.map((weight, index) => [weight, computed[index] ?? 0] as const);
  if (mixture.kind === 'additive') return addWeights(pairs, mixture.coefficient);
  const products = normalise(pairs.map(([s, o]) => s * o));
  if (products === null) throw new DomainError('NO_WEIGHT', { pointer: '/objective' });
  return products;
}

function addWeights(
  pairs: readonly (readonly [subjective: number, objective: number])[],
  coefficient: number,
): readonly number[] {
  if (!(coefficient >= 0 && coefficient <= 1)) {
    throw new DomainError('COEFFICIENT_RANGE', { pointer: '/coefficient' });
  }
  return pairs.map(([s, o]) => coefficient * s + (1 - coefficient) * o);
}
