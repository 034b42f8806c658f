import { Module } from '@nestjs/common';
import { CustodyModule } from '../custody/custody.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ResourceModule } from '../resource/resource.module.js';
import { MaintenancePlanService } from './maintenance-plan.service.js';
import { MaintenanceTaskService } from './maintenance-task.service.js';
import { MaintenanceController } from './maintenance.controller.js';
import { MaintenanceDesk } from './maintenance.desk.js';
import { MaintenanceRepository } from './maintenance.repository.js';
import { MaintenanceWork } from './maintenance.work.js';

@Module({
  imports: [ReferenceModule, NoticeModule, CustodyModule, ResourceModule],
  controllers: [MaintenanceController],
  providers: [
    MaintenancePlanService,
    MaintenanceTaskService,
    MaintenanceDesk,
    MaintenanceRepository,
    MaintenanceWork,
  ],
})
export class MaintenanceModule {}
