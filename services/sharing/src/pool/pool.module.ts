import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { PoolController } from './pool.controller.js';
import { PoolRepository } from './pool.repository.js';
import { PoolService } from './pool.service.js';

@Module({
  imports: [ActivityModule, ReferenceModule],
  controllers: [PoolController],
  providers: [PoolService, PoolRepository],
  exports: [PoolService, PoolRepository],
})
export class PoolModule {}
