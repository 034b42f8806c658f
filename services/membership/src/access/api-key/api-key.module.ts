import { Module } from '@nestjs/common';
import { PersonModule } from '../../persons/person/person.module.js';
import { SessionModule } from '../session/session.module.js';
import { ApiKeyRepositoryModule } from './api-key-repository.module.js';
import { ApiKeyController } from './api-key.controller.js';
import { ApiKeyService } from './api-key.service.js';

@Module({
  imports: [PersonModule, SessionModule, ApiKeyRepositoryModule],
  controllers: [ApiKeyController],
  providers: [ApiKeyService],
})
export class ApiKeyModule {}
