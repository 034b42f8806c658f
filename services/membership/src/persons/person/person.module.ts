import { Module } from '@nestjs/common';
import { CryptoModule } from '../crypto/crypto.module.js';
import { AuthChanges } from './auth-changes.js';
import { PersonRepository } from './person.repository.js';

@Module({
  imports: [CryptoModule],
  providers: [PersonRepository, AuthChanges],
  exports: [PersonRepository, AuthChanges, CryptoModule],
})
export class PersonModule {}
