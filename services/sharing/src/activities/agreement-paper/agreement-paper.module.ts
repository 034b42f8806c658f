import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreement/agreement.module.js';
import { PrintingModule } from '../../files/printing/printing.module.js';
import { AgreementPaperController } from './agreement-paper.controller.js';
import { AgreementPaperRepository } from './agreement-paper.repository.js';
import { AgreementPaperService } from './agreement-paper.service.js';

@Module({
  imports: [AgreementModule, PrintingModule],
  controllers: [AgreementPaperController],
  providers: [AgreementPaperService, AgreementPaperRepository],
})
export class AgreementPaperModule {}
