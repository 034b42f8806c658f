import { Module } from '@nestjs/common';
import { ApiKeyRepositoryModule } from '../../access/api-key/api-key-repository.module.js';
import { EntryCodeModule } from '../entry-code/entry-code.module.js';
import { PersonModule } from '../../persons/person/person.module.js';
import { SessionModule } from '../../access/session/session.module.js';
import { PasswordResetController } from './password-reset.controller.js';
import { PasswordResetService } from './password-reset.service.js';

@Module({
  imports: [ApiKeyRepositoryModule, EntryCodeModule, PersonModule, SessionModule],
  controllers: [PasswordResetController],
  providers: [PasswordResetService],
})
export class PasswordResetModule {}
