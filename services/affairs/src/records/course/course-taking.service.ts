import { Inject, Injectable } from '@nestjs/common';
import {
  type CourseAttemptId,
  type CourseAttemptView,
  type CourseCertificateVerification,
  type CourseCertificateView,
  courseContract,
  type CourseDefinition,
  type CourseId,
  type CourseView,
  type HandInCourseAttempt,
  type ReadCourseLesson,
  type VerifyCourseCertificate,
} from '@gongxiang/contracts/affairs/records/course.contract';
import { type CallContext, DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { type Cipher, dataCipher, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { isOver } from '../record/record.model.js';
import { RecordRepository } from '../record/record.repository.js';
import { RecordService } from '../record/record.service.js';
import type { CourseTakingRow } from './course.entity.js';
import {
  answersByQuestion,
  attemptStateOf,
  comparedName,
  lastDayOf,
  lessonsReadAfter,
  markOf,
  requireAttemptPossible,
  takingStateAfter,
} from './course.model.js';
import { newCertificateNumber, newSeed } from './course-number.js';
import { CourseReader } from './course-reader.js';
import { type CourseRecord, CourseRepository } from './course.repository.js';
import { attemptView } from './course.view.js';

/** What somebody takes, locked, in the edition with which they have begun. */
interface LockedTaking {
  readonly course: CourseRecord;
  readonly taking: CourseTakingRow;
  readonly definition: CourseDefinition;
}

/** People take courses: they read the lessons in order, then the quiz; whoever passes gets a record and a certificate. */
@Injectable()
export class CourseTakingService {
  private readonly cipher: Cipher;

  constructor(
    private readonly transactions: Transactions,
    private readonly courses: CourseRepository,
    private readonly references: ReferenceRepository,
    private readonly reader: CourseReader,
    private readonly records: RecordRepository,
    private readonly recordService: RecordService,
    @Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>,
  ) {
    this.cipher = dataCipher(config);
  }

  /** The lock on the copy of the membership makes one of several that begin at once. */
  @Handles(courseContract.begin)
  begin({ courseId }: CourseId, call: CallContext): Promise<Outcome<CourseView>> {
    return this.transactions.command(call, courseContract.begin, { courseId }, async (tx) => {
      tx.authorise(actions.takeCourse, {});
      const member = await this.references.lockMember(tx, tx.personId);
      if (member === null) throw new DomainError('RECORD_NO_UNION');
      const { course, taking, isAddressed } = await this.reader.seen(tx, courseId);
      if (taking === null) {
        if (!isAddressed) throw new DomainError('NOT_PERMITTED');
        if (course.state !== 'published') throw new DomainError('COURSE_STATE');
        await this.courses.insertTaking(tx, {
          id: newId(),
          courseId,
          personId: tx.personId,
          unionId: member.state === 'active' ? member.unionId : null,
          edition: course.edition,
          begunAt: tx.now,
          lessonsRead: 0,
          attempts: [],
          state: 'begun',
          certificateNumber: null,
          sealedName: null,
          recordId: null,
        });
      }
      return this.reader.view(tx, courseId);
    });
  }

  @Handles(courseContract.readLesson)
  readLesson(request: ReadCourseLesson, call: CallContext): Promise<Outcome<CourseView>> {
    return this.transactions.command(call, courseContract.readLesson, request, async (tx) => {
      const { taking, definition } = await this.lock(tx, request.courseId);
      const lessonsRead = lessonsReadAfter(request.number, taking.lessonsRead, definition.lessons.length);
      await this.courses.updateTaking(tx, { ...taking, lessonsRead });
      return this.reader.view(tx, request.courseId);
    });
  }

  @Handles(courseContract.beginAttempt)
  beginAttempt({ courseId }: CourseId, call: CallContext): Promise<Outcome<CourseAttemptView>> {
    return this.transactions.command(call, courseContract.beginAttempt, { courseId }, async (tx) => {
      const { taking, definition } = await this.lock(tx, courseId);
      const last = taking.attempts.at(-1);
      if (last !== undefined && attemptStateOf(last) === 'open')
        return attemptView(taking, taking.attempts.length, definition);
      requireAttemptPossible(taking, definition);
      const attempt = { seed: newSeed(), begunAt: tx.now.toISOString(), handedIn: null };
      const changed = { ...taking, attempts: [...taking.attempts, attempt] };
      await this.courses.updateTaking(tx, changed);
      return attemptView(changed, changed.attempts.length, definition);
    });
  }

  @Handles(courseContract.attempt)
  attempt({ courseId, number }: CourseAttemptId, call: CallContext): Promise<CourseAttemptView> {
    return this.transactions.read(call, async (tx) => {
      const { taking } = await this.reader.seen(tx, courseId);
      if (taking === null) throw new DomainError('NOT_FOUND');
      const { definition } = await this.courses.edition(tx, courseId, taking.edition);
      return attemptView(taking, number, definition);
    });
  }

  /** Of several at once one is marked, as they wait for the lock; the others find it handed in. */
  @Handles(courseContract.handIn)
  handIn(request: HandInCourseAttempt, call: CallContext): Promise<Outcome<CourseAttemptView>> {
    return this.transactions.command(call, courseContract.handIn, request, async (tx) => {
      const { courseId, number } = request;
      const locked = await this.lock(tx, courseId);
      const { taking, definition } = locked;
      const attempt = taking.attempts[number - 1];
      if (attempt === undefined) throw new DomainError('NOT_FOUND');
      if (attempt.handedIn !== null) throw new DomainError('COURSE_ATTEMPT_OVER');
      const answers = answersByQuestion(request.answers);
      const { percent, passed } = markOf(definition, answers);
      const handedIn = { at: tx.now.toISOString(), answers, percent, passed };
      const attempts = taking.attempts.with(number - 1, { ...attempt, handedIn });
      const state = takingStateAfter(passed, attempts.length, definition.attemptsMax);
      const certificate = passed ? await this.certify(tx, locked, { percent, name: request.name }) : {};
      const changed = { ...taking, attempts, state, ...certificate };
      await this.courses.updateTaking(tx, changed);
      return attemptView(changed, number, definition);
    });
  }

  @Handles(courseContract.certificate)
  certificate({ courseId }: CourseId, call: CallContext): Promise<CourseCertificateView> {
    return this.transactions.read(call, async (tx) => {
      const { taking } = await this.reader.seen(tx, courseId);
      if (taking === null) throw new DomainError('NOT_FOUND');
      return this.certificateOf(tx, taking);
    });
  }

  /** A number that is not there and a name that is not that of the certificate answer the same. */
  @Handles(courseContract.verifyCertificate)
  verifyCertificate(
    { number, name }: VerifyCourseCertificate,
    call: CallContext,
  ): Promise<CourseCertificateVerification> {
    return this.transactions.read(call, async (tx) => {
      const taking = await this.courses.findByCertificate(tx, number.trim().toUpperCase());
      if (taking === null) throw new DomainError('NOT_FOUND');
      const { name: holder, percent: _percent, ...shown } = await this.certificateOf(tx, taking);
      if (comparedName(holder) !== comparedName(name)) throw new DomainError('NOT_FOUND');
      return shown;
    });
  }

  /** @throws DomainError `NOT_FOUND`, `COURSE_NOT_BEGUN` */
  private async lock(tx: Transaction, courseId: string): Promise<LockedTaking> {
    tx.authorise(actions.takeCourse, {});
    const { course, taking: found } = await this.reader.seen(tx, courseId);
    if (found === null) throw new DomainError('COURSE_NOT_BEGUN');
    const taking = await this.courses.lockTaking(tx, found.id);
    const { definition } = await this.courses.edition(tx, courseId, taking.edition);
    return { course, taking, definition };
  }

  /** Writes the record of whoever has passed, and tells them. @returns what of it stands with the taking */
  private async certify(
    tx: Transaction,
    { course, taking, definition }: LockedTaking,
    { percent, name }: { readonly percent: number; readonly name: string },
  ): Promise<Pick<CourseTakingRow, 'certificateNumber' | 'sealedName' | 'recordId'>> {
    const certificateNumber = newCertificateNumber(tx.now);
    const issuedOn = shanghaiDate(tx.now);
    const recordId = await this.recordService.recordPassedCourse(tx, {
      personId: tx.personId,
      courseId: course.id,
      writtenBy: course.writtenBy,
      unionId: course.unionId,
      content: {
        kind: 'course',
        title: definition.title,
        issuer: course.unionName,
        issuedOn,
        validUntil: lastDayOf(issuedOn, definition.validMonths),
        number: certificateNumber,
        details: { result: `${percent}%` },
      },
    });
    await raiseNotices(tx, 'affairs', [
      {
        kind: 'courseCertificateIssued',
        why: 'aboutYou',
        personIds: [tx.personId],
        about: { courseId: course.id },
        title: definition.title,
        cause: `courseCertificateIssued/${taking.id}`,
      },
    ]);
    return { certificateNumber, sealedName: this.cipher.seal(name, nameContext(taking.id)), recordId };
  }

  /** @throws DomainError `NOT_FOUND` before it is passed */
  private async certificateOf(tx: Transaction, taking: CourseTakingRow): Promise<CourseCertificateView> {
    const { id, certificateNumber, sealedName, recordId, attempts } = taking;
    const record = recordId && (await this.records.find(tx, recordId));
    const passed = attempts.find(({ handedIn }) => handedIn?.passed)?.handedIn;
    if (!record || !passed || certificateNumber === null || sealedName === null)
      throw new DomainError('NOT_FOUND');
    const { title, issuer, issuedOn, validUntil } = record;
    return {
      number: certificateNumber,
      name: this.cipher.open(sealedName, nameContext(id)),
      title,
      issuer: issuer ?? '',
      issuedOn: issuedOn ?? shanghaiDate(new Date(passed.at)),
      validUntil,
      percent: passed.percent,
      valid: record.state === 'verified' && !isOver(validUntil, tx.now),
    };
  }
}

function nameContext(takingId: string): string {
  return `course-name:${takingId}`;
}
