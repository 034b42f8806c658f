import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { AgreementEnd } from './agreement-end.js';
import { AgreementReaderService } from './agreement-reader.service.js';
import { AgreementAccess } from './agreement.access.js';
import { AgreementChanges } from './agreement.changes.js';
import { AgreementConsumer } from './agreement.consumer.js';
import { AgreementController } from './agreement.controller.js';
import { AgreementRepository } from './agreement.repository.js';
import { AgreementService } from './agreement.service.js';
import { SigningService } from './signing.service.js';
import { VerdictService } from './verdict.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule],
  controllers: [AgreementController],
  providers: [
    AgreementService,
    AgreementReaderService,
    SigningService,
    VerdictService,
    AgreementRepository,
    AgreementChanges,
    AgreementEnd,
    AgreementAccess,
    AgreementConsumer,
  ],
  exports: [AgreementRepository, AgreementAccess, AgreementEnd],
})
export class AgreementModule {}
