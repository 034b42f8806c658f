import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { RecordDueWork } from './record/record.due.js';
import { RecordPresenter } from './record/record-presenter.js';
import { RecordReader } from './record/record-reader.js';
import { RecordRepository } from './record/record.repository.js';
import { RecordSeal } from './record/record-seal.js';
import { RecordService } from './record/record.service.js';

@Module({
  imports: [ReferenceModule],
  providers: [RecordRepository, RecordSeal, RecordPresenter, RecordReader, RecordService, RecordDueWork],
})
export class RecordsModule {}
