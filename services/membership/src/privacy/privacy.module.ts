import { Module } from '@nestjs/common';
import { ownDataService } from '@gongxiang/messaging/service';
import { MembersModule } from '../members/members.module.js';
import { AccessModule } from '../access/access.module.js';
import { sealedPlaces } from '../access/key-rotation/sealed-places.js';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { ConsentConsumer } from './consent/consent.consumer.js';
import { ConsentRepository } from './consent/consent.repository.js';
import { ConsentService } from './consent/consent.service.js';
import { BreachAwaits } from './breach/breach-awaits.js';
import { BreachNotifying } from './breach/breach-notifying.js';
import { DataBreachRepository } from './breach/data-breach.repository.js';
import { DataBreachService } from './breach/data-breach.service.js';
import { ErasureAwaits } from './erasure/erasure-awaits.js';
import { ErasureRepository } from './erasure/erasure.repository.js';
import { ErasureService } from './erasure/erasure.service.js';
import { ErasureSteps } from './erasure/erasure-steps.js';
import { ErasureWork } from './erasure/erasure-work.js';
import { PaperErasureService } from './erasure/paper-erasure.service.js';
import { DataExportRepository } from './export/data-export.repository.js';
import { DataExportService } from './export/data-export.service.js';
import { personData } from './view/person-data.js';
import { personExport, viewer } from './view/person-export.js';
import { personFiles } from './view/person-files.js';

const consent = [ConsentService, ConsentRepository, ConsentConsumer];
const breach = [DataBreachService, DataBreachRepository, BreachNotifying, BreachAwaits];
const dataExport = [DataExportService, DataExportRepository];
const erasure = [
  ErasureService,
  PaperErasureService,
  ErasureRepository,
  ErasureSteps,
  ErasureWork,
  ErasureAwaits,
];

@Module({
  imports: [PersonsModule, UnionsModule, AccessModule, MembersModule],
  providers: [
    ...consent,
    ...breach,
    ...dataExport,
    ...erasure,
    ownDataService('membership', {
      data: personData,
      columns: personExport,
      viewer,
      sealedPlaces,
      files: personFiles,
    }),
  ],
})
export class PrivacyModule {}
