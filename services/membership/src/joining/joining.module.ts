import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { MembersModule } from '../members/members.module.js';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { ApplicantReader } from './application/applicant-reader.js';
import { ApplicationAdmission } from './application/application-admission.js';
import { ApplicationAwaits } from './application/application-awaits.js';
import { ApplicationCandidates } from './application/application-candidates.js';
import { ApplicationForwarding } from './application/application-forwarding.js';
import { ApplicationDecisionService } from './application/application-decision.service.js';
import { ApplicationNews } from './application/application-news.js';
import { ApplicationPresenter } from './application/application-presenter.js';
import { ApplicationRouter } from './application/application-router.js';
import { ApplicationStatus } from './application/application-status.js';
import { ApplicationWriter } from './application/application-writer.js';
import { ApplicationDue } from './application/application.due.js';
import { ApplicationRepository } from './application/application.repository.js';
import { ApplicationService } from './application/application.service.js';
import { RouteRepository } from './application/route.repository.js';
import { FoundingAwaits } from './founding/founding-awaits.js';
import { FoundingCompletion } from './founding/founding-completion.js';
import { FoundingDecisionService } from './founding/founding-decision.service.js';
import { FoundingNews } from './founding/founding-news.js';
import { FoundingPresenter } from './founding/founding-presenter.js';
import { FoundingRepository } from './founding/founding.repository.js';
import { FoundingService } from './founding/founding.service.js';
import { FoundingWriter } from './founding/founding-writer.js';
import { ComplaintMove } from './kept-complaint/complaint-move.js';
import { KeptComplaintRepository } from './kept-complaint/kept-complaint.repository.js';
import { InvitationAcceptance } from './invitation/invitation-acceptance.js';
import { InvitationRepository } from './invitation/invitation.repository.js';
import { InvitationService } from './invitation/invitation.service.js';
import { PhoneCodeRepository } from './phone-code/phone-code.repository.js';
import { PhoneCodes } from './phone-code/phone-codes.js';
import { StatusTickets } from './phone-code/status-tickets.js';
import { JoiningPolicyService } from './application/joining-policy.service.js';

const keptComplaint = [ComplaintMove, KeptComplaintRepository];
const phoneCode = [PhoneCodes, PhoneCodeRepository, StatusTickets];
const application = [
  ApplicationService,
  ApplicationDecisionService,
  ApplicationDue,
  ApplicationForwarding,
  ApplicationRouter,
  ApplicationStatus,
  ApplicationNews,
  ApplicationAdmission,
  ApplicationCandidates,
  ApplicationWriter,
  ApplicationAwaits,
  ApplicationPresenter,
  ApplicantReader,
  ApplicationRepository,
  RouteRepository,
];
const founding = [
  FoundingService,
  FoundingDecisionService,
  FoundingCompletion,
  FoundingWriter,
  FoundingAwaits,
  FoundingPresenter,
  FoundingNews,
  FoundingRepository,
];
const invitation = [InvitationService, InvitationAcceptance, InvitationRepository];

@Module({
  imports: [PersonsModule, UnionsModule, AccessModule, MembersModule],
  providers: [
    ...keptComplaint,
    ...phoneCode,
    ...application,
    JoiningPolicyService,
    ...invitation,
    ...founding,
  ],
  exports: [ApplicationForwarding, InvitationRepository],
})
export class JoiningModule {}
