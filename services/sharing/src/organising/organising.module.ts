import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { FilesModule } from '../files/files.module.js';
import { LendingModule } from '../lending/lending.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { SeatsModule } from '../seats/seats.module.js';
import { AdoptionAwaits } from './brand/adoption-awaits.js';
import { AdoptionRequestRepository } from './brand/adoption-request.repository.js';
import { AdoptionRequestService } from './brand/adoption-request.service.js';
import { AdoptionService } from './brand/adoption.service.js';
import { BrandPlans } from './brand/brand-plans.js';
import { BrandChanges } from './brand/brand-changes.js';
import { BrandReader } from './brand/brand-reader.js';
import { BrandRepository } from './brand/brand.repository.js';
import { BrandService } from './brand/brand.service.js';
import { EditionParts } from './brand/edition-parts.js';
import { NextEdition } from './brand/next-edition.js';
import { EditionRepository } from './brand/edition.repository.js';
import { CancellationConsumer } from './cancellation/cancellation.consumer.js';
import { CancellationHosts } from './cancellation/cancellation-hosts.js';
import { CancellationLoan } from './cancellation/cancellation-loan.js';
import { CancellationParts } from './cancellation/cancellation-parts.js';
import { CancellationReader } from './cancellation/cancellation-reader.js';
import { CancellationRepository } from './cancellation/cancellation.repository.js';
import { CancellationNotices } from './cancellation/cancellation-notices.js';
import { CancellationWork } from './cancellation/cancellation-work.js';
import { ChecklistService } from './draft/checklist.service.js';
import { CopiedCredit } from './draft/copied-credit.js';
import { CopiedParts } from './draft/copied-parts.js';
import { CopiedTasks } from './draft/copied-tasks.js';
import { CopyingService } from './draft/copying.service.js';
import { PreparedDrafts } from './draft/prepared-drafts.js';
import { PublishingService } from './draft/publishing.service.js';
import { LeavingCoHosts } from './leaving/leaving-co-hosts.js';
import { LeavingCost } from './leaving/leaving-cost.js';
import { LeavingEffects } from './leaving/leaving-effects.js';
import { LeavingReader } from './leaving/leaving-reader.js';
import { LeavingRepository } from './leaving/leaving.repository.js';
import { LeavingSeats } from './leaving/leaving-seats.js';
import { LeavingService } from './leaving/leaving.service.js';
import { LoanSeriesReader } from './loan-series/loan-series-reader.js';
import { LoanSeriesRepository } from './loan-series/loan-series.repository.js';
import { LoanSeriesService } from './loan-series/loan-series.service.js';
import { LoanSeriesWork } from './loan-series/loan-series-work.js';
import { ProposalAwaits } from './proposal/proposal-awaits.js';
import { ProposalParts } from './proposal/proposal-parts.js';
import { ProposalReader } from './proposal/proposal-reader.js';
import { ProposalRepository } from './proposal/proposal.repository.js';
import { ProposalService } from './proposal/proposal.service.js';
import { ProposalWork } from './proposal/proposal-work.js';
import { PlanReader } from './rehearsal/plan-reader.js';
import { PlannedUnionRepository } from './rehearsal/planned-union.repository.js';
import { RehearsalCost } from './rehearsal/rehearsal-cost.js';
import { RehearsalService } from './rehearsal/rehearsal.service.js';
import { ConditionsService } from './resource-profile/conditions.service.js';
import { CustodianService } from './resource-profile/custodian.service.js';
import { DocumentReader } from './resource-profile/document-reader.js';
import { DocumentRepository } from './resource-profile/document.repository.js';
import { DocumentService } from './resource-profile/document.service.js';
import { ResourcePictureReader } from './resource-profile/resource-picture-reader.js';
import { ResourcePictureService } from './resource-profile/resource-picture.service.js';
import { SeriesActsService } from './series/series-acts.service.js';
import { SeriesExtensionService } from './series/series-extension.service.js';
import { SeriesDrafts } from './series/series-drafts.js';
import { SeriesHints } from './series/series-hints.js';
import { SeriesOccurrences } from './series/series-occurrences.js';
import { SeriesPattern } from './series/series-pattern.js';
import { SeriesReader } from './series/series-reader.js';
import { SeriesRepository } from './series/series.repository.js';
import { SeriesService } from './series/series.service.js';

const draft = [CopiedParts, CopiedTasks, CopyingService, ChecklistService, PublishingService, PreparedDrafts];
const series = [
  SeriesService,
  SeriesActsService,
  SeriesExtensionService,
  SeriesReader,
  SeriesRepository,
  SeriesPattern,
  SeriesDrafts,
  SeriesOccurrences,
  SeriesHints,
];
const brand = [
  BrandService,
  AdoptionService,
  AdoptionRequestService,
  BrandReader,
  BrandChanges,
  BrandPlans,
  EditionParts,
  NextEdition,
  { provide: CopiedCredit, useExisting: NextEdition },
  BrandRepository,
  EditionRepository,
  AdoptionRequestRepository,
  AdoptionAwaits,
];
const leaving = [
  LeavingCoHosts,
  LeavingCost,
  LeavingEffects,
  LeavingReader,
  LeavingRepository,
  LeavingSeats,
  LeavingService,
];
const cancellation = [
  CancellationConsumer,
  CancellationHosts,
  CancellationLoan,
  CancellationParts,
  CancellationReader,
  CancellationRepository,
  CancellationNotices,
  CancellationWork,
];
/** Rehearsal of an activity. */
const rehearsal = [PlanReader, PlannedUnionRepository, RehearsalCost, RehearsalService];
const proposal = [
  ProposalService,
  ProposalReader,
  ProposalRepository,
  ProposalParts,
  ProposalWork,
  ProposalAwaits,
];
const resourceProfile = [
  ConditionsService,
  CustodianService,
  DocumentService,
  DocumentReader,
  DocumentRepository,
  ResourcePictureService,
  ResourcePictureReader,
];
const loanSeries = [LoanSeriesService, LoanSeriesReader, LoanSeriesWork, LoanSeriesRepository];

@Module({
  imports: [ReferenceModule, FilesModule, LendingModule, ActivitiesModule, SeatsModule, AttendanceModule],
  providers: [
    ...draft,
    ...series,
    ...brand,
    ...leaving,
    ...cancellation,
    ...rehearsal,
    ...proposal,
    ...resourceProfile,
    ...loanSeries,
  ],
  exports: [AdoptionRequestService, AdoptionService, BrandRepository],
})
export class OrganisingModule {}
