import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { LendingRuleController } from './lending-rule.controller.js';
import { LendingRuleRepository } from './lending-rule.repository.js';
import { LendingRuleService } from './lending-rule.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [LendingRuleController],
  providers: [LendingRuleService, LendingRuleRepository],
  exports: [LendingRuleRepository],
})
export class LendingRuleModule {}
