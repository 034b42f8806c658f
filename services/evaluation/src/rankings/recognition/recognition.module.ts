import { Module } from '@nestjs/common';
import { PrintingModule } from '../../reference/printing/printing.module.js';
import { RankingModule } from '../ranking/ranking.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { RecognitionController } from './recognition.controller.js';
import { RecognitionReader } from './recognition-reader.service.js';
import { RecognitionRepository } from './recognition.repository.js';
import { RecognitionService } from './recognition.service.js';

@Module({
  imports: [ReferenceModule, RankingModule, PrintingModule],
  controllers: [RecognitionController],
  providers: [RecognitionService, RecognitionReader, RecognitionRepository],
})
export class RecognitionModule {}
