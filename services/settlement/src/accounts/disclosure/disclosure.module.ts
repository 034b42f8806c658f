import { Module } from '@nestjs/common';
import { ActivityModule } from '../../agreements/activity/activity.module.js';
import { BudgetModule } from '../../funding/budget/budget.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SpendingModule } from '../../funding/spending/spending.module.js';
import { StatementModule } from '../statement/statement.module.js';
import { DisclosureContent } from './disclosure-content.service.js';
import { DisclosureReminders } from './disclosure-reminder.service.js';
import { DisclosureConsumer } from './disclosure.consumer.js';
import { DisclosureController } from './disclosure.controller.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { DisclosureService } from './disclosure.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule, SpendingModule, BudgetModule, StatementModule],
  controllers: [DisclosureController],
  providers: [
    DisclosureConsumer,
    DisclosureContent,
    DisclosureReminders,
    DisclosureRepository,
    DisclosureService,
  ],
})
export class DisclosureModule {}
