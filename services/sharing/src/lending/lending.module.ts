import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { CustodyRepository } from './custody/custody.repository.js';
import { HandoverPictureService } from './handover/handover-picture.service.js';
import { HandoverAnswers } from './handover/handover-answers.js';
import { HandoverConsumer } from './handover/handover.consumer.js';
import { HandoverAccess } from './handover/handover-access.js';
import { HandoverNotices } from './handover/handover-notices.js';
import { HandoverPieces } from './handover/handover-pieces.js';
import { HandoverReader } from './handover/handover-reader.js';
import { HandoverRecorder } from './handover/handover-recorder.js';
import { HandoverRepository } from './handover/handover.repository.js';
import { HandoverService } from './handover/handover.service.js';
import { LendingEffectReader } from './lending-rule/lending-effect-reader.js';
import { LendingRuleRepository } from './lending-rule/lending-rule.repository.js';
import { LendingRuleService } from './lending-rule/lending-rule.service.js';
import { TimeRules } from './lending-rule/time-rules.js';
import { DamageNotices } from './loan-damage/loan-damage-notices.js';
import { DamageRepository } from './loan-damage/loan-damage.repository.js';
import { DamageService } from './loan-damage/loan-damage.service.js';
import { LoanAwaits } from './loan-awaits/loan-awaits.js';
import { LoanImportService } from './loan-import/loan-import.service.js';
import { PartyLoanChanges } from './party-loan/party-loan-changes.js';
import { PartyLoanRepository } from './party-loan/party-loan.repository.js';
import { PartyLoanService } from './party-loan/party-loan.service.js';
import { LoanWaitCalendar } from './loan-wait/loan-wait-calendar.js';
import { LoanWaitChanges } from './loan-wait/loan-wait-changes.js';
import { LoanWaitConsumer } from './loan-wait/loan-wait.consumer.js';
import { LoanWaitEditing } from './loan-wait/loan-wait-editing.js';
import { LoanWaitAwaits } from './loan-wait/loan-wait-awaits.js';
import { LoanWaitOffers } from './loan-wait/loan-wait-offers.js';
import { LoanWaitPlaces } from './loan-wait/loan-wait-places.js';
import { LoanWaitReader } from './loan-wait/loan-wait-reader.js';
import { LoanWaitRepository } from './loan-wait/loan-wait.repository.js';
import { LoanWaitService } from './loan-wait/loan-wait.service.js';
import { LoanWaitWork } from './loan-wait/loan-wait-work.js';
import { ExtensionRequestRepository } from './loan/extension-request.repository.js';
import { ExtensionRequestService } from './loan/extension-request.service.js';
import { LoanHoldConsumer } from './loan/loan-hold.consumer.js';
import { LoanHolds } from './loan/loan-holds.js';
import { LoanHoldRepository } from './loan/loan-hold.repository.js';
import { LoanHoldService } from './loan/loan-hold.service.js';
import { LoanMoveRepository } from './loan/loan-move.repository.js';
import { LoanQueryService } from './loan/loan-query.service.js';
import { LoanReminders } from './loan/loan-reminders.js';
import { LoanRequestBatches } from './loan/loan-request-batches.js';
import { LoanRequestService } from './loan/loan-request.service.js';
import { LoanSteps } from './loan/loan-steps.js';
import { LoanTimesService } from './loan/loan-times.service.js';
import { LoanConsumer } from './loan/loan.consumer.js';
import { LoanGuard } from './loan/loan-guard.js';
import { LoanNotices } from './loan/loan-notices.js';
import { LoanRepository } from './loan/loan.repository.js';
import { LoanService } from './loan/loan.service.js';
import { RequestFactsReader } from './loan/request-facts.js';
import { RequesterService } from './loan/requester.service.js';
import { RightEndService } from './loan/right-end.service.js';
import { MaintenanceAwaits } from './maintenance/maintenance-awaits.js';
import { MaintenancePlanService } from './maintenance/maintenance-plan.service.js';
import { MaintenanceTaskService } from './maintenance/maintenance-task.service.js';
import { MaintenanceTasks } from './maintenance/maintenance-tasks.js';
import { MaintenanceRepository } from './maintenance/maintenance.repository.js';
import { MaintenanceWork } from './maintenance/maintenance-work.js';
import { MatchRepository } from './need/match.repository.js';
import { NeedChanges } from './need/need-changes.js';
import { NeedRepository } from './need/need.repository.js';
import { NeedService } from './need/need.service.js';
import { OverdueRuleRepository } from './overdue-rule/overdue-rule.repository.js';
import { OverdueRuleService } from './overdue-rule/overdue-rule.service.js';
import { LabelService } from './piece/label.service.js';
import { PieceEditing } from './piece/piece-editing.js';
import { PieceQueryService } from './piece/piece-query.service.js';
import { PieceRegisterService } from './piece/piece-register.service.js';
import { PieceService } from './piece/piece.service.js';
import { AttributesService } from './resource/attributes.service.js';
import { AvailabilityService } from './resource/availability.service.js';
import { BlockService } from './resource/block.service.js';
import { BookingRepository } from './resource/booking.repository.js';
import { BookingService } from './resource/booking.service.js';
import { GrantPreviewService } from './resource/grant-preview.service.js';
import { GrantChanges } from './resource/grant-changes.js';
import { GrantRepository } from './resource/grant.repository.js';
import { GrantService } from './resource/grant.service.js';
import { PartyFactsRepository } from './resource/party-facts.repository.js';
import { ResourceManagement } from './resource/resource-management.js';
import { KitRepository } from './resource/kit.repository.js';
import { KitService } from './resource/kit.service.js';
import { MyRightService } from './resource/my-right.service.js';
import { OccupancyRepository } from './resource/occupancy.repository.js';
import { OfferLookup } from './resource/offer-lookup.js';
import { OpeningHoursRepository } from './resource/opening-hours.repository.js';
import { OpeningHoursService } from './resource/opening-hours.service.js';
import { ResourceTurns } from './resource/resource-turns.js';
import { ResourceRepository } from './resource/resource.repository.js';
import { ResourceService } from './resource/resource.service.js';
import { RevocationService } from './resource/revocation.service.js';
import { RightService } from './resource/right.service.js';
import { UsageRepository } from './resource/usage.repository.js';

const custody = [CustodyRepository];
const resource = [
  ResourceService,
  GrantService,
  GrantChanges,
  GrantPreviewService,
  RevocationService,
  RightService,
  MyRightService,
  AvailabilityService,
  BlockService,
  BookingService,
  KitService,
  OfferLookup,
  ResourceManagement,
  AttributesService,
  ResourceRepository,
  ResourceTurns,
  GrantRepository,
  PartyFactsRepository,
  UsageRepository,
  BookingRepository,
  KitRepository,
  OccupancyRepository,
  OpeningHoursRepository,
  OpeningHoursService,
];
const piece = [PieceService, PieceRegisterService, PieceQueryService, PieceEditing, LabelService];
const need = [NeedService, NeedChanges, NeedRepository, MatchRepository];
const overdueRule = [OverdueRuleService, OverdueRuleRepository];
const loan = [
  LoanRequestService,
  LoanRequestBatches,
  RequestFactsReader,
  LoanService,
  LoanSteps,
  LoanNotices,
  LoanReminders,
  ExtensionRequestService,
  ExtensionRequestRepository,
  LoanQueryService,
  RequesterService,
  RightEndService,
  LoanConsumer,
  LoanRepository,
  LoanTimesService,
  LoanGuard,
  LoanHoldService,
  LoanHoldConsumer,
  LoanHolds,
  LoanHoldRepository,
  LoanMoveRepository,
];
const loanDamage = [DamageService, DamageNotices, DamageRepository];
const handover = [
  HandoverService,
  HandoverRecorder,
  HandoverAnswers,
  HandoverReader,
  HandoverPictureService,
  HandoverAccess,
  HandoverPieces,
  HandoverNotices,
  HandoverRepository,
  HandoverConsumer,
];
const maintenance = [
  MaintenancePlanService,
  MaintenanceTaskService,
  MaintenanceTasks,
  MaintenanceRepository,
  MaintenanceWork,
  MaintenanceAwaits,
];
const lendingRule = [LendingRuleService, LendingRuleRepository, LendingEffectReader, TimeRules];
const loanWait = [
  LoanWaitService,
  PartyLoanChanges,
  PartyLoanRepository,
  PartyLoanService,
  LoanWaitEditing,
  LoanWaitReader,
  LoanWaitPlaces,
  LoanWaitWork,
  LoanWaitOffers,
  LoanWaitAwaits,
  LoanWaitCalendar,
  LoanWaitChanges,
  LoanWaitConsumer,
  LoanWaitRepository,
];
const loanImport = [LoanImportService];

@Module({
  imports: [ReferenceModule, FilesModule],
  providers: [
    ...custody,
    ...resource,
    ...piece,
    ...need,
    ...overdueRule,
    ...loan,
    ...loanDamage,
    ...handover,
    ...maintenance,
    ...lendingRule,
    ...loanWait,
    ...loanImport,
    LoanAwaits,
  ],
  exports: [
    BookingService,
    ResourceManagement,
    LoanRepository,
    LoanRequestService,
    LoanService,
    MatchRepository,
    NeedChanges,
    NeedRepository,
    OfferLookup,
    RequesterService,
  ],
})
export class LendingModule {}
