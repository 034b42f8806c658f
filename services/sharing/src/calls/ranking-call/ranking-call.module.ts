import { Module } from '@nestjs/common';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { RankingCallConsumer } from './ranking-call.consumer.js';
import { RankingCallWork } from './ranking-call.work.js';

@Module({
  imports: [ReferenceModule, NoticeModule],
  providers: [RankingCallConsumer, RankingCallWork],
})
export class RankingCallModule {}
