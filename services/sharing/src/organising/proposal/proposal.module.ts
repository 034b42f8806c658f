import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { PoolModule } from '../../activities/pool/pool.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ProposalController } from './proposal.controller.js';
import { ProposalParts } from './proposal.parts.js';
import { ProposalReader } from './proposal.reader.js';
import { ProposalRepository } from './proposal.repository.js';
import { ProposalService } from './proposal.service.js';
import { ProposalWork } from './proposal.work.js';

@Module({
  imports: [ReferenceModule, NoticeModule, ActivityModule, PoolModule],
  controllers: [ProposalController],
  providers: [ProposalService, ProposalReader, ProposalRepository, ProposalParts, ProposalWork],
})
export class ProposalModule {}
