import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { StatementController } from './statement.controller.js';
import { StatementRepository } from './statement.repository.js';
import { StatementService } from './statement.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [StatementController],
  providers: [StatementRepository, StatementService],
})
export class StatementModule {}
