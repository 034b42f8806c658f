import { Module } from '@nestjs/common';
import { ReferenceModule } from '../../reference/reference.module.js';
import { OverdueRuleController } from './overdue-rule.controller.js';
import { OverdueRuleRepository } from './overdue-rule.repository.js';
import { OverdueRuleService } from './overdue-rule.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [OverdueRuleController],
  providers: [OverdueRuleService, OverdueRuleRepository],
  exports: [OverdueRuleRepository],
})
export class OverdueRuleModule {}
