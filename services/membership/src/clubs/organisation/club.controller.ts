import { Controller } from '@nestjs/common';
import {
  clubContract,
  type ClubView,
  CreateClubRequest,
  GetClubRequest,
  ListClubsRequest,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ClubService } from './club.service.js';

@Controller()
export class ClubController {
  constructor(private readonly clubs: ClubService) {}

  @HandlesCommand(clubContract.create)
  create(@Request() request: CreateClubRequest, @Call() call: CallContext): Promise<Outcome<ClubView>> {
    return this.clubs.create(request, call);
  }

  @HandlesQuery(clubContract.get)
  get(@Request() request: GetClubRequest, @Call() call: CallContext): Promise<ClubView> {
    return this.clubs.get(request, call);
  }

  @HandlesQuery(clubContract.list)
  list(@Request() request: ListClubsRequest, @Call() call: CallContext): Promise<Page<ClubView>> {
    return this.clubs.list(request, call);
  }
}
