import { Module } from '@nestjs/common';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ReconciliationConsumer } from './reconciliation.consumer.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { ReconciliationRepository } from './reconciliation.repository.js';
import { ReconciliationService } from './reconciliation.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [ReconciliationController],
  providers: [ReconciliationConsumer, ReconciliationRepository, ReconciliationService],
})
export class ReconciliationModule {}
