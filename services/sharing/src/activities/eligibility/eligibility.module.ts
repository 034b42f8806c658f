import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { NoShowModule } from '../no-show/no-show.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { EligibilityController } from './eligibility.controller.js';
import { EligibilityJudge } from './eligibility.judge.js';
import { EligibilityRepository } from './eligibility.repository.js';
import { EligibilityService } from './eligibility.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule, NoShowModule],
  controllers: [EligibilityController],
  providers: [EligibilityJudge, EligibilityRepository, EligibilityService],
  exports: [EligibilityJudge],
})
export class EligibilityModule {}
