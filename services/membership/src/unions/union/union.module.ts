import { Module } from '@nestjs/common';
import { EnterpriseRepositoryModule } from '../enterprise/enterprise-repository.module.js';
import { PendingChangeRepositoryModule } from '../pending-change/pending-change-repository.module.js';
import { UnionChanger } from './union-changer.js';
import { UnionController } from './union.controller.js';
import { UnionRepository } from './union.repository.js';
import { UnionService } from './union.service.js';

@Module({
  imports: [EnterpriseRepositoryModule, PendingChangeRepositoryModule],
  controllers: [UnionController],
  providers: [UnionService, UnionChanger, UnionRepository],
  exports: [UnionRepository, UnionChanger],
})
export class UnionModule {}
