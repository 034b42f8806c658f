import type {
  PreviewRankingRequest,
  RankingPreview,
} from '@gongxiang/contracts/evaluation/systems/preview.contract';
import { threadTask } from '@gongxiang/messaging/threads';
import { topsisRanking } from '../ranking/topsis.model.js';
import { previewWeights } from './preview-weights.model.js';

export { previewWeights };

/** @throws DomainError what the method refuses */
export function previewRanking(request: PreviewRankingRequest): RankingPreview {
  const { rows, weights, directions, scaling } = request;
  const ranking = topsisRanking({ rows, weights, directions, scaling: scaling ?? 'vector' });
  return { scores: [...ranking.scores], ranks: [...ranking.ranks] };
}

const smallCellsMax = 500;

/** TOPSIS passes over the matrix a few times. */
function isSmallRanking({ rows }: PreviewRankingRequest): boolean {
  return rows.length + rows.flat().length <= smallCellsMax;
}

export const weightsPreview = threadTask(import.meta.url, previewWeights);
export const rankingPreview = threadTask(import.meta.url, previewRanking, isSmallRanking);
