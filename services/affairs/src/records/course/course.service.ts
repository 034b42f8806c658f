import { Injectable } from '@nestjs/common';
import {
  type ChangeCourse,
  type CourseContentView,
  courseContract,
  type CourseDefinition,
  courseEditionsMax,
  type CourseFiguresView,
  type CourseId,
  type CourseTemplatesView,
  type CreateCourse,
} from '@gongxiang/contracts/affairs/records/course.contract';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, newId, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { pinyinOf, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { audienceKeyOf } from '../../bulletins/audience/audience.model.js';
import { BulletinFiles } from '../../bulletins/bulletin-file/bulletin-files.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { CourseRow } from './course.entity.js';
import { courseProblems, nextCourseState } from './course.model.js';
import { CourseReader } from './course-reader.js';
import { CourseRepository } from './course.repository.js';
import { courseTemplates } from './course-templates.js';

/** Officers of a union write courses, publish and end them, and see how many have passed. */
@Injectable()
export class CourseService {
  constructor(
    private readonly transactions: Transactions,
    private readonly courses: CourseRepository,
    private readonly references: ReferenceRepository,
    private readonly reader: CourseReader,
    private readonly files: BulletinFiles,
  ) {}

  @Handles(courseContract.create)
  create({ unionId, ...definition }: CreateCourse, call: CallContext): Promise<Outcome<CourseContentView>> {
    const request = { unionId, ...definition };
    return this.transactions.command(call, courseContract.create, request, async (tx) => {
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.manageCourses, { paths: union ? [union.path] : [] });
      requireValid(definition);
      await this.requireFiles(tx, unionId, definition);
      const row: CourseRow = {
        id: newId(),
        version: 1,
        unionId,
        state: 'draft',
        edition: 1,
        ...headingOf(definition, unionId),
        writtenBy: tx.personId,
      };
      await this.courses.insert(tx, row);
      return this.saved(tx, row, { before: null, definition });
    });
  }

  @Handles(courseContract.change)
  change({ courseId, ...definition }: ChangeCourse, call: CallContext): Promise<Outcome<CourseContentView>> {
    const request = { courseId, ...definition };
    return this.transactions.command(call, courseContract.change, request, async (tx) => {
      const before = await this.lock(tx, courseId);
      const state = nextCourseState(before.state, 'change');
      requireValid(definition);
      await this.requireFiles(tx, before.unionId, definition);
      const edition = state === 'draft' ? before.edition : before.edition + 1;
      if (edition > courseEditionsMax)
        throw new DomainError('COURSE_EDITIONS_MAX', { params: { max: courseEditionsMax } });
      const changes = { ...headingOf(definition, before.unionId), edition, writtenBy: tx.personId };
      return this.save(tx, before, changes, definition);
    });
  }

  @Handles(courseContract.publish)
  publish({ courseId }: CourseId, call: CallContext): Promise<Outcome<CourseContentView>> {
    return this.transactions.command(call, courseContract.publish, { courseId }, async (tx) => {
      const before = await this.lock(tx, courseId);
      return this.save(tx, before, { state: nextCourseState(before.state, 'publish') });
    });
  }

  @Handles(courseContract.end)
  end({ courseId }: CourseId, call: CallContext): Promise<Outcome<CourseContentView>> {
    return this.transactions.command(call, courseContract.end, { courseId }, async (tx) => {
      const before = await this.lock(tx, courseId);
      return this.save(tx, before, { state: nextCourseState(before.state, 'end') });
    });
  }

  @Handles(courseContract.content)
  content({ courseId }: CourseId, call: CallContext): Promise<CourseContentView> {
    return this.transactions.read(call, async (tx) => {
      await this.reader.managed(tx, courseId);
      return this.contentOf(tx, courseId);
    });
  }

  @Handles(courseContract.figures)
  figures({ courseId }: CourseId, call: CallContext): Promise<CourseFiguresView> {
    return this.transactions.read(call, async (tx) => {
      await this.reader.managed(tx, courseId);
      return this.courses.figures(tx, courseId);
    });
  }

  @Handles(courseContract.templates)
  templates(_request: NoRequest, call: CallContext): Promise<CourseTemplatesView> {
    return this.transactions.read(call, async (tx) => {
      const paths = reachOf(call.actor, actions.manageCourses);
      tx.authorise(actions.manageCourses, { paths, visible: true });
      return { items: [...courseTemplates] };
    });
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE` */
  private async lock(tx: Transaction, courseId: string): Promise<CourseRow> {
    const row = await this.courses.lock(tx, courseId);
    await this.reader.managed(tx, courseId);
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    return row;
  }

  private async save(
    tx: Transaction,
    before: CourseRow,
    changes: Partial<CourseRow>,
    definition?: CourseDefinition,
  ): Promise<CourseContentView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.courses.update(tx, row);
    return this.saved(tx, row, { before, ...(definition === undefined ? {} : { definition }) });
  }

  /** @param change with a definition, it is that of the row's edition; what it was stays where absent */
  private async saved(
    tx: Transaction,
    row: CourseRow,
    { before, definition }: { readonly before: CourseRow | null; readonly definition?: CourseDefinition },
  ): Promise<CourseContentView> {
    if (definition !== undefined) {
      await this.courses.putEdition(tx, { courseId: row.id, number: row.edition, definition });
      await this.files.use(tx, row.id, await this.courses.fileIds(tx, row.id));
    }
    tx.audit({ noun: 'course', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    return this.contentOf(tx, row.id);
  }

  private async contentOf(tx: Transaction, courseId: string): Promise<CourseContentView> {
    const course = await this.courses.find(tx, courseId);
    if (course === null) throw new DomainError('NOT_FOUND');
    const { id, version, state, unionId, unionName, edition } = course;
    const { definition } = await this.courses.edition(tx, id, edition);
    const lessons = await this.reader.lessons(tx, definition);
    return { ...definition, lessons, id, version, state, unionId, unionName, edition };
  }

  /** @throws DomainError `BULLETIN_FILE_UNKNOWN` unless lessons show files of the union, each as what it is */
  private async requireFiles(
    tx: Transaction,
    unionId: string,
    { lessons }: Pick<CourseDefinition, 'lessons'>,
  ): Promise<void> {
    for (const [at, lesson] of lessons.entries())
      await this.files.requireOwn(tx, unionId, lesson, { at: `/lessons/${at}` });
  }
}

/** @throws DomainError `COURSE_INVALID` with what is wrong */
function requireValid(definition: CourseDefinition): void {
  const errors = courseProblems(definition);
  if (errors.length > 0) throw new DomainError('COURSE_INVALID', { errors });
}

/** What is listed and found by. */
function headingOf(
  { title, summary, audience }: CourseDefinition,
  unionId: string,
): Pick<CourseRow, 'title' | 'pinyin' | 'summary' | 'audience' | 'audienceKey'> {
  return { title, pinyin: pinyinOf(title), summary, audience, audienceKey: audienceKeyOf(audience, unionId) };
}

function auditedOf({ version, state, edition, title, audience }: CourseRow): Record<string, unknown> {
  return { version, state, edition, title, audience };
}
