import { Module } from '@nestjs/common';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ResourceModule } from '../resource/resource.module.js';
import { LendingEffectReader } from './lending-effect.reader.js';
import { LendingRuleController } from './lending-rule.controller.js';
import { LendingRuleRepository } from './lending-rule.repository.js';
import { LendingRuleService } from './lending-rule.service.js';
import { TimeRules } from './time-rules.js';

@Module({
  imports: [ReferenceModule, ResourceModule],
  controllers: [LendingRuleController],
  providers: [LendingRuleService, LendingRuleRepository, LendingEffectReader, TimeRules],
  exports: [LendingRuleRepository, TimeRules],
})
export class LendingRuleModule {}
