import { Controller } from '@nestjs/common';
import {
  type AppealAttachmentView,
  AppealRankingRequest,
  DecideAppealRequest,
  ListRankingAppealsRequest,
  type Page,
  rankingAppealContract,
  RankingAppealRequest,
  type RankingAppealView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { RankingAppealService } from './ranking-appeal.service.js';

@Controller()
export class RankingAppealController {
  constructor(private readonly appeals: RankingAppealService) {}

  @HandlesCommand(rankingAppealContract.appeal)
  appeal(
    @Request() request: AppealRankingRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RankingAppealView>> {
    return this.appeals.appeal(request, call);
  }

  @HandlesQuery(rankingAppealContract.list)
  list(
    @Request() request: ListRankingAppealsRequest,
    @Call() call: CallContext,
  ): Promise<Page<RankingAppealView>> {
    return this.appeals.list(request, call);
  }

  @HandlesQuery(rankingAppealContract.getAttachment)
  attachment(
    @Request() request: RankingAppealRequest,
    @Call() call: CallContext,
  ): Promise<AppealAttachmentView> {
    return this.appeals.attachment(request, call);
  }

  @HandlesCommand(rankingAppealContract.decide)
  decide(
    @Request() request: DecideAppealRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RankingAppealView>> {
    return this.appeals.decide(request, call);
  }
}
