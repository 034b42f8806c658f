import { Injectable } from '@nestjs/common';
import type {
  PreviewRankingRequest,
  PreviewWeightsRequest,
  RankingPreview,
  WeightsPreview,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { topsisRanking } from '../ranking/topsis.model.js';
import { previewWeights } from './preview-weights.model.js';

/** Computes what was sent and saves nothing. */
@Injectable()
export class PreviewService {
  constructor(private readonly transactions: Transactions) {}

  weights(request: PreviewWeightsRequest, call: CallContext): Promise<WeightsPreview> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.preview, {});
      return previewWeights(request);
    });
  }

  ranking(request: PreviewRankingRequest, call: CallContext): Promise<RankingPreview> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.preview, {});
      const { rows, weights, directions, scaling } = request;
      const ranking = topsisRanking({ rows, weights, directions, scaling: scaling ?? 'vector' });
      return { scores: [...ranking.scores], ranks: [...ranking.ranks] };
    });
  }
}
