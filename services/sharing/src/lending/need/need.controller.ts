import { Controller } from '@nestjs/common';
import {
  EditNeedRequest,
  GetNeedRequest,
  ListNeedsRequest,
  needContract,
  type NeedView,
  type Page,
  PostNeedRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { NeedService } from './need.service.js';

@Controller()
export class NeedController {
  constructor(private readonly needs: NeedService) {}

  @HandlesCommand(needContract.post)
  post(@Request() request: PostNeedRequest, @Call() call: CallContext): Promise<Outcome<NeedView>> {
    return this.needs.post(request, call);
  }

  @HandlesCommand(needContract.edit)
  edit(@Request() request: EditNeedRequest, @Call() call: CallContext): Promise<Outcome<NeedView>> {
    return this.needs.edit(request, call);
  }

  @HandlesQuery(needContract.get)
  get(@Request() request: GetNeedRequest, @Call() call: CallContext): Promise<NeedView> {
    return this.needs.get(request, call);
  }

  @HandlesQuery(needContract.list)
  list(@Request() request: ListNeedsRequest, @Call() call: CallContext): Promise<Page<NeedView>> {
    return this.needs.list(request, call);
  }
}
