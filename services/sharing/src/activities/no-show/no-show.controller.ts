import { Controller } from '@nestjs/common';
import {
  AppealNoShowRequest,
  DecideNoShowRequest,
  ListNoShowsRequest,
  MyNoShowsRequest,
  type MyNoShowView,
  noShowContract,
  type NoShowCountView,
  type NoShowLineView,
  NoShowRequest,
  NoShowsByActivityRequest,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { NoShowReader } from './no-show.reader.js';
import { NoShowService } from './no-show.service.js';

@Controller()
export class NoShowController {
  constructor(
    private readonly reader: NoShowReader,
    private readonly noShows: NoShowService,
  ) {}

  @HandlesQuery(noShowContract.mine)
  mine(@Request() request: MyNoShowsRequest, @Call() call: CallContext): Promise<Page<MyNoShowView>> {
    return this.reader.mine(request, call);
  }

  @HandlesQuery(noShowContract.get)
  get(@Request() request: NoShowRequest, @Call() call: CallContext): Promise<NoShowLineView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(noShowContract.list)
  list(@Request() request: ListNoShowsRequest, @Call() call: CallContext): Promise<Page<NoShowLineView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(noShowContract.byActivity)
  byActivity(
    @Request() request: NoShowsByActivityRequest,
    @Call() call: CallContext,
  ): Promise<Page<NoShowCountView>> {
    return this.reader.byActivity(request, call);
  }

  @HandlesCommand(noShowContract.appeal)
  appeal(@Request() request: AppealNoShowRequest, @Call() call: CallContext): Promise<Outcome<MyNoShowView>> {
    return this.noShows.appeal(request, call);
  }

  @HandlesCommand(noShowContract.decide)
  decide(
    @Request() request: DecideNoShowRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<NoShowLineView>> {
    return this.noShows.decide(request, call);
  }
}
