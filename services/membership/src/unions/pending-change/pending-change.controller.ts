import { Controller } from '@nestjs/common';
import {
  ListPendingChangesRequest,
  type Page,
  pendingChangeContract,
  PendingChangeIdRequest,
  type PendingChangeView,
  RefusePendingChangeRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { PendingChangeReader } from './pending-change.reader.js';
import { PendingChangeService } from './pending-change.service.js';

@Controller()
export class PendingChangeController {
  constructor(
    private readonly changes: PendingChangeService,
    private readonly reader: PendingChangeReader,
  ) {}

  @HandlesQuery(pendingChangeContract.list)
  list(
    @Request() request: ListPendingChangesRequest,
    @Call() call: CallContext,
  ): Promise<Page<PendingChangeView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(pendingChangeContract.get)
  get(@Request() request: PendingChangeIdRequest, @Call() call: CallContext): Promise<PendingChangeView> {
    return this.reader.get(request, call);
  }

  @HandlesCommand(pendingChangeContract.confirm)
  confirm(
    @Request() request: PendingChangeIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PendingChangeView>> {
    return this.changes.confirm(request, call);
  }

  @HandlesCommand(pendingChangeContract.refuse)
  refuse(
    @Request() request: RefusePendingChangeRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PendingChangeView>> {
    return this.changes.refuse(request, call);
  }

  @HandlesCommand(pendingChangeContract.withdraw)
  withdraw(
    @Request() request: PendingChangeIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PendingChangeView>> {
    return this.changes.withdraw(request, call);
  }
}
