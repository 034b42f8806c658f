import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { AgreementModule } from '../../activities/agreement/agreement.module.js';
import { AttendanceModule } from '../../attendance/attendance.module.js';
import { PoolModule } from '../../activities/pool/pool.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { PlanReader } from './plan.reader.js';
import { PlannedUnionRepository } from './planned-union.repository.js';
import { RehearsalController } from './rehearsal.controller.js';
import { RehearsalCost } from './rehearsal.cost.js';
import { RehearsalService } from './rehearsal.service.js';

/** An activity is run through before it is held. */
@Module({
  imports: [ActivityModule, AgreementModule, AttendanceModule, PoolModule, ReferenceModule],
  controllers: [RehearsalController],
  providers: [PlanReader, PlannedUnionRepository, RehearsalCost, RehearsalService],
})
export class RehearsalModule {}
