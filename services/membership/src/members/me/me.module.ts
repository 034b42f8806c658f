import { Module } from '@nestjs/common';
import { ApiKeyRepositoryModule } from '../../access/api-key/api-key-repository.module.js';
import { PersonModule } from '../../persons/person/person.module.js';
import { SessionModule } from '../../access/session/session.module.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { PasswordChange } from './password-change.js';

@Module({
  imports: [PersonModule, ApiKeyRepositoryModule, SessionModule],
  controllers: [MeController],
  providers: [MeService, PasswordChange],
})
export class MeModule {}
