import { Controller } from '@nestjs/common';
import { ActivityIdRequest, activityLifeContract, type ActivityView } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ArchiveService } from './archive.service.js';

@Controller()
export class ActivityLifeController {
  constructor(private readonly archive: ArchiveService) {}

  @HandlesCommand(activityLifeContract.archive)
  putAway(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<Outcome<ActivityView>> {
    return this.archive.archive(request, call);
  }

  @HandlesCommand(activityLifeContract.unarchive)
  getOut(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<Outcome<ActivityView>> {
    return this.archive.unarchive(request, call);
  }
}
