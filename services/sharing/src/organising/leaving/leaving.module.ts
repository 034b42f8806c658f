import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { ActivityTaskModule } from '../../activities/activity-task/activity-task.module.js';
import { AgreementModule } from '../../activities/agreement/agreement.module.js';
import { CoHostModule } from '../../activities/co-host/co-host.module.js';
import { PoolModule } from '../../activities/pool/pool.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { RegistrationModule } from '../../seats/registration/registration.module.js';
import { CoHostDesk } from './co-host.desk.js';
import { LeavingController } from './leaving.controller.js';
import { LeavingCost } from './leaving.cost.js';
import { LeavingEffects } from './leaving.effects.js';
import { LeavingReader } from './leaving.reader.js';
import { LeavingRepository } from './leaving.repository.js';
import { LeavingSeats } from './leaving.seats.js';
import { LeavingService } from './leaving.service.js';

@Module({
  imports: [
    ReferenceModule,
    ActivityModule,
    CoHostModule,
    AgreementModule,
    ActivityTaskModule,
    PoolModule,
    RegistrationModule,
  ],
  controllers: [LeavingController],
  providers: [
    CoHostDesk,
    LeavingCost,
    LeavingEffects,
    LeavingReader,
    LeavingRepository,
    LeavingSeats,
    LeavingService,
  ],
})
export class LeavingModule {}
