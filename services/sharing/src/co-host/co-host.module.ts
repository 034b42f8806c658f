import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { CoHostChanges } from './co-host.changes.js';
import { CoHostController } from './co-host.controller.js';
import { CoHostRepository } from './co-host.repository.js';
import { CoHostService } from './co-host.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule],
  controllers: [CoHostController],
  providers: [CoHostService, CoHostChanges, CoHostRepository],
  exports: [CoHostRepository],
})
export class CoHostModule {}
