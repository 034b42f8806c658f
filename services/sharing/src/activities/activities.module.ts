import { Module } from '@nestjs/common';
import { DocumentFiles } from '@gongxiang/messaging/uploads';
import { FilesModule } from '../files/files.module.js';
import { LendingModule } from '../lending/lending.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ActivityTaskAccess } from './activity-task/activity-task-access.js';
import { ActivityTaskChanges } from './activity-task/activity-task-changes.js';
import { ActivityTaskConsumer } from './activity-task/activity-task.consumer.js';
import { ActivityTaskReader } from './activity-task/activity-task-reader.js';
import { ActivityTaskReminders } from './activity-task/activity-task-reminders.js';
import { ActivityTaskRepository } from './activity-task/activity-task.repository.js';
import { ActivityTaskService } from './activity-task/activity-task.service.js';
import { ActivityTaskWork } from './activity-task/activity-task-work.js';
import { ActivityTurns } from './activity/activity-turns.js';
import { ActivityAwaits } from './activity-awaits/activity-awaits.js';
import { ActivityAccess } from './activity/activity-access.js';
import { ActivityChanges } from './activity/activity-changes.js';
import { ActivityConsumer } from './activity/activity.consumer.js';
import { ActivityFollowers } from './activity/activity-followers.js';
import { ActivityHints } from './activity/activity-hints.js';
import { ActivityReader } from './activity/activity-reader.js';
import { ActivityRepository } from './activity/activity.repository.js';
import { ActivityService } from './activity/activity.service.js';
import { ActivityViews } from './activity/activity-views.js';
import { ArchiveService } from './activity/archive.service.js';
import { PlaceService } from './activity/place.service.js';
import { CostPoolRepository } from './activity/settlement.repository.js';
import { SettlementService } from './activity/settlement.service.js';
import { AgreementPaperRepository } from './agreement-paper/agreement-paper.repository.js';
import { AgreementPaperService } from './agreement-paper/agreement-paper.service.js';
import { AgreementEnd } from './agreement/agreement-end.js';
import { AgreementReaderService } from './agreement/agreement-reader.service.js';
import { AgreementAccess } from './agreement/agreement-access.js';
import { AgreementChanges } from './agreement/agreement-changes.js';
import { AgreementConsumer } from './agreement/agreement.consumer.js';
import { AgreementRepository } from './agreement/agreement.repository.js';
import { AgreementService } from './agreement/agreement.service.js';
import { SigningService } from './agreement/signing.service.js';
import { VerdictService } from './agreement/verdict.service.js';
import { AlbumIntake } from './album/album-intake.service.js';
import { AlbumAccess } from './album/album-access.js';
import { AlbumNotices } from './album/album-notices.js';
import { AlbumReader } from './album/album-reader.js';
import { AlbumRepository } from './album/album.repository.js';
import { AlbumService } from './album/album.service.js';
import { AttachmentIntake } from './attachment/attachment-intake.service.js';
import { AttachmentOnlookers } from './attachment/attachment-onlookers.js';
import { AttachmentReader } from './attachment/attachment-reader.js';
import { AttachmentRepository } from './attachment/attachment.repository.js';
import { AttachmentService } from './attachment/attachment.service.js';
import { CoHostAccess } from './co-host/co-host-access.js';
import { CoHostChanges } from './co-host/co-host-changes.js';
import { CoHostNotices } from './co-host/co-host-notices.js';
import { CoHostRepository } from './co-host/co-host.repository.js';
import { CoHostService } from './co-host/co-host.service.js';
import { DelegationMatters } from './delegation/delegation-matters.js';
import { DelegationService } from './delegation/delegation.service.js';
import { EligibilityJudge } from './eligibility/eligibility-judge.js';
import { EligibilityRepository } from './eligibility/eligibility.repository.js';
import { EligibilityService } from './eligibility/eligibility.service.js';
import { MessageConsumer } from './message/message.consumer.js';
import { MessageRepository } from './message/message.repository.js';
import { MessageService } from './message/message.service.js';
import { MessageWork } from './message/message-work.js';
import { NoShowAwaits } from './no-show/no-show-awaits.js';
import { NoShowHints } from './no-show/no-show-hints.js';
import { NoShowReader } from './no-show/no-show-reader.js';
import { NoShowRepository } from './no-show/no-show.repository.js';
import { NoShowService } from './no-show/no-show.service.js';
import { NoShowWork } from './no-show/no-show-work.js';
import { PictureIntake } from './picture/picture-intake.service.js';
import { PictureAccess } from './picture/picture-access.js';
import { PictureReader } from './picture/picture-reader.js';
import { PictureRepository } from './picture/picture.repository.js';
import { PictureService } from './picture/picture.service.js';
import { PoolClubs } from './pool/pool-clubs.js';
import { PoolTimesFollower } from './pool/pool-times-follower.js';
import { PoolRepository } from './pool/pool.repository.js';
import { PoolService } from './pool/pool.service.js';
import { QuestionChanges } from './question/question-changes.js';
import { QuestionReader } from './question/question-reader.js';
import { QuestionRepository } from './question/question.repository.js';
import { QuestionService } from './question/question.service.js';
import { OpeningPools } from './reminder/opening-pools.js';
import { ReminderConsumer } from './reminder/reminder.consumer.js';
import { ReminderPlanner } from './reminder/reminder-planner.js';
import { ReminderRepository } from './reminder/reminder.repository.js';
import { ReminderService } from './reminder/reminder.service.js';
import { ReminderWork } from './reminder/reminder-work.js';
import { WishService } from './reminder/wish.service.js';
import { SignUpFormRepository } from './sign-up-form/sign-up-form.repository.js';
import { SignUpFormService } from './sign-up-form/sign-up-form.service.js';

const activity = [
  ActivityService,
  ActivityReader,
  ActivityRepository,
  ActivityChanges,
  ActivityAccess,
  ActivityFollowers,
  ActivityHints,
  ActivityTurns,
  ActivityConsumer,
  ActivityViews,
  ArchiveService,
  PlaceService,
  CostPoolRepository,
  SettlementService,
];
const picture = [PictureService, PictureIntake, PictureReader, PictureAccess, PictureRepository];
const attachment = [
  AttachmentService,
  AttachmentIntake,
  AttachmentReader,
  AttachmentOnlookers,
  AttachmentRepository,
  DocumentFiles,
];
const coHost = [CoHostService, CoHostChanges, CoHostAccess, CoHostNotices, CoHostRepository];
const agreement = [
  AgreementService,
  AgreementReaderService,
  SigningService,
  VerdictService,
  AgreementRepository,
  AgreementChanges,
  AgreementEnd,
  AgreementAccess,
  AgreementConsumer,
];
const activityTask = [
  ActivityTaskService,
  ActivityTaskReader,
  ActivityTaskRepository,
  ActivityTaskChanges,
  ActivityTaskAccess,
  ActivityTaskConsumer,
  ActivityTaskReminders,
  ActivityTaskWork,
];
const delegation = [DelegationService, DelegationMatters];
const agreementPaper = [AgreementPaperService, AgreementPaperRepository];
const pool = [PoolService, PoolRepository, PoolClubs, PoolTimesFollower];
const noShow = [NoShowAwaits, NoShowHints, NoShowReader, NoShowRepository, NoShowService, NoShowWork];
const eligibility = [EligibilityJudge, EligibilityRepository, EligibilityService];
const signUpForm = [SignUpFormService, SignUpFormRepository];
const album = [AlbumService, AlbumIntake, AlbumReader, AlbumAccess, AlbumNotices, AlbumRepository];
const reminder = [
  OpeningPools,
  ReminderConsumer,
  ReminderPlanner,
  ReminderRepository,
  ReminderService,
  ReminderWork,
  WishService,
];
const message = [MessageService, MessageRepository, MessageWork, MessageConsumer];
const question = [QuestionService, QuestionReader, QuestionChanges, QuestionRepository];

@Module({
  imports: [ReferenceModule, FilesModule, LendingModule],
  providers: [
    ...activity,
    ...picture,
    ...attachment,
    ...coHost,
    ...agreement,
    ...activityTask,
    ...delegation,
    ...agreementPaper,
    ...pool,
    ...noShow,
    ...eligibility,
    ...signUpForm,
    ...album,
    ...reminder,
    ...message,
    ...question,
    ActivityAwaits,
  ],
  exports: [
    ActivityAccess,
    ActivityChanges,
    ActivityFollowers,
    ActivityRepository,
    ActivityService,
    ActivityTaskChanges,
    ActivityTaskRepository,
    ActivityTurns,
    AgreementEnd,
    AgreementRepository,
    AttachmentService,
    DocumentFiles,
    CoHostAccess,
    CoHostChanges,
    CoHostNotices,
    CoHostRepository,
    EligibilityJudge,
    PoolClubs,
    PoolRepository,
    PoolService,
    SignUpFormRepository,
    SignUpFormService,
  ],
})
export class ActivitiesModule {}
