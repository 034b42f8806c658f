import { Module } from '@nestjs/common';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { IntakeWriter } from './intake/intake-writer.js';
import { IntakePresenter } from './intake/intake-presenter.js';
import { IntakeReader } from './intake/intake-reader.js';
import { IntakeRepository } from './intake/intake.repository.js';
import { IntakeService } from './intake/intake.service.js';

@Module({
  imports: [PersonsModule, UnionsModule],
  providers: [IntakeService, IntakeReader, IntakeWriter, IntakePresenter, IntakeRepository],
})
export class JoiningModule {}
