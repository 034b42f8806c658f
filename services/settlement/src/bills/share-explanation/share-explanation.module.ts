import { Module } from '@nestjs/common';
import { CostPoolModule } from '../cost-pool/cost-pool.module.js';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ShareExplanationController } from './share-explanation.controller.js';
import { ShareExplanationRepository } from './share-explanation.repository.js';
import { ExplanationReaders, ShareExplanationService } from './share-explanation.service.js';

@Module({
  imports: [CostPoolModule, LedgerModule, ReferenceModule],
  controllers: [ShareExplanationController],
  providers: [ExplanationReaders, ShareExplanationRepository, ShareExplanationService],
})
export class ShareExplanationModule {}
