import { Module } from '@nestjs/common';
import { ReferenceModule } from '../../reference/reference.module.js';
import { AgreementConsumer } from './agreement.consumer.js';
import { AgreementService } from './agreement.service.js';
import { TermsJudges } from './terms-judges.js';

@Module({
  imports: [ReferenceModule],
  providers: [AgreementConsumer, AgreementService, TermsJudges],
  exports: [TermsJudges],
})
export class AgreementModule {}
