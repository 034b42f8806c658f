import { Controller } from '@nestjs/common';
import {
  activityContract,
  ActivityIdRequest,
  ChangePoolRequest,
  CreateSeatCapRequest,
  type Done,
  ListPoolsRequest,
  ListPublicActivitiesRequest,
  ListSeatCapsRequest,
  type Page,
  poolContract,
  type PoolsView,
  type PoolView,
  type PublicActivityView,
  SeatCapRequest,
  seatCapContract,
  type SeatCapsView,
  type SeatCapView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { PublicActivityService } from './public-activity.service.js';
import { SeatCapService } from './seat-cap.service.js';
import { SeatsService } from './seats.service.js';

@Controller()
export class SeatsController {
  constructor(
    private readonly seats: SeatsService,
    private readonly caps: SeatCapService,
    private readonly publicActivities: PublicActivityService,
  ) {}

  @HandlesCommand(poolContract.change)
  change(@Request() request: ChangePoolRequest, @Call() call: CallContext): Promise<Outcome<PoolView>> {
    return this.seats.change(request, call);
  }

  @HandlesQuery(poolContract.list)
  list(@Request() request: ListPoolsRequest, @Call() call: CallContext): Promise<PoolsView> {
    return this.seats.list(request, call);
  }

  @HandlesCommand(seatCapContract.create)
  createCap(
    @Request() request: CreateSeatCapRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<SeatCapView>> {
    return this.caps.create(request, call);
  }

  @HandlesCommand(seatCapContract.remove)
  removeCap(@Request() request: SeatCapRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.caps.remove(request, call);
  }

  @HandlesQuery(seatCapContract.list)
  listCaps(@Request() request: ListSeatCapsRequest, @Call() call: CallContext): Promise<SeatCapsView> {
    return this.caps.list(request, call);
  }

  @HandlesQuery(activityContract.getPublic)
  getPublic(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<PublicActivityView> {
    return this.publicActivities.get(request, call);
  }

  @HandlesQuery(activityContract.listPublic)
  listPublic(
    @Request() request: ListPublicActivitiesRequest,
    @Call() call: CallContext,
  ): Promise<Page<PublicActivityView>> {
    return this.publicActivities.list(request, call);
  }
}
