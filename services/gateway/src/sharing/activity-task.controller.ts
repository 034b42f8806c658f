import { Controller } from '@nestjs/common';
import {
  activityTaskContract,
  ActivityTaskIdRequest,
  AddActivityTaskRequest,
  EditActivityTaskRequest,
  FinishActivityTaskRequest,
  ListActivityTasksRequest,
  ListWaitingTasksRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'co-hosting';

@Controller()
export class ActivityTaskController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/tasks', activityTaskContract.add, {
    tag,
    summary: 'Adds a task of one host beside the agreement, also where there are no co-hosts',
    example: { title: '准备急救箱', dueOn: '2026-11-20', note: '放在一号车' },
  })
  add(@Input() request: AddActivityTaskRequest, @Call() call: CallContext) {
    return this.rpc.call(activityTaskContract.add, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/tasks', activityTaskContract.list, {
    tag,
    summary: 'Lists the tasks of all hosts by the day on which they are due',
  })
  list(@Input() request: ListActivityTasksRequest, @Call() call: CallContext) {
    return this.rpc.call(activityTaskContract.list, request, call);
  }

  @Endpoint('GET', 'activity-tasks', activityTaskContract.waiting, {
    tag,
    summary: 'Lists the open tasks of parties for which the caller acts, by the day on which they are due',
  })
  waiting(@Input() request: ListWaitingTasksRequest, @Call() call: CallContext) {
    return this.rpc.call(activityTaskContract.waiting, request, call);
  }

  @Endpoint('PATCH', 'activities/:activityId/tasks/:taskId', activityTaskContract.edit, {
    tag,
    summary: 'Edits a task; of one that was agreed its note alone',
    ifMatch: true,
    example: { note: '司机电话见群公告' },
  })
  edit(@Input() request: EditActivityTaskRequest, @Call() call: CallContext) {
    return this.rpc.call(activityTaskContract.edit, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/tasks/:taskId/done', activityTaskContract.finish, {
    tag,
    summary: 'Says that a task is done',
    status: 200,
    example: { note: '大巴已订' },
  })
  finish(@Input() request: FinishActivityTaskRequest, @Call() call: CallContext) {
    return this.rpc.call(activityTaskContract.finish, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/tasks/:taskId/reopen', activityTaskContract.reopen, {
    tag,
    summary: 'Says that a task is to be done after all',
    status: 200,
    example: {},
  })
  reopen(@Input() request: ActivityTaskIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityTaskContract.reopen, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/tasks/:taskId/drop', activityTaskContract.drop, {
    tag,
    summary: 'Gives up a task beside the agreement',
    status: 200,
    example: {},
  })
  drop(@Input() request: ActivityTaskIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityTaskContract.drop, request, call);
  }
}
