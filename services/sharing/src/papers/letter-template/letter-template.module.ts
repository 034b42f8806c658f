import { Module } from '@nestjs/common';
import { PrintingModule } from '../../files/printing/printing.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { LetterTemplateController } from './letter-template.controller.js';
import { LetterTemplateRepository } from './letter-template.repository.js';
import { LetterTemplateService } from './letter-template.service.js';
import { TemplateFiles } from './template-files.js';

@Module({
  imports: [ReferenceModule, PrintingModule],
  controllers: [LetterTemplateController],
  providers: [LetterTemplateService, LetterTemplateRepository, TemplateFiles],
  exports: [LetterTemplateRepository, TemplateFiles],
})
export class LetterTemplateModule {}
