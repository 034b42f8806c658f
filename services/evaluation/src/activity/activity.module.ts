import { Module } from '@nestjs/common';
import { ActivityConsumer } from './activity.consumer.js';
import { ActivityRepository } from './activity.repository.js';
import { LoanReplyConsumer } from './loan-reply.js';

@Module({
  providers: [ActivityConsumer, LoanReplyConsumer, ActivityRepository],
  exports: [ActivityRepository],
})
export class ActivityModule {}
