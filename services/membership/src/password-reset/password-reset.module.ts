import { Module } from '@nestjs/common';
import { EntryCodeModule } from '../entry-code/entry-code.module.js';
import { PersonModule } from '../person/person.module.js';
import { SessionModule } from '../session/session.module.js';
import { PasswordResetController } from './password-reset.controller.js';
import { PasswordResetService } from './password-reset.service.js';

@Module({
  imports: [EntryCodeModule, PersonModule, SessionModule],
  controllers: [PasswordResetController],
  providers: [PasswordResetService],
})
export class PasswordResetModule {}
