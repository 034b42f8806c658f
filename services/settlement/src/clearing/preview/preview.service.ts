import { Injectable } from '@nestjs/common';
import {
  nettingPreviewContract,
  type PreviewNettingRequest,
  type PreviewNettingView,
} from '@gongxiang/contracts/settlement/clearing/netting-preview.contract';
import {
  splitTreeContract,
  type SplitTreeView,
} from '@gongxiang/contracts/settlement/splits/split-tree.contract';
import {
  type PreviewSplitRequest,
  type PreviewSplitView,
  splitContract,
} from '@gongxiang/contracts/settlement/splits/split.contract';
import type { CallContext, GzippedJson } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { taskRequesterOf, Threads, type ThreadTask } from '@gongxiang/messaging/threads';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { nettingPreview, type Previewed, splitPreview, treePreview } from './preview-tasks.js';

/**
 * Computes without saving. Runs in worker threads, because any member may request a computation that takes a second.
 */
@Injectable()
export class PreviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly threads: Threads,
  ) {}

  @Handles(splitContract.preview)
  split(
    request: PreviewSplitRequest,
    call: CallContext,
  ): Promise<PreviewSplitView | GzippedJson<PreviewSplitView>> {
    return this.compute(splitPreview, request, call);
  }

  /** The same with every node of the rule: the amount that reached it and its assignments. */
  @Handles(splitTreeContract.preview)
  tree(request: PreviewSplitRequest, call: CallContext): Promise<SplitTreeView | GzippedJson<SplitTreeView>> {
    return this.compute(treePreview, request, call);
  }

  @Handles(nettingPreviewContract.preview)
  netting(
    request: PreviewNettingRequest,
    call: CallContext,
  ): Promise<PreviewNettingView | GzippedJson<PreviewNettingView>> {
    return this.compute(nettingPreview, request, call);
  }

  private async compute<Request, View>(
    task: ThreadTask<Previewed<Request>, View>,
    request: Request,
    call: CallContext,
  ): Promise<View | GzippedJson<View>> {
    await this.transactions.read(call, async (tx) => tx.authorise(actions.preview, {}));
    return this.threads.answer(task, { request, locale: call.locale }, taskRequesterOf(call));
  }
}
