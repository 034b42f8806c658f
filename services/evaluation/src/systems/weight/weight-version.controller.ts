import { Controller } from '@nestjs/common';
import {
  CreateWeightVersionRequest,
  ListWeightVersionsRequest,
  type Page,
  weightVersionContract,
  WeightVersionRequest,
  type WeightVersionView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { WeightVersionService } from './weight-version.service.js';

@Controller()
export class WeightVersionController {
  constructor(private readonly weights: WeightVersionService) {}

  @HandlesCommand(weightVersionContract.create)
  create(
    @Request() request: CreateWeightVersionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<WeightVersionView>> {
    return this.weights.create(request, call);
  }

  @HandlesCommand(weightVersionContract.activate)
  activate(
    @Request() request: WeightVersionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<WeightVersionView>> {
    return this.weights.activate(request, call);
  }

  @HandlesQuery(weightVersionContract.get)
  get(@Request() request: WeightVersionRequest, @Call() call: CallContext): Promise<WeightVersionView> {
    return this.weights.get(request, call);
  }

  @HandlesQuery(weightVersionContract.list)
  list(
    @Request() request: ListWeightVersionsRequest,
    @Call() call: CallContext,
  ): Promise<Page<WeightVersionView>> {
    return this.weights.list(request, call);
  }
}
