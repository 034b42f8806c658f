import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { PersonsModule } from '../persons/persons.module.js';
import { ConsentConsumer } from './consent/consent.consumer.js';
import { ConsentRepository } from './consent/consent.repository.js';
import { OwnDataService } from './view/own-data.service.js';
import { ConsentService } from './consent/consent.service.js';

const consent = [ConsentService, ConsentRepository, ConsentConsumer];

@Module({
  imports: [PersonsModule, AccessModule],
  providers: [...consent, OwnDataService],
})
export class PrivacyModule {}
