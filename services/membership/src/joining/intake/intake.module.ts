import { Module } from '@nestjs/common';
import { PersonModule } from '../../persons/person/person.module.js';
import { UnionModule } from '../../unions/union/union.module.js';
import { IntakeController } from './intake.controller.js';
import { IntakeDesk } from './intake-desk.js';
import { IntakePresenter } from './intake-presenter.js';
import { IntakeReader } from './intake.reader.js';
import { IntakeRepository } from './intake.repository.js';
import { IntakeService } from './intake.service.js';

@Module({
  imports: [PersonModule, UnionModule],
  controllers: [IntakeController],
  providers: [IntakeService, IntakeReader, IntakeDesk, IntakePresenter, IntakeRepository],
})
export class IntakeModule {}
