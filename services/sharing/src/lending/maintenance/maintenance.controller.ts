import { Controller } from '@nestjs/common';
import {
  CompleteMaintenanceTaskRequest,
  CreateMaintenancePlanRequest,
  EditMaintenancePlanRequest,
  ListMaintenancePlansRequest,
  ListMaintenanceTasksRequest,
  maintenancePlanContract,
  MaintenancePlanIdRequest,
  type MaintenancePlanView,
  maintenanceTaskContract,
  MaintenanceTaskIdRequest,
  type MaintenanceTaskView,
  type Page,
  RescheduleMaintenanceTaskRequest,
  SkipMaintenanceTaskRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { MaintenancePlanService } from './maintenance-plan.service.js';
import { MaintenanceTaskService } from './maintenance-task.service.js';

type PlanOutcome = Promise<Outcome<MaintenancePlanView>>;
type TaskOutcome = Promise<Outcome<MaintenanceTaskView>>;

@Controller()
export class MaintenanceController {
  constructor(
    private readonly plans: MaintenancePlanService,
    private readonly tasks: MaintenanceTaskService,
  ) {}

  @HandlesCommand(maintenancePlanContract.create)
  createPlan(@Request() request: CreateMaintenancePlanRequest, @Call() call: CallContext): PlanOutcome {
    return this.plans.create(request, call);
  }

  @HandlesQuery(maintenancePlanContract.list)
  listPlans(
    @Request() request: ListMaintenancePlansRequest,
    @Call() call: CallContext,
  ): Promise<Page<MaintenancePlanView>> {
    return this.plans.list(request, call);
  }

  @HandlesCommand(maintenancePlanContract.edit)
  editPlan(@Request() request: EditMaintenancePlanRequest, @Call() call: CallContext): PlanOutcome {
    return this.plans.edit(request, call);
  }

  @HandlesCommand(maintenancePlanContract.end)
  endPlan(@Request() request: MaintenancePlanIdRequest, @Call() call: CallContext): PlanOutcome {
    return this.plans.end(request, call);
  }

  @HandlesCommand(maintenancePlanContract.resume)
  resumePlan(@Request() request: MaintenancePlanIdRequest, @Call() call: CallContext): PlanOutcome {
    return this.plans.resume(request, call);
  }

  @HandlesQuery(maintenanceTaskContract.get)
  getTask(
    @Request() request: MaintenanceTaskIdRequest,
    @Call() call: CallContext,
  ): Promise<MaintenanceTaskView> {
    return this.tasks.get(request, call);
  }

  @HandlesQuery(maintenanceTaskContract.list)
  listTasks(
    @Request() request: ListMaintenanceTasksRequest,
    @Call() call: CallContext,
  ): Promise<Page<MaintenanceTaskView>> {
    return this.tasks.list(request, call);
  }

  @HandlesCommand(maintenanceTaskContract.complete)
  completeTask(@Request() request: CompleteMaintenanceTaskRequest, @Call() call: CallContext): TaskOutcome {
    return this.tasks.complete(request, call);
  }

  @HandlesCommand(maintenanceTaskContract.skip)
  skipTask(@Request() request: SkipMaintenanceTaskRequest, @Call() call: CallContext): TaskOutcome {
    return this.tasks.skip(request, call);
  }

  @HandlesCommand(maintenanceTaskContract.reschedule)
  rescheduleTask(
    @Request() request: RescheduleMaintenanceTaskRequest,
    @Call() call: CallContext,
  ): TaskOutcome {
    return this.tasks.reschedule(request, call);
  }

  @HandlesCommand(maintenanceTaskContract.reopen)
  reopenTask(@Request() request: MaintenanceTaskIdRequest, @Call() call: CallContext): TaskOutcome {
    return this.tasks.reopen(request, call);
  }
}
