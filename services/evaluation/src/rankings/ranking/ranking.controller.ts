import { Controller } from '@nestjs/common';
import {
  CreateRankingRequest,
  DownloadRankingRequest,
  type LeftOutView,
  ListLeftOutRequest,
  ListRankingEntriesRequest,
  ListRankingsRequest,
  type Page,
  type PrintedFileView,
  PublishRankingRequest,
  rankingContract,
  type RankingEntry,
  RankingRequest,
  type RankingVerificationView,
  type RankingView,
  WithdrawRankingRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { RankingFiles } from './ranking-file.service.js';
import { RankingNoticeService } from './ranking-notice.service.js';
import { RankingReader } from './ranking-reader.service.js';
import { RankingVerification } from './ranking-verification.service.js';
import { RankingService } from './ranking.service.js';

@Controller()
export class RankingController {
  constructor(
    private readonly rankings: RankingService,
    private readonly notices: RankingNoticeService,
    private readonly reader: RankingReader,
    private readonly verification: RankingVerification,
    private readonly files: RankingFiles,
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

  @HandlesQuery(rankingContract.listEntries)
  listEntries(
    @Request() request: ListRankingEntriesRequest,
    @Call() call: CallContext,
  ): Promise<Page<RankingEntry>> {
    return this.reader.listEntries(request, call);
  }

  @HandlesQuery(rankingContract.listLeftOut)
  listLeftOut(@Request() request: ListLeftOutRequest, @Call() call: CallContext): Promise<Page<LeftOutView>> {
    return this.reader.listLeftOut(request, call);
  }

  @HandlesCommand(rankingContract.publish)
  publish(
    @Request() request: PublishRankingRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RankingView>> {
    return this.notices.publish(request, call);
  }

  @HandlesCommand(rankingContract.withdraw)
  withdraw(
    @Request() request: WithdrawRankingRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RankingView>> {
    return this.notices.withdraw(request, call);
  }

  @HandlesCommand(rankingContract.revise)
  revise(@Request() request: RankingRequest, @Call() call: CallContext): Promise<Outcome<RankingView>> {
    return this.rankings.revise(request, call);
  }

  @HandlesQuery(rankingContract.verify)
  verify(@Request() request: RankingRequest, @Call() call: CallContext): Promise<RankingVerificationView> {
    return this.verification.verify(request, call);
  }

  @HandlesQuery(rankingContract.render)
  render(@Request() request: DownloadRankingRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.files.render(request, call);
  }
}
