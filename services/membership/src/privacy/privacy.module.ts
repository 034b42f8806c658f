import { Module } from '@nestjs/common';
import { ownDataService } from '@gongxiang/messaging/service';
import { AccessModule } from '../access/access.module.js';
import { PersonsModule } from '../persons/persons.module.js';
import { ConsentConsumer } from './consent/consent.consumer.js';
import { ConsentRepository } from './consent/consent.repository.js';
import { ConsentService } from './consent/consent.service.js';
import { personData } from './view/person-data.js';

const consent = [ConsentService, ConsentRepository, ConsentConsumer];

@Module({
  imports: [PersonsModule, AccessModule],
  providers: [...consent, ownDataService('membership', personData)],
})
export class PrivacyModule {}
