import { Module } from '@nestjs/common';
import { PersonalData } from './crypto/personal-data.js';
import { AuthChanges } from './person/auth-changes.js';
import { PersonRepository } from './person/person.repository.js';
import { ReferenceService } from './reference/reference.service.js';

const crypto = [PersonalData];
const person = [PersonRepository, AuthChanges];
const reference = [ReferenceService];

@Module({
  providers: [...crypto, ...person, ...reference],
  exports: [AuthChanges, PersonRepository, PersonalData],
})
export class PersonsModule {}
