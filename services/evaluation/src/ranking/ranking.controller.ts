import { Controller } from '@nestjs/common';
import {
  CreateRankingRequest,
  ListRankingsRequest,
  type Page,
  rankingContract,
  RankingRequest,
  type RankingView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { RankingReader } from './ranking-reader.service.js';
import { RankingService } from './ranking.service.js';

@Controller()
export class RankingController {
  constructor(
    private readonly rankings: RankingService,
    private readonly reader: RankingReader,
  ) {}

  @HandlesCommand(rankingContract.create)
  create(@Request() request: CreateRankingRequest, @Call() call: CallContext): Promise<Outcome<RankingView>> {
    return this.rankings.create(request, call);
  }

  @HandlesQuery(rankingContract.get)
  get(@Request() request: RankingRequest, @Call() call: CallContext): Promise<RankingView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(rankingContract.list)
  list(@Request() request: ListRankingsRequest, @Call() call: CallContext): Promise<Page<RankingView>> {
    return this.reader.list(request, call);
  }
}
