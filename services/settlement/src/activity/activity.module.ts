import { Module } from '@nestjs/common';
import { ActivityConsumer } from './activity.consumer.js';
import { ActivityRepository } from './activity.repository.js';
import { FactService } from './fact.service.js';

@Module({
  providers: [ActivityConsumer, ActivityRepository, FactService],
  exports: [ActivityRepository, FactService],
})
export class ActivityModule {}
