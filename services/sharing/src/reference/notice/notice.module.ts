import { Module } from '@nestjs/common';
import { ActivityNewsWork } from './activity-news.work.js';
import { NoticeConsumer } from './notice.consumer.js';
import { NoticeErasure } from './notice-erasure.js';
import { NoticeController } from './notice.controller.js';
import { NoticeRepository } from './notice.repository.js';
import { NoticeService } from './notice.service.js';
import { NoticeWriter } from './notice.writer.js';

@Module({
  controllers: [NoticeController],
  providers: [NoticeService, NoticeRepository, NoticeWriter, ActivityNewsWork, NoticeConsumer, NoticeErasure],
  exports: [NoticeWriter],
})
export class NoticeModule {}
