import { Module } from '@nestjs/common';
import { ActivityConsumer } from './activity.consumer.js';
import { ActivityRepository } from './activity.repository.js';
import { LoanUseConsumer } from './loan-use.consumer.js';

@Module({
  providers: [ActivityConsumer, ActivityRepository, LoanUseConsumer],
  exports: [ActivityRepository],
})
export class ActivityModule {}
