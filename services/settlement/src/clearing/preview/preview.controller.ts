import { Controller } from '@nestjs/common';
import {
  nettingPreviewContract,
  PreviewNettingRequest,
  type PreviewNettingView,
  PreviewSplitRequest,
  type PreviewSplitView,
  splitContract,
  splitTreeContract,
  type SplitTreeView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { PreviewService } from './preview.service.js';

@Controller()
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @HandlesQuery(splitContract.preview)
  split(@Request() request: PreviewSplitRequest, @Call() call: CallContext): Promise<PreviewSplitView> {
    return this.previews.split(request, call);
  }

  @HandlesQuery(splitTreeContract.preview)
  tree(@Request() request: PreviewSplitRequest, @Call() call: CallContext): Promise<SplitTreeView> {
    return this.previews.tree(request, call);
  }

  @HandlesQuery(nettingPreviewContract.preview)
  netting(@Request() request: PreviewNettingRequest, @Call() call: CallContext): Promise<PreviewNettingView> {
    return this.previews.netting(request, call);
  }
}
