import { Module } from '@nestjs/common';
import { ownDataService } from '@gongxiang/messaging/service';
import { MembersModule } from '../members/members.module.js';
import { AccessModule } from '../access/access.module.js';
import { PersonsModule } from '../persons/persons.module.js';
import { ConsentConsumer } from './consent/consent.consumer.js';
import { ConsentRepository } from './consent/consent.repository.js';
import { ConsentService } from './consent/consent.service.js';
import { ErasureRepository } from './erasure/erasure.repository.js';
import { ErasureService } from './erasure/erasure.service.js';
import { ErasureSteps } from './erasure/erasure-steps.js';
import { ErasureWork } from './erasure/erasure-work.js';
import { personData } from './view/person-data.js';

const consent = [ConsentService, ConsentRepository, ConsentConsumer];
const erasure = [ErasureService, ErasureRepository, ErasureSteps, ErasureWork];

@Module({
  imports: [PersonsModule, AccessModule, MembersModule],
  providers: [...consent, ...erasure, ownDataService('membership', personData)],
})
export class PrivacyModule {}
