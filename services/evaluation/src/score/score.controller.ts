import { Controller } from '@nestjs/common';
import {
  ComputeScoreRequest,
  ListScoresRequest,
  type Page,
  scoreContract,
  ScoreRequest,
  type ScoreView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { ScoreService } from './score.service.js';

@Controller()
export class ScoreController {
  constructor(private readonly scores: ScoreService) {}

  @HandlesCommand(scoreContract.compute)
  compute(@Request() request: ComputeScoreRequest, @Call() call: CallContext): Promise<Outcome<ScoreView>> {
    return this.scores.compute(request, call);
  }

  @HandlesQuery(scoreContract.get)
  get(@Request() request: ScoreRequest, @Call() call: CallContext): Promise<ScoreView> {
    return this.scores.get(request, call);
  }

  @HandlesQuery(scoreContract.list)
  list(@Request() request: ListScoresRequest, @Call() call: CallContext): Promise<Page<ScoreView>> {
    return this.scores.list(request, call);
  }

  @Republishes('score')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.scores.republish(tx, afterId, limit);
  }
}
