import { Module } from '@nestjs/common';
import { UnionModule } from '../union/union.module.js';
import { EnterpriseController } from './enterprise.controller.js';
import { EnterpriseRepositoryModule } from './enterprise-repository.module.js';
import { EnterpriseService } from './enterprise.service.js';

@Module({
  imports: [UnionModule, EnterpriseRepositoryModule],
  controllers: [EnterpriseController],
  providers: [EnterpriseService],
})
export class EnterpriseModule {}
