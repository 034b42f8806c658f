import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { QuestionChanges } from './question.changes.js';
import { QuestionController } from './question.controller.js';
import { QuestionReader } from './question.reader.js';
import { QuestionRepository } from './question.repository.js';
import { QuestionService } from './question.service.js';

@Module({
  imports: [ReferenceModule, NoticeModule, ActivityModule],
  controllers: [QuestionController],
  providers: [QuestionService, QuestionReader, QuestionChanges, QuestionRepository],
})
export class QuestionModule {}
