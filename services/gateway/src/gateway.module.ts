import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import {
  allBriefFiles,
  earlierUploads,
  FileStore,
  openStore,
  servicesFiles,
  type Store,
  UploadQuota,
  uploads,
} from '@gongxiang/messaging/files';
import * as contracts from '@gongxiang/contracts/all';
import { natsOptions, RpcClient } from '@gongxiang/messaging/rpc';
import { type Logger, type Metrics, startTracing } from '@gongxiang/observability';
import type { GatewayConfig } from './config/config.js';
import { ActorDirectory } from './http/actor-directory.js';
import { AuthenticationGuard } from './http/authentication-guard.js';
import { ProblemFilter } from './http/problem-filter.js';
import { BriefDownload } from './http/brief-download.js';
import { PublicReads } from './http/public-reads.js';
import { UploadHandOver } from './http/upload-hand-over.js';
import { EventsController } from './live/events.controller.js';
import { FileController } from './operations/file.controller.js';
import { HealthController } from './operations/health.controller.js';
import { JobController } from './operations/job.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { SearchController } from './operations/search.controller.js';
import { routeController } from './http/route-controller.js';
import { MatterPaperController } from './affairs/matter-paper.controller.js';
import { CourseAttemptController } from './affairs/course-attempt.controller.js';
import { RecordSharingController } from './affairs/record-sharing.controller.js';
import { VacancyController } from './affairs/vacancy.controller.js';
import { CircleController } from './affairs/circle.controller.js';
import { WorkController } from './affairs/work.controller.js';
import { CorrectionPaperController } from './membership/correction-paper.controller.js';
import { RankingAppealController } from './evaluation/ranking-appeal.controller.js';
import { RecognitionController } from './evaluation/recognition.controller.js';
import { ErasureController } from './membership/erasure.controller.js';
import { PartyClosingController } from './membership/party-closing.controller.js';
import { DataExportController } from './membership/own-export/data-export.controller.js';
import { OwnFiles } from './membership/own-export/own-files.js';
import { OwnDataController } from './membership/own-data.controller.js';
import { MemberMergeController } from './membership/member-merge.controller.js';
import { ActController } from './notification/act.controller.js';
import { WaitingController } from './notification/waiting.controller.js';
import { ActivityStatementController } from './settlement/activity-statement.controller.js';
import { DisclosureController } from './settlement/disclosure.controller.js';
import { ReceiptController } from './settlement/receipt.controller.js';
import { StatementController } from './settlement/statement.controller.js';
import { SubsidyFileController } from './settlement/subsidy-file.controller.js';
import { VoucherController } from './settlement/voucher.controller.js';
import { ActivityAttachmentController } from './sharing/activity-attachment.controller.js';
import { ActivityPictureController } from './sharing/activity-picture.controller.js';
import { AgreementPaperController } from './sharing/agreement-paper.controller.js';
import { AlbumPictureController } from './sharing/album-picture.controller.js';
import { CalendarController } from './sharing/calendar.controller.js';
import { HandoverController } from './sharing/handover.controller.js';
import { AssignmentFileController } from './affairs/assignment-file.controller.js';
import { CourseFileController } from './affairs/course-file.controller.js';
import { BulletinFileController } from './affairs/bulletin-file.controller.js';
import { BulletinFeedController } from './affairs/bulletin-feed.controller.js';
import { AnnouncementController } from './sharing/announcement.controller.js';
import { OccasionController } from './affairs/occasion.controller.js';
import { MessageController } from './sharing/message.controller.js';
import { LetterController } from './sharing/letter.controller.js';
import { PieceController } from './sharing/piece.controller.js';
import { PosterController } from './sharing/poster.controller.js';
import { ResourcePictureController } from './sharing/resource-picture.controller.js';
import { ResourceProfileController } from './sharing/resource-profile.controller.js';
import { ShareCards } from './portal/share-cards.js';
import { BRIEF_FILES, CONFIG, LOGGER, METRICS, NATS, STORE, TRACING } from './config/tokens.js';

/** Controllers of routes that do more than forward the call. */
const ownControllers = [
  HealthController,
  EventsController,
  FileController,
  JobController,
  OperationsController,
  SearchController,
  CorrectionPaperController,
  MatterPaperController,
  RecordSharingController,
  VacancyController,
  CircleController,
  WorkController,
  CourseAttemptController,
  RankingAppealController,
  RecognitionController,
  MemberMergeController,
  DataExportController,
  OwnDataController,
  ErasureController,
  PartyClosingController,
  ActController,
  WaitingController,
  ActivityStatementController,
  DisclosureController,
  ReceiptController,
  StatementController,
  SubsidyFileController,
  VoucherController,
  ActivityAttachmentController,
  ActivityPictureController,
  AgreementPaperController,
  AlbumPictureController,
  AssignmentFileController,
  CourseFileController,
  BulletinFeedController,
  BulletinFileController,
  CalendarController,
  HandoverController,
  LetterController,
  AnnouncementController,
  MessageController,
  OccasionController,
  PieceController,
  PosterController,
  ResourcePictureController,
  ResourceProfileController,
];

@Module({})
export class GatewayModule implements OnApplicationShutdown {
  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(STORE) private readonly store: Store,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.nats.close(), this.store.nats.close()]);
  }

  static with(
    config: GatewayConfig,
    tools: { readonly logger: Logger; readonly metrics: Metrics },
  ): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [...ownControllers, routeController(contracts, ownControllers)],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: tools.logger },
        { provide: METRICS, useValue: tools.metrics },
        { provide: TRACING, useFactory: () => startTracing('gateway', config, tools.logger) },
        { provide: RpcClient, useFactory: () => new RpcClient(config.natsUrl, rpcKeysOf(config)) },
        {
          provide: NATS,
          useFactory: () => connect({ ...natsOptions(config.natsUrl, 'gateway'), waitOnFirstConnect: true }),
        },
        {
          provide: STORE,
          useFactory: (nats: NatsConnection) => openStore(config.natsStoreUrl, 'gateway', nats),
          inject: [NATS],
        },
        {
          provide: FileStore,
          useFactory: (store: Store) => new FileStore(store, uploads, [earlierUploads, ...servicesFiles]),
          inject: [STORE],
        },
        { provide: UploadQuota, useFactory: (store: Store) => new UploadQuota(store), inject: [STORE] },
        {
          provide: BRIEF_FILES,
          useFactory: (store: Store) => new FileStore(store, uploads, allBriefFiles),
          inject: [STORE],
        },
        ActorDirectory,
        OwnFiles,
        PublicReads,
        BriefDownload,
        ShareCards,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        { provide: APP_INTERCEPTOR, useClass: UploadHandOver },
      ],
    };
  }
}

function rpcKeysOf(config: GatewayConfig): Record<string, string> {
  return {
    membership: config.membershipRpcKey,
    sharing: config.sharingRpcKey,
    settlement: config.settlementRpcKey,
    evaluation: config.evaluationRpcKey,
    notification: config.notificationRpcKey,
    affairs: config.affairsRpcKey,
  };
}
