import { Controller } from '@nestjs/common';
import {
  previewContract,
  PreviewRankingRequest,
  PreviewWeightsRequest,
  type RankingPreview,
  type WeightsPreview,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { PreviewService } from './preview.service.js';

@Controller()
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @HandlesQuery(previewContract.weights)
  weights(@Request() request: PreviewWeightsRequest, @Call() call: CallContext): Promise<WeightsPreview> {
    return this.previews.weights(request, call);
  }

  @HandlesQuery(previewContract.ranking)
  ranking(@Request() request: PreviewRankingRequest, @Call() call: CallContext): Promise<RankingPreview> {
    return this.previews.ranking(request, call);
  }
}
