import { Injectable } from '@nestjs/common';
import {
  courseContract,
  type CourseDefinition,
  type CourseId,
  type CourseLessonView,
  type CourseSummary,
  type CourseView,
  type ListCourses,
} from '@gongxiang/contracts/affairs/records/course.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, mayDo, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { isFor, keysOf } from '../../bulletins/audience/audience.model.js';
import { BulletinFiles } from '../../bulletins/bulletin-file/bulletin-files.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { CourseTakingRow } from './course.entity.js';
import { filesOfLessons, lessonViews } from './course.model.js';
import { type CourseRecord, CourseRepository } from './course.repository.js';
import { courseSummary, courseView } from './course.view.js';

/** A course with what the caller is to it. */
export interface SeenCourse {
  readonly course: CourseRecord;
  readonly taking: CourseTakingRow | null;
  readonly mayManage: boolean;
  /** It is for the caller. */
  readonly isAddressed: boolean;
}

/** Reads courses: what the caller may take, what they have begun, and what their unions offer. */
@Injectable()
export class CourseReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly courses: CourseRepository,
    private readonly references: ReferenceRepository,
    private readonly files: BulletinFiles,
  ) {}

  @Handles(courseContract.list)
  list(request: ListCourses, call: CallContext): Promise<Page<CourseSummary>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeCourses, {});
      const page = toPage(await this.listed(tx, request), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
      const ids = page.items.map(({ id }) => id);
      const takings = await this.courses.takings(tx, idsOf(tx), ids);
      return { ...page, items: page.items.map((one) => courseSummary(one, takings.get(one.id) ?? null)) };
    });
  }

  @Handles(courseContract.get)
  get({ courseId }: CourseId, call: CallContext): Promise<CourseView> {
    return this.transactions.read(call, (tx) => this.view(tx, courseId));
  }

  /** @throws DomainError `NOT_FOUND` */
  async view(tx: Transaction, courseId: string): Promise<CourseView> {
    const seen = await this.seen(tx, courseId);
    const { course, taking } = seen;
    const number = taking?.edition ?? course.edition;
    const { definition } = await this.courses.edition(tx, courseId, number);
    return courseView(seen, { number, definition, lessons: await this.lessons(tx, definition) });
  }

  /** The lessons of an edition, with what is known of their files. */
  async lessons(
    tx: Transaction,
    { lessons }: Pick<CourseDefinition, 'lessons'>,
  ): Promise<CourseLessonView[]> {
    const named = filesOfLessons(lessons);
    const recordings = await this.files.recordingViews(tx, named.recordings);
    return lessonViews(lessons, { ...(await this.files.views(tx, named)), recordings });
  }

  /**
   * Who has begun a course sees it to its end; others while it is published and for them; officers of its union always.
   * @throws DomainError `NOT_FOUND`
   */
  async seen(tx: Transaction, courseId: string): Promise<SeenCourse> {
    tx.authorise(actions.seeCourses, {});
    const course = await this.courses.find(tx, courseId);
    const { actor } = tx.call;
    if (course === null || actor === null) throw new DomainError('NOT_FOUND');
    const taking = (await this.courses.takings(tx, idsOf(tx), [courseId])).get(courseId) ?? null;
    const mayManage = mayDo(actor, actions.manageCourses, { paths: [course.unionPath] });
    const isAddressed = isFor(course, actor);
    const isShown = mayManage || taking !== null || (course.state === 'published' && isAddressed);
    if (!isShown) throw new DomainError('NOT_FOUND');
    return { course, taking, mayManage, isAddressed };
  }

  /** @throws DomainError `NOT_FOUND`, or `NOT_PERMITTED` to whoever sees it and is no officer of its union or above */
  async managed(tx: Transaction, courseId: string): Promise<CourseRecord> {
    const { course, mayManage } = await this.seen(tx, courseId);
    if (!mayManage) throw new DomainError('NOT_PERMITTED');
    return course;
  }

  private async listed(tx: Transaction, request: ListCourses): Promise<CourseRecord[]> {
    const { actor } = tx.call;
    const { state, begun } = request;
    if (begun) return this.courses.begunBy(tx, idsOf(tx), request);
    if (state !== undefined) {
      const paths = reachOf(actor, actions.manageCourses);
      return this.courses.ofUnions(tx, { ...request, paths, state });
    }
    const upwards = await this.references.unionsUpwards(tx, actor?.unionPath ?? null);
    return this.courses.publishedFor(tx, keysOf(actor?.unionId ?? null, upwards), request);
  }
}

/** All ids under which the caller may have begun something. */
function idsOf(tx: Transaction): string[] {
  return [tx.personId, ...(tx.call.actor?.formerIds ?? [])];
}
