import { Module } from '@nestjs/common';
import { ApiKeyEnding } from './api-key-ending.js';
import { ApiKeyRepository } from './api-key.repository.js';

/** On its own, as sessions end keys and keys are made by whoever is signed in by a session. */
@Module({ providers: [ApiKeyRepository, ApiKeyEnding], exports: [ApiKeyRepository, ApiKeyEnding] })
export class ApiKeyRepositoryModule {}
