import { Module } from '@nestjs/common';
import { ActivityConsumer } from './activity.consumer.js';
import { ActivityRepository } from './activity.repository.js';

@Module({
  providers: [ActivityConsumer, ActivityRepository],
  exports: [ActivityRepository],
})
export class ActivityModule {}
