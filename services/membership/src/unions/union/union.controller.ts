import { Controller } from '@nestjs/common';
import {
  ChangeUnionRequest,
  CreateUnionRequest,
  GetUnionRequest,
  ListUnionsRequest,
  type Page,
  type PublicUnionView,
  unionContract,
  type UnionView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { UnionService } from './union.service.js';

@Controller()
export class UnionController {
  constructor(private readonly unions: UnionService) {}

  @HandlesCommand(unionContract.create)
  create(@Request() request: CreateUnionRequest, @Call() call: CallContext): Promise<Outcome<UnionView>> {
    return this.unions.create(request, call);
  }

  @HandlesCommand(unionContract.change)
  change(@Request() request: ChangeUnionRequest, @Call() call: CallContext): Promise<Outcome<UnionView>> {
    return this.unions.change(request, call);
  }

  @HandlesCommand(unionContract.rename)
  rename(@Request() request: ChangeUnionRequest, @Call() call: CallContext): Promise<Outcome<UnionView>> {
    return this.unions.change(request, call);
  }

  @HandlesQuery(unionContract.get)
  get(@Request() request: GetUnionRequest, @Call() call: CallContext): Promise<UnionView> {
    return this.unions.get(request, call);
  }

  @HandlesQuery(unionContract.getPublic)
  getPublic(@Request() request: GetUnionRequest, @Call() call: CallContext): Promise<PublicUnionView> {
    return this.unions.getPublic(request, call);
  }

  @HandlesQuery(unionContract.list)
  list(@Request() request: ListUnionsRequest, @Call() call: CallContext): Promise<Page<UnionView>> {
    return this.unions.list(request, call);
  }

  @Republishes('union')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.unions.republish(tx, afterId, limit);
  }
}
