import { Module } from '@nestjs/common';
import { DelegationRepository } from './delegation/delegation.repository.js';
import { MandateRepository } from './mandate/mandate.repository.js';
import { MandateService } from './mandate/mandate.service.js';
import { ActivityChangeNotices } from './notice/activity-change-notices.js';
import { NoticeConsumer } from './notice/notice.consumer.js';
import { NoticeMove } from './notice/notice-move.js';
import { NoticeMoveRepository } from './notice/notice-move.repository.js';
import { NoticeSubjectRepository } from './notice/notice-subject.repository.js';
import { NoticeWriter } from './notice/notice-writer.js';
import { PartyClosingRepository } from './party-closing/party-closing.repository.js';
import { PartyClosingService } from './party-closing/party-closing.service.js';
import { ConsentRepository } from './consent/consent.repository.js';
import { ReferenceConsumer } from './reference.consumer.js';
import { ReferenceRepository } from './reference.repository.js';
import { RoleHints } from './role-hints.js';

const reference = [ConsentRepository, ReferenceConsumer, ReferenceRepository, RoleHints];
const notice = [
  NoticeSubjectRepository,
  NoticeWriter,
  ActivityChangeNotices,
  NoticeConsumer,
  NoticeMove,
  NoticeMoveRepository,
];
const partyClosing = [PartyClosingService, PartyClosingRepository];
const mandate = [MandateService, MandateRepository];

@Module({
  providers: [DelegationRepository, ...reference, ...notice, ...partyClosing, ...mandate],
  exports: [
    ConsentRepository,
    DelegationRepository,
    NoticeSubjectRepository,
    NoticeWriter,
    ReferenceRepository,
    RoleHints,
  ],
})
export class ReferenceModule {}
