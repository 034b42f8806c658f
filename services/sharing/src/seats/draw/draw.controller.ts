import { Controller } from '@nestjs/common';
import {
  CancelDrawRequest,
  ChangeDrawRequest,
  CreateDrawRequest,
  drawContract,
  type DrawEntryView,
  type DrawProofView,
  DrawRequest,
  type DrawsView,
  type DrawView,
  EnterDrawRequest,
  ListDrawsRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { DrawReader } from './draw.reader.js';
import { DrawService } from './draw.service.js';
import { EntryService } from './entry.service.js';

@Controller()
export class DrawController {
  constructor(
    private readonly draws: DrawService,
    private readonly entries: EntryService,
    private readonly reader: DrawReader,
  ) {}

  @HandlesCommand(drawContract.create)
  create(@Request() request: CreateDrawRequest, @Call() call: CallContext): Promise<Outcome<DrawView>> {
    return this.draws.create(request, call);
  }

  @HandlesCommand(drawContract.change)
  change(@Request() request: ChangeDrawRequest, @Call() call: CallContext): Promise<Outcome<DrawView>> {
    return this.draws.change(request, call);
  }

  @HandlesCommand(drawContract.cancel)
  cancel(@Request() request: CancelDrawRequest, @Call() call: CallContext): Promise<Outcome<DrawView>> {
    return this.draws.cancel(request, call);
  }

  @HandlesCommand(drawContract.enter)
  enter(@Request() request: EnterDrawRequest, @Call() call: CallContext): Promise<Outcome<DrawEntryView>> {
    return this.entries.enter(request, call);
  }

  @HandlesCommand(drawContract.withdraw)
  withdraw(@Request() request: DrawRequest, @Call() call: CallContext): Promise<Outcome<DrawEntryView>> {
    return this.entries.withdraw(request, call);
  }

  @HandlesQuery(drawContract.get)
  get(@Request() request: DrawRequest, @Call() call: CallContext): Promise<DrawView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(drawContract.list)
  list(@Request() request: ListDrawsRequest, @Call() call: CallContext): Promise<DrawsView> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(drawContract.proof)
  proof(@Request() request: DrawRequest, @Call() call: CallContext): Promise<DrawProofView> {
    return this.reader.proof(request, call);
  }
}
