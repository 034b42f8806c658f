import { Controller } from '@nestjs/common';
import {
  ComputeScoreRequest,
  ListScoresRequest,
  type Page,
  scoreContract,
  scoreExplanationContract,
  ScoreRequest,
  type ScoreRevisionsView,
  type ScoreVerificationView,
  type ScoreView,
  type ScoreWaterfallView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { ScoreReader } from './score-reader.service.js';
import { ScoreService } from './score.service.js';

@Controller()
export class ScoreController {
  constructor(
    private readonly scores: ScoreService,
    private readonly reader: ScoreReader,
  ) {}

  @HandlesCommand(scoreContract.compute)
  compute(@Request() request: ComputeScoreRequest, @Call() call: CallContext): Promise<Outcome<ScoreView>> {
    return this.scores.compute(request, call);
  }

  @HandlesQuery(scoreContract.get)
  get(@Request() request: ScoreRequest, @Call() call: CallContext): Promise<ScoreView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(scoreContract.list)
  list(@Request() request: ListScoresRequest, @Call() call: CallContext): Promise<Page<ScoreView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(scoreExplanationContract.waterfall)
  waterfall(@Request() request: ScoreRequest, @Call() call: CallContext): Promise<ScoreWaterfallView> {
    return this.reader.waterfall(request, call);
  }

  @HandlesQuery(scoreExplanationContract.verify)
  verify(@Request() request: ScoreRequest, @Call() call: CallContext): Promise<ScoreVerificationView> {
    return this.reader.verify(request, call);
  }

  @HandlesQuery(scoreExplanationContract.revisions)
  revisions(@Request() request: ScoreRequest, @Call() call: CallContext): Promise<ScoreRevisionsView> {
    return this.reader.revisions(request, call);
  }

  @Republishes('score')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.reader.republish(tx, afterId, limit);
  }
}
