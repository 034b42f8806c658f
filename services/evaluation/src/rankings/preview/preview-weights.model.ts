import type {
  PreviewWeightsRequest,
  WeightsPreview,
} from '@gongxiang/contracts/evaluation/systems/preview.contract';
import { DomainError } from '@gongxiang/domain';
import { ahpWeights } from '@gongxiang/domain/weighing';
import { criticWeights } from '../../systems/weight/critic.model.js';
import { entropyWeights } from '../../systems/weight/entropy.model.js';

/**
 * Weights by the method named. Judgements that contradict each other are an answer, not an error: `acceptable` is
 * false.
 * @throws DomainError `VALIDATION_FAILED` where the method's input is missing, and what the methods throw
 */
export function previewWeights(request: PreviewWeightsRequest): WeightsPreview {
  if (request.method === 'ahp') return ahpPreview(request);
  const rows = required(request.rows, '/rows');
  if (request.method === 'entropy') {
    const { weights, entropy } = entropyWeights(rows);
    return { weights: [...weights], entropy: [...entropy] };
  }
  const { weights } = criticWeights(rows, required(request.directions, '/directions'));
  return { weights: [...weights], entropy: null };
}

function ahpPreview(request: PreviewWeightsRequest): WeightsPreview {
  const { weights, lambdaMax, consistencyIndex, consistencyRatio, acceptable, worst } = ahpWeights({
    items: required(request.items, '/items'),
    upper: required(request.upper, '/upper'),
    solver: request.solver ?? 'eigenvector',
    randomIndex: request.randomIndex ?? 'saaty-1980',
  });
  return { weights: [...weights], lambdaMax, consistencyIndex, consistencyRatio, acceptable, worst };
}

function required<T>(value: T | null | undefined, pointer: string): T {
  if (value !== undefined && value !== null) return value;
  throw new DomainError('VALIDATION_FAILED', { errors: [{ pointer, code: 'REQUIRED' }] });
}
