import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { PoolClubs } from './pool-clubs.js';
import { PoolController } from './pool.controller.js';
import { PoolRepository } from './pool.repository.js';
import { PoolService } from './pool.service.js';
import { PoolTimesFollower } from './pool-times.follower.js';

@Module({
  imports: [ActivityModule, ReferenceModule],
  controllers: [PoolController],
  providers: [PoolService, PoolRepository, PoolClubs, PoolTimesFollower],
  exports: [PoolService, PoolRepository, PoolClubs],
})
export class PoolModule {}
