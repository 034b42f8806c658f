import { Module } from '@nestjs/common';
import { DocumentFiles, PictureFiles } from '@gongxiang/messaging/uploads';
import { ReferenceModule } from '../reference/reference.module.js';
import { BulletinReader } from './bulletin/bulletin-reader.js';
import { BulletinReadingService } from './bulletin/bulletin-reading.service.js';
import { BulletinRepository } from './bulletin/bulletin.repository.js';
import { BulletinService } from './bulletin/bulletin.service.js';
import { BulletinDueWork } from './bulletin/bulletin.due.js';
import { BulletinFollowersWork } from './bulletin/bulletin-followers.due.js';
import { BulletinFileReader } from './bulletin/bulletin-file-reader.js';
import { BulletinFileIntake } from './bulletin-file/bulletin-file-intake.service.js';
import { BulletinFileRepository } from './bulletin-file/bulletin-file.repository.js';
import { BulletinFiles } from './bulletin-file/bulletin-files.js';
import { AudienceConsumer } from './audience/audience.consumer.js';
import { AudienceRepository } from './audience/audience.repository.js';
import { CommentPresenter } from './commenting/comment-presenter.js';
import { CommentRepository } from './comment/comment.repository.js';
import { CommentSeal } from './comment/comment-seal.js';
import { CommentService } from './commenting/comment.service.js';
import { CommentWaits } from './commenting/comment-waits.js';
import { DisclosureDueWork } from './disclosure/disclosure.due.js';
import { DisclosureReader } from './disclosure/disclosure-reader.js';
import { DisclosureRepository } from './disclosure/disclosure.repository.js';
import { DisclosureService } from './disclosure/disclosure.service.js';
import { DisclosureWaits } from './disclosure/disclosure-waits.js';
import { BulletinReleaseService } from './bulletin/bulletin-release.service.js';
import { OutsideCountRepository } from './outside-count/outside-count.repository.js';
import { OutsideCountService } from './outside-count/outside-count.service.js';
import { ReviewDueWork } from './review/review.due.js';
import { ReviewFlow } from './review/review-flow.js';
import { ReviewReader } from './review/review-reader.js';
import { ReviewRepository } from './review/review.repository.js';
import { ReviewSeal } from './review/review-seal.js';
import { ReviewService } from './review/review.service.js';
import { SubscriptionRepository } from './subscription/subscription.repository.js';
import { SubscriptionService } from './subscription/subscription.service.js';
import { TrustRepository } from './trust/trust.repository.js';
import { ReceiptRepository } from './bulletin/receipt.repository.js';

@Module({
  imports: [ReferenceModule],
  providers: [
    PictureFiles,
    DocumentFiles,
    BulletinFileRepository,
    BulletinFiles,
    BulletinFileIntake,
    BulletinFileReader,
    BulletinRepository,
    ReceiptRepository,
    BulletinReader,
    BulletinService,
    BulletinReadingService,
    BulletinReleaseService,
    BulletinDueWork,
    BulletinFollowersWork,
    SubscriptionRepository,
    SubscriptionService,
    OutsideCountRepository,
    OutsideCountService,
    TrustRepository,
    ReviewRepository,
    ReviewSeal,
    ReviewFlow,
    ReviewReader,
    ReviewService,
    ReviewDueWork,
    AudienceConsumer,
    AudienceRepository,
    CommentRepository,
    CommentSeal,
    CommentPresenter,
    CommentWaits,
    CommentService,
    DisclosureRepository,
    DisclosureWaits,
    DisclosureReader,
    DisclosureService,
    DisclosureDueWork,
  ],
  exports: [AudienceRepository, BulletinFiles, CommentWaits],
})
export class BulletinsModule {}
