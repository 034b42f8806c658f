import { Module } from '@nestjs/common';
import { EnterpriseRepositoryModule } from '../enterprise/enterprise-repository.module.js';
import { UnionController } from './union.controller.js';
import { UnionRepository } from './union.repository.js';
import { UnionService } from './union.service.js';

@Module({
  imports: [EnterpriseRepositoryModule],
  controllers: [UnionController],
  providers: [UnionService, UnionRepository],
  exports: [UnionRepository],
})
export class UnionModule {}
