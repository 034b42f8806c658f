import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { LetterTemplateModule } from '../letter-template/letter-template.module.js';
import { PrintingModule } from '../../files/printing/printing.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { LetterController } from './letter.controller.js';
import { LetterDesk } from './letter.desk.js';
import { LetterRepository } from './letter.repository.js';
import { LetterService } from './letter.service.js';
import { OwnLetterService } from './own-letter.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule, PrintingModule, LetterTemplateModule],
  controllers: [LetterController],
  providers: [LetterService, OwnLetterService, LetterDesk, LetterRepository],
})
export class LetterModule {}
