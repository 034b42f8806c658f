import { Controller } from '@nestjs/common';
import {
  activityTaskContract,
  ActivityTaskIdRequest,
  type ActivityTaskView,
  AddActivityTaskRequest,
  EditActivityTaskRequest,
  FinishActivityTaskRequest,
  ListActivityTasksRequest,
  ListWaitingTasksRequest,
  type Page,
  type WaitingTaskView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ActivityTaskReader } from './activity-task.reader.js';
import { ActivityTaskService } from './activity-task.service.js';

type Answer = Promise<Outcome<ActivityTaskView>>;

@Controller()
export class ActivityTaskController {
  constructor(
    private readonly tasks: ActivityTaskService,
    private readonly reader: ActivityTaskReader,
  ) {}

  @HandlesCommand(activityTaskContract.add)
  add(@Request() request: AddActivityTaskRequest, @Call() call: CallContext): Answer {
    return this.tasks.add(request, call);
  }

  @HandlesQuery(activityTaskContract.list)
  list(
    @Request() request: ListActivityTasksRequest,
    @Call() call: CallContext,
  ): Promise<Page<ActivityTaskView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(activityTaskContract.waiting)
  waiting(
    @Request() request: ListWaitingTasksRequest,
    @Call() call: CallContext,
  ): Promise<Page<WaitingTaskView>> {
    return this.reader.waiting(request, call);
  }

  @HandlesCommand(activityTaskContract.edit)
  edit(@Request() request: EditActivityTaskRequest, @Call() call: CallContext): Answer {
    return this.tasks.edit(request, call);
  }

  @HandlesCommand(activityTaskContract.finish)
  finish(@Request() request: FinishActivityTaskRequest, @Call() call: CallContext): Answer {
    return this.tasks.finish(request, call);
  }

  @HandlesCommand(activityTaskContract.reopen)
  reopen(@Request() request: ActivityTaskIdRequest, @Call() call: CallContext): Answer {
    return this.tasks.reopen(request, call);
  }

  @HandlesCommand(activityTaskContract.drop)
  drop(@Request() request: ActivityTaskIdRequest, @Call() call: CallContext): Answer {
    return this.tasks.drop(request, call);
  }
}
