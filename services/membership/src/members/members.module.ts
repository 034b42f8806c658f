import { Module } from '@nestjs/common';
import { briefFilesOf, FileStore, PrintedFiles, type Store } from '@gongxiang/messaging/files';
import { STORE } from '@gongxiang/messaging/service';
import { AccessModule } from '../access/access.module.js';
import { CensusModule } from '../census/census.module.js';
import { DuesModule } from '../dues/dues.module.js';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { ActivationService } from './activation/activation.service.js';
import { Activator } from './activation/activator.js';
import { CorrectionAwaits } from './correction/correction-awaits.js';
import { CorrectionDelays } from './correction/correction-delays.js';
import { CorrectionPapers } from './correction/correction-papers.js';
import { CorrectionPresenter } from './correction/correction-presenter.js';
import { CorrectionReader } from './correction/correction-reader.js';
import { CorrectionRepository } from './correction/correction.repository.js';
import { CorrectionService } from './correction/correction.service.js';
import { CorrectionWriter } from './correction/correction-writer.js';
import { CodeHolders } from './entry-code/code-holders.js';
import { CodeSignInService } from './code-sign-in/code-sign-in.service.js';
import { CodeRequestService } from './entry-code/code-request.service.js';
import { EmploymentRepository } from './employment/employment.repository.js';
import { EmploymentService } from './employment/employment.service.js';
import { EntryCodeIssuer } from './entry-code/entry-code-issuer.js';
import { EntryCodeRepository } from './entry-code/entry-code.repository.js';
import { EntryCodeService } from './entry-code/entry-code.service.js';
import { ResetCodeNews } from './entry-code/reset-code-news.js';
import { EntryCodeVerifier } from './entry-code/entry-code-verifier.js';
import { FirstOperator } from './first-operator/first-operator.js';
import { CandidateFinder } from './import/candidate-finder.js';
import { CandidateRepository } from './import/candidate.repository.js';
import { ChosenRows } from './import/chosen-rows.js';
import { CommitteeAwaits } from './committee/committee-awaits.js';
import { CommitteePresenter } from './committee/committee-presenter.js';
import { CommitteeRepository } from './committee/committee.repository.js';
import { CommitteeSeating } from './committee/committee-seating.js';
import { CommitteeService } from './committee/committee.service.js';
import { GroupChanges } from './group/group-changes.js';
import { GroupRepository } from './group/group.repository.js';
import { GroupService } from './group/group.service.js';
import { ChunkLoader } from './import/chunk-loader.js';
import { ImportUndoRepository } from './import/import-undo.repository.js';
import { ImportUndoer } from './import/import-undoer.js';
import { JobService } from './import/job.service.js';
import { LapseGround } from './lapse/lapse-ground.js';
import { LapsePresenter } from './lapse-warning/lapse-presenter.js';
import { LapseRepository } from './lapse/lapse.repository.js';
import { LapseWarningService } from './lapse-warning/lapse-warning.service.js';
import { LeavingRepository } from './import/leaving.repository.js';
import { MemberImportRepository } from './import/member-import.repository.js';
import { MemberImportService } from './import/member-import.service.js';
import { MemberImportWorker } from './import/member-import-worker.js';
import { RosterAwaits } from './import/roster-awaits.js';
import { RosterEntryRepository } from './import/roster-entry.repository.js';
import { RosterEntryService } from './import/roster-entry.service.js';
import { RosterFile } from './import/roster-file.js';
import { RosterPreviewService } from './import/roster-preview.service.js';
import { RosterResultService } from './import/roster-result.service.js';
import { RosterRetention } from './import/roster-retention.js';
import { RosterReviewService } from './import/roster-review.service.js';
import { RosterWordsRepository } from './import/roster-words.repository.js';
import { MemberMergeAwaits } from './merge/member-merge-awaits.js';
import { MemberMergePresenter } from './merge/member-merge-presenter.js';
import { MemberMergeRepository } from './merge/member-merge.repository.js';
import { MemberMergeService } from './merge/member-merge.service.js';
import { MergeProgress } from './merge/merge-progress.js';
import { MergeSteps } from './merge/merge-steps.js';
import { MeService } from './me/me.service.js';
import { PasswordChange } from './me/password-change.js';
import { OwnMembershipService } from './leaving/own-membership.service.js';
import { MemberAdmission } from './member/member-admission.js';
import { MemberNameService } from './member/member-name.service.js';
import { MemberPresenter } from './member/member-presenter.js';
import { MemberRefusalRepository } from './member/member-refusal.repository.js';
import { MemberRefusals } from './member/member-refusals.js';
import { MemberWriter } from './member/member-writer.js';
import { MemberRepository } from './member/member.repository.js';
import { MemberNews } from './member/member-news.js';
import { MembershipChanges } from './member/membership-changes.js';
import { MemberService } from './member/member.service.js';
import { PasswordResetService } from './password-reset/password-reset.service.js';
import { PhoneChangeAwaits } from './phone-change/phone-change-awaits.js';
import { PhoneChangeAsking } from './phone-change/phone-change-asking.js';
import { PhoneChangeRepository } from './phone-change/phone-change.repository.js';
import { ContactsService } from './contacts/contacts.service.js';
import { PhoneChangeWriter } from './phone-change/phone-change-writer.js';
import { RegistrationFormRepository } from './registration-form/registration-form.repository.js';
import { RegistrationFormService } from './registration-form/registration-form.service.js';
import { StandingService } from './standing/standing.service.js';
import { UnionTransferAwaits } from './union-transfer/union-transfer-awaits.js';
import { UnionTransferRepository } from './union-transfer/union-transfer.repository.js';
import { UnionTransferService } from './union-transfer/union-transfer.service.js';
import { UnionTransferWorker } from './union-transfer/union-transfer-worker.js';
import { TransferAwaits } from './transfer/transfer-awaits.js';
import { TransferAsking } from './transfer/transfer-asking.js';
import { TransferMover } from './transfer/transfer-mover.js';
import { TransferPresenter } from './transfer/transfer-presenter.js';
import { TransferRepository } from './transfer/transfer.repository.js';
import { TransferService } from './transfer/transfer.service.js';
import { TransferWriter } from './transfer/transfer-writer.js';

/** A roster of the largest size that is taken, with a column more. */
const resultBytesMax = 64 * 1024 * 1024;

const transfer = [
  TransferService,
  TransferAsking,
  TransferWriter,
  TransferAwaits,
  TransferMover,
  TransferPresenter,
  TransferRepository,
  UnionTransferService,
  UnionTransferWorker,
  UnionTransferAwaits,
  UnionTransferRepository,
];
const member = [
  MemberService,
  MemberNameService,
  MemberAdmission,
  MemberPresenter,
  MemberRefusals,
  MemberRefusalRepository,
  MemberRepository,
  MemberWriter,
  MembershipChanges,
  MemberNews,
];
const standing = [StandingService, OwnMembershipService];
const lapse = [LapseWarningService, LapseGround, LapsePresenter, LapseRepository];
const forms = [RegistrationFormRepository, RegistrationFormService];
const group = [GroupService, GroupChanges, GroupRepository];
const committee = [
  CommitteeService,
  CommitteeSeating,
  CommitteeAwaits,
  CommitteePresenter,
  CommitteeRepository,
];
const employment = [EmploymentService, EmploymentRepository];
const memberImport = [
  MemberImportService,
  JobService,
  MemberImportWorker,
  MemberImportRepository,
  ChunkLoader,
  CandidateFinder,
  CandidateRepository,
  ChosenRows,
  ImportUndoer,
  ImportUndoRepository,
  LeavingRepository,
  RosterAwaits,
  RosterEntryRepository,
  RosterEntryService,
  RosterPreviewService,
  RosterResultService,
  RosterReviewService,
  RosterWordsRepository,
  {
    provide: PrintedFiles,
    useFactory: (store: Store) =>
      new PrintedFiles(new FileStore(store, briefFilesOf('membership')), resultBytesMax),
    inject: [STORE],
  },
  RosterFile,
  RosterRetention,
];
const me = [MeService, PasswordChange];
const entryCode = [
  EntryCodeService,
  CodeRequestService,
  EntryCodeIssuer,
  EntryCodeRepository,
  EntryCodeVerifier,
  ResetCodeNews,
];
const activation = [ActivationService, Activator];
const merge = [
  MemberMergeService,
  MemberMergeAwaits,
  MemberMergePresenter,
  MemberMergeRepository,
  MergeProgress,
  MergeSteps,
];
const passwordReset = [PasswordResetService];
const codeSignIn = [CodeSignInService, CodeHolders];
const firstOperator = [FirstOperator];
const phoneChange = [
  ContactsService,
  PhoneChangeAwaits,
  PhoneChangeAsking,
  PhoneChangeWriter,
  PhoneChangeRepository,
];
const correction = [
  CorrectionService,
  CorrectionReader,
  CorrectionWriter,
  CorrectionDelays,
  CorrectionAwaits,
  CorrectionPresenter,
  CorrectionPapers,
  CorrectionRepository,
];

@Module({
  imports: [PersonsModule, UnionsModule, AccessModule, CensusModule, DuesModule],
  providers: [
    ...member,
    ...employment,
    ...group,
    ...committee,
    ...standing,
    ...lapse,
    ...forms,
    ...memberImport,
    ...me,
    ...merge,
    ...entryCode,
    ...activation,
    ...passwordReset,
    ...codeSignIn,
    ...firstOperator,
    ...correction,
    ...phoneChange,
    ...transfer,
  ],
  exports: [
    CommitteeSeating,
    MemberNews,
    CorrectionPapers,
    EntryCodeRepository,
    MemberAdmission,
    MemberPresenter,
    MemberRefusals,
    MemberRepository,
    TransferAsking,
  ],
})
export class MembersModule {}
