import { Controller } from '@nestjs/common';
import {
  ExplainShareRequest,
  shareExplanationContract,
  type ShareExplanationView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { ShareExplanationService } from './share-explanation.service.js';

@Controller()
export class ShareExplanationController {
  constructor(private readonly explanations: ShareExplanationService) {}

  @HandlesQuery(shareExplanationContract.get)
  get(@Request() request: ExplainShareRequest, @Call() call: CallContext): Promise<ShareExplanationView> {
    return this.explanations.get(request, call);
  }
}
