import { Module } from '@nestjs/common';
import { ActivityModule } from '../../agreements/activity/activity.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { FactCheckConsumer } from './fact-check.consumer.js';
import { FactCheckController } from './fact-check.controller.js';
import { FactCheckRepository } from './fact-check.repository.js';
import { FactCheckService } from './fact-check.service.js';
import { FactWatch } from './fact.watch.js';

@Module({
  imports: [ActivityModule, ReferenceModule],
  controllers: [FactCheckController],
  providers: [FactCheckConsumer, FactCheckRepository, FactCheckService, FactWatch],
})
export class FactCheckModule {}
