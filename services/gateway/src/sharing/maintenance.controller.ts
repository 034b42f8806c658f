import { Controller } from '@nestjs/common';
import {
  CompleteMaintenanceTaskRequest,
  CreateMaintenancePlanRequest,
  EditMaintenancePlanRequest,
  ListMaintenancePlansRequest,
  ListMaintenanceTasksRequest,
  maintenancePlanContract,
  MaintenancePlanIdRequest,
  maintenanceTaskContract,
  MaintenanceTaskIdRequest,
  RescheduleMaintenanceTaskRequest,
  SkipMaintenanceTaskRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'resources';
const plans = 'resources/:resourceId/maintenance-plans';
const task = 'maintenance-tasks/:taskId';

@Controller()
export class MaintenanceController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', plans, maintenancePlanContract.create, {
    tag,
    summary:
      'Plans what is to be done to a resource, or to one piece, every so many days, months or loans; the time that it takes cannot be lent',
    example: {
      title: '更换滤网',
      every: 3,
      unit: 'month',
      firstOn: '2026-12-31',
      byWhom: '设备科 王师傅',
      blockHours: 4,
      blockFrom: '09:00',
    },
  })
  createPlan(@Input() request: CreateMaintenancePlanRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenancePlanContract.create, request, call);
  }

  @Endpoint('GET', plans, maintenancePlanContract.list, {
    tag,
    summary: 'Lists the plans of a resource with what is due next, to whoever keeps it',
  })
  listPlans(@Input() request: ListMaintenancePlansRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenancePlanContract.list, request, call);
  }

  @Endpoint('PATCH', `${plans}/:planId`, maintenancePlanContract.edit, {
    tag,
    summary: 'Changes a plan from the next time on; what is left out stays, null goes',
    ifMatch: true,
    example: { every: 6, blockHours: null },
  })
  editPlan(@Input() request: EditMaintenancePlanRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenancePlanContract.edit, request, call);
  }

  @Endpoint('POST', `${plans}/:planId/end`, maintenancePlanContract.end, {
    tag,
    summary: 'Ends a plan until it is resumed; what was kept free for it can be lent',
    status: 200,
  })
  endPlan(@Input() request: MaintenancePlanIdRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenancePlanContract.end, request, call);
  }

  @Endpoint('POST', `${plans}/:planId/resume`, maintenancePlanContract.resume, {
    tag,
    summary: 'Resumes a plan that was ended',
    status: 200,
  })
  resumePlan(@Input() request: MaintenancePlanIdRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenancePlanContract.resume, request, call);
  }

  @Endpoint('GET', 'maintenance-tasks', maintenanceTaskContract.list, {
    tag,
    summary:
      'What is to be done to what the caller keeps, the next to fall due first; or what was done or skipped, the latest first',
  })
  listTasks(@Input() request: ListMaintenanceTasksRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenanceTaskContract.list, request, call);
  }

  @Endpoint('GET', task, maintenanceTaskContract.get, {
    tag,
    summary: 'Shows one time that a plan falls due, to whoever keeps the thing',
  })
  getTask(@Input() request: MaintenanceTaskIdRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenanceTaskContract.get, request, call);
  }

  @Endpoint('POST', `${task}/complete`, maintenanceTaskContract.complete, {
    tag,
    summary: 'Says that it is done, with what was found and what it cost; the next one is planned',
    status: 200,
    example: { note: '滤网已换，运行正常', cost: { amount: '12000', currency: 'CNY' } },
  })
  completeTask(@Input() request: CompleteMaintenanceTaskRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenanceTaskContract.complete, request, call);
  }

  @Endpoint('POST', `${task}/skip`, maintenanceTaskContract.skip, {
    tag,
    summary: 'Leaves it out this time, and says why; the next one is planned',
    status: 200,
    example: { reason: '刚大修过，本次免做' },
  })
  skipTask(@Input() request: SkipMaintenanceTaskRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenanceTaskContract.skip, request, call);
  }

  @Endpoint('POST', `${task}/reschedule`, maintenanceTaskContract.reschedule, {
    tag,
    summary: 'Puts it on another day with the time that it takes; the rhythm stays',
    status: 200,
    example: { dueOn: '2027-01-08' },
  })
  rescheduleTask(@Input() request: RescheduleMaintenanceTaskRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenanceTaskContract.reschedule, request, call);
  }

  @Endpoint('POST', `${task}/reopen`, maintenanceTaskContract.reopen, {
    tag,
    summary: 'Undoes the latest one that was done or skipped: it is open again',
    status: 200,
  })
  reopenTask(@Input() request: MaintenanceTaskIdRequest, @Call() call: CallContext) {
    return this.rpc.call(maintenanceTaskContract.reopen, request, call);
  }
}
