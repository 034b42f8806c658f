import { Module } from '@nestjs/common';
import { briefFilesOf, FileStore, PrintedFiles, type Store } from '@gongxiang/messaging/files';
import { STORE } from '@gongxiang/messaging/service';
import { ActivityHostConsumer } from './activity/activity-host.consumer.js';
import { ActivityConsumer } from './activity/activity.consumer.js';
import { ActivityRepository } from './activity/activity.repository.js';
import { LoanReplyConsumer } from './activity/loan-reply.js';
import { MemberService } from './member.service.js';
import { AffairsConsumer } from './affairs/affairs.consumer.js';
import { PartyConsumer } from './party.consumer.js';
import { ReferenceConsumer } from './reference.consumer.js';
import { ReferenceRepository } from './reference.repository.js';
import { AnswerBox } from './sealing/answer-box.js';
import { Counting } from './sealing/counting.js';
import { KeyDirectory } from './sealing/key-directory.js';
import { SealedAnswerRepository } from './sealing/sealed-answer.repository.js';
import { SigningKeyCipher } from './sealing/signing-key-cipher.js';
import { SubjectActivities } from './subject/subject-activities.repository.js';
import { SubjectAffairs } from './subject/subject-affairs.repository.js';
import { SubjectFacts } from './subject/subject-facts-reader.js';
import { SubjectList } from './subject/subject-list.repository.js';
import { SubjectLoans } from './subject/subject-loans.repository.js';
import { SubjectReach } from './subject/subject-reach.repository.js';
import { SubjectRepository } from './subject/subject.repository.js';

/** Fifty thousand places with all their inputs. */
const bytesMax = 128 * 1024 * 1024;

const printing = [
  {
    provide: PrintedFiles,
    useFactory: (store: Store) =>
      new PrintedFiles(new FileStore(store, briefFilesOf('evaluation')), bytesMax),
    inject: [STORE],
  },
];
const sealing = [KeyDirectory, SigningKeyCipher, SealedAnswerRepository, AnswerBox, Counting];
const reference = [ReferenceConsumer, PartyConsumer, AffairsConsumer, MemberService, ReferenceRepository];
const activity = [ActivityConsumer, ActivityHostConsumer, LoanReplyConsumer, ActivityRepository];
const subject = [
  SubjectRepository,
  SubjectActivities,
  SubjectLoans,
  SubjectReach,
  SubjectAffairs,
  SubjectFacts,
  SubjectList,
];

@Module({
  providers: [...printing, ...sealing, ...reference, ...activity, ...subject],
  exports: [
    ActivityRepository,
    AnswerBox,
    Counting,
    KeyDirectory,
    PrintedFiles,
    ReferenceRepository,
    SealedAnswerRepository,
    SigningKeyCipher,
    SubjectFacts,
    SubjectList,
    SubjectRepository,
  ],
})
export class ReferenceModule {}
