import { Injectable } from '@nestjs/common';
import {
  previewContract,
  type PreviewRankingRequest,
  type PreviewWeightsRequest,
  type RankingPreview,
  type WeightsPreview,
} from '@gongxiang/contracts/evaluation/systems/preview.contract';
import type { CallContext, GzippedJson } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { taskRequesterOf, Threads, type ThreadTask } from '@gongxiang/messaging/threads';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { rankingPreview, weightsPreview } from './preview-tasks.js';

/** Computes what was sent and saves nothing; in threads, as any member may ask. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly threads: Threads,
  ) {}

  @Handles(previewContract.weights)
  weights(
    request: PreviewWeightsRequest,
    call: CallContext,
  ): Promise<WeightsPreview | GzippedJson<WeightsPreview>> {
    return this.compute(weightsPreview, request, call);
  }

  @Handles(previewContract.ranking)
  ranking(
    request: PreviewRankingRequest,
    call: CallContext,
  ): Promise<RankingPreview | GzippedJson<RankingPreview>> {
    return this.compute(rankingPreview, request, call);
  }

  private async compute<Request, View>(
    task: ThreadTask<Request, View>,
    request: Request,
    call: CallContext,
  ): Promise<View | GzippedJson<View>> {
    await this.transactions.read(call, async (tx) => tx.authorise(actions.preview, {}));
    return this.threads.answer(task, request, taskRequesterOf(call));
  }
}
