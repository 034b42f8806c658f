import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { AgreementModule } from '../../activities/agreement/agreement.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { PoolModule } from '../../activities/pool/pool.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SignUpFormModule } from '../../activities/sign-up-form/sign-up-form.module.js';
import { AdoptionRequestController } from './adoption-request.controller.js';
import { AdoptionRequestRepository } from './adoption-request.repository.js';
import { AdoptionRequestService } from './adoption-request.service.js';
import { AdoptionService } from './adoption.service.js';
import { BrandPlans } from './brand-plans.js';
import { BrandChanges } from './brand.changes.js';
import { BrandController } from './brand.controller.js';
import { BrandReader } from './brand.reader.js';
import { BrandRepository } from './brand.repository.js';
import { BrandService } from './brand.service.js';
import { EditionParts } from './edition-parts.js';
import { EditionRepository } from './edition.repository.js';

@Module({
  imports: [ReferenceModule, NoticeModule, ActivityModule, AgreementModule, PoolModule, SignUpFormModule],
  controllers: [BrandController, AdoptionRequestController],
  providers: [
    BrandService,
    AdoptionService,
    AdoptionRequestService,
    BrandReader,
    BrandChanges,
    BrandPlans,
    EditionParts,
    BrandRepository,
    EditionRepository,
    AdoptionRequestRepository,
  ],
  exports: [BrandRepository, AdoptionService, AdoptionRequestService],
})
export class BrandModule {}
