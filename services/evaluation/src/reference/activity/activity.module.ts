import { Module } from '@nestjs/common';
import { ActivityHostConsumer } from './activity-host.consumer.js';
import { ActivityConsumer } from './activity.consumer.js';
import { ActivityRepository } from './activity.repository.js';
import { LoanReplyConsumer } from './loan-reply.js';

@Module({
  providers: [ActivityConsumer, ActivityHostConsumer, LoanReplyConsumer, ActivityRepository],
  exports: [ActivityRepository],
})
export class ActivityModule {}
