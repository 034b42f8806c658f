import { Controller } from '@nestjs/common';
import {
  activityContract,
  type ActivityCopyView,
  ActivityIdRequest,
  type ActivityView,
  type ChecklistView,
  CopyActivityRequest,
  type CopyPlanView,
  draftContract,
  PlanCopyRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ChecklistService } from './checklist.service.js';
import { CopyingService } from './copying.service.js';
import { PublishingService } from './publishing.service.js';

@Controller()
export class DraftController {
  constructor(
    private readonly copying: CopyingService,
    private readonly checklist: ChecklistService,
    private readonly publishing: PublishingService,
  ) {}

  @HandlesCommand(draftContract.copy)
  copy(
    @Request() request: CopyActivityRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ActivityCopyView>> {
    return this.copying.copy(request, call);
  }

  @HandlesQuery(draftContract.planCopy)
  planCopy(@Request() request: PlanCopyRequest, @Call() call: CallContext): Promise<CopyPlanView> {
    return this.copying.plan(request, call);
  }

  @HandlesQuery(draftContract.check)
  check(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<ChecklistView> {
    return this.checklist.check(request, call);
  }

  @HandlesCommand(activityContract.publish)
  publish(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<Outcome<ActivityView>> {
    return this.publishing.publish(request, call);
  }
}
