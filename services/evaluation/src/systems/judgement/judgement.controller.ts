import { Controller } from '@nestjs/common';
import {
  judgementContract,
  type JudgementSheetView,
  OpenJudgementsRequest,
  SaveJudgementsRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { JudgementService } from './judgement.service.js';

@Controller()
export class JudgementController {
  constructor(private readonly judgements: JudgementService) {}

  @HandlesQuery(judgementContract.open)
  open(@Request() request: OpenJudgementsRequest, @Call() call: CallContext): Promise<JudgementSheetView> {
    return this.judgements.open(request, call);
  }

  @HandlesCommand(judgementContract.save)
  save(
    @Request() request: SaveJudgementsRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<JudgementSheetView>> {
    return this.judgements.save(request, call);
  }
}
