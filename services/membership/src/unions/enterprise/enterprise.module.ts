import { Module } from '@nestjs/common';
import { PendingChangeRepositoryModule } from '../pending-change/pending-change-repository.module.js';
import { UnionModule } from '../union/union.module.js';
import { EnterpriseChanger } from './enterprise-changer.js';
import { EnterpriseController } from './enterprise.controller.js';
import { EnterpriseRepositoryModule } from './enterprise-repository.module.js';
import { EnterpriseService } from './enterprise.service.js';

@Module({
  imports: [UnionModule, EnterpriseRepositoryModule, PendingChangeRepositoryModule],
  controllers: [EnterpriseController],
  providers: [EnterpriseService, EnterpriseChanger],
  exports: [EnterpriseChanger],
})
export class EnterpriseModule {}
