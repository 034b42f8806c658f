import { Module } from '@nestjs/common';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SeasonCallConsumer } from './season-call.consumer.js';
import { SeasonCallWork } from './season-call.work.js';

@Module({
  imports: [ReferenceModule, NoticeModule],
  providers: [SeasonCallConsumer, SeasonCallWork],
})
export class SeasonCallModule {}
