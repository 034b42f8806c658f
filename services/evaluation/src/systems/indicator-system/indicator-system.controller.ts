import { Controller } from '@nestjs/common';
import {
  ChangeIndicatorSystemRequest,
  CompareIndicatorSystemsRequest,
  CreateIndicatorSystemRequest,
  type IndicatorSystemComparison,
  indicatorSystemContract,
  IndicatorSystemRequest,
  type IndicatorSystemView,
  ListIndicatorSystemsRequest,
  type Page,
  ReturnIndicatorSystemRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { IndicatorLifeService } from './indicator-life.service.js';
import { IndicatorSystemService } from './indicator-system.service.js';

@Controller()
export class IndicatorSystemController {
  constructor(
    private readonly systems: IndicatorSystemService,
    private readonly life: IndicatorLifeService,
  ) {}

  @HandlesCommand(indicatorSystemContract.create)
  create(
    @Request() request: CreateIndicatorSystemRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<IndicatorSystemView>> {
    return this.systems.create(request, call);
  }

  @HandlesCommand(indicatorSystemContract.change)
  change(
    @Request() request: ChangeIndicatorSystemRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<IndicatorSystemView>> {
    return this.systems.change(request, call);
  }

  @HandlesCommand(indicatorSystemContract.review)
  review(
    @Request() request: IndicatorSystemRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<IndicatorSystemView>> {
    return this.life.review(request, call);
  }

  @HandlesCommand(indicatorSystemContract.sendBack)
  sendBack(
    @Request() request: ReturnIndicatorSystemRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<IndicatorSystemView>> {
    return this.life.sendBack(request, call);
  }

  @HandlesCommand(indicatorSystemContract.publish)
  publish(
    @Request() request: IndicatorSystemRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<IndicatorSystemView>> {
    return this.life.publish(request, call);
  }

  @HandlesCommand(indicatorSystemContract.retire)
  retire(
    @Request() request: IndicatorSystemRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<IndicatorSystemView>> {
    return this.life.retire(request, call);
  }

  @HandlesCommand(indicatorSystemContract.copy)
  copy(
    @Request() request: IndicatorSystemRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<IndicatorSystemView>> {
    return this.systems.copy(request, call);
  }

  @HandlesQuery(indicatorSystemContract.get)
  get(@Request() request: IndicatorSystemRequest, @Call() call: CallContext): Promise<IndicatorSystemView> {
    return this.systems.get(request, call);
  }

  @HandlesQuery(indicatorSystemContract.list)
  list(
    @Request() request: ListIndicatorSystemsRequest,
    @Call() call: CallContext,
  ): Promise<Page<IndicatorSystemView>> {
    return this.systems.list(request, call);
  }

  @HandlesQuery(indicatorSystemContract.compare)
  compare(
    @Request() request: CompareIndicatorSystemsRequest,
    @Call() call: CallContext,
  ): Promise<IndicatorSystemComparison> {
    return this.systems.compare(request, call);
  }
}
