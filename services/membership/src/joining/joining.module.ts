import { Module } from '@nestjs/common';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { IntakeDesk } from './intake/intake-desk.js';
import { IntakePresenter } from './intake/intake-presenter.js';
import { IntakeReader } from './intake/intake-reader.js';
import { IntakeRepository } from './intake/intake.repository.js';
import { IntakeService } from './intake/intake.service.js';

@Module({
  imports: [PersonsModule, UnionsModule],
  providers: [IntakeService, IntakeReader, IntakeDesk, IntakePresenter, IntakeRepository],
})
export class JoiningModule {}
