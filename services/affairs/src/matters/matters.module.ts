import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { ComplaintMove } from './complaint/complaint-move.js';
import { ComplaintOpening } from './complaint/complaint-opening.js';
import { CoverageRepository } from './cover/coverage.repository.js';
import { CoverageService } from './cover/coverage.service.js';
import { HardshipKindRepository } from './hardship-kind/hardship-kind.repository.js';
import { HardshipKindService } from './hardship-kind/hardship-kind.service.js';
import { HouseholdPlans } from './household/household-plans.js';
import { HouseholdRepository } from './household/household.repository.js';
import { MatterDueWork } from './matter/matter.due.js';
import { MatterHouseholdService } from './matter/matter-household.service.js';
import { MatterPaperService } from './matter/matter-paper.service.js';
import { MatterPersonService } from './matter/matter-person.service.js';
import { MatterPresenter } from './matter/matter-presenter.js';
import { MatterReader } from './matter/matter-reader.js';
import { MatterRepository } from './matter/matter.repository.js';
import { MatterSeal } from './matter/matter-seal.js';
import { MatterSendingService } from './matter/matter-sending.service.js';
import { MatterService } from './matter/matter.service.js';
import { MatterStepService } from './matter/matter-step.service.js';
import { MatterSteps } from './matter/matter-steps.js';
import { MatterWriter } from './matter/matter-writer.js';
import { MatterStepRepository } from './matter-step/matter-step.repository.js';
import { MatterPaymentConsumer } from './matter-payment/matter-payment.consumer.js';
import { MatterPaymentDueWork } from './matter-payment/matter-payment.due.js';
import { MatterPaymentRepository } from './matter-payment/matter-payment.repository.js';
import { MatterPaymentService } from './matter-payment/matter-payment.service.js';
import { MemberConsumer } from './occasion/member.consumer.js';
import { OccasionConsumer } from './occasion/occasion.consumer.js';
import { OccasionPresenter } from './occasion/occasion-presenter.js';
import { OccasionRepository } from './occasion/occasion.repository.js';
import { OccasionSeal } from './occasion/occasion-seal.js';
import { OccasionService } from './occasion/occasion.service.js';
import { OccasionWaits } from './occasion/occasion-waits.js';
import { TriageRepository } from './triage/triage.repository.js';
import { Triage } from './triage/triage.service.js';
import { ServiceHandlerRepository } from './service-handler/service-handler.repository.js';
import { ServiceHandlerService } from './service-handler/service-handler.service.js';
import { ServiceItemRepository } from './service-item/service-item.repository.js';
import { ServiceItemService } from './service-item/service-item.service.js';

const serviceItem = [ServiceItemRepository, ServiceItemService];
const serviceHandler = [ServiceHandlerRepository, ServiceHandlerService];
const matter = [
  MatterRepository,
  MatterSeal,
  MatterPresenter,
  MatterWriter,
  MatterSendingService,
  MatterService,
  MatterPersonService,
  MatterPaperService,
  MatterReader,
  MatterSteps,
  MatterStepService,
  MatterHouseholdService,
  MatterDueWork,
];

const matterStep = [MatterStepRepository];
const hardshipKind = [HardshipKindRepository, HardshipKindService];
const household = [HouseholdRepository, HouseholdPlans];
const matterPayment = [
  MatterPaymentRepository,
  MatterPaymentService,
  MatterPaymentConsumer,
  MatterPaymentDueWork,
];
const complaint = [ComplaintOpening, ComplaintMove];
const occasion = [
  OccasionRepository,
  OccasionSeal,
  OccasionPresenter,
  OccasionWaits,
  OccasionService,
  OccasionConsumer,
  MemberConsumer,
];
const coverage = [CoverageRepository, CoverageService];
const triage = [TriageRepository, Triage];

@Module({
  imports: [ReferenceModule],
  providers: [
    ...serviceItem,
    ...serviceHandler,
    ...matter,
    ...matterStep,
    ...hardshipKind,
    ...household,
    ...matterPayment,
    ...occasion,
    ...coverage,
    ...triage,
    ...complaint,
  ],
  exports: [
    HouseholdPlans,
    MatterPaymentRepository,
    MatterRepository,
    OccasionRepository,
    OccasionWaits,
    ServiceHandlerService,
    Triage,
  ],
})
export class MattersModule {}
