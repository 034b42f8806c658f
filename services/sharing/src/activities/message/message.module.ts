import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { MessageConsumer } from './message.consumer.js';
import { MessageController } from './message.controller.js';
import { MessageRepository } from './message.repository.js';
import { MessageService } from './message.service.js';
import { MessageWork } from './message.work.js';

@Module({
  imports: [ReferenceModule, NoticeModule, ActivityModule],
  controllers: [MessageController],
  providers: [MessageService, MessageRepository, MessageWork, MessageConsumer],
})
export class MessageModule {}
