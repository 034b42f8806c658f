import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  courseContract,
  type CourseContentView,
  type CourseDefinition,
} from '@gongxiang/contracts/affairs/records/course.contract';
import { recordContract } from '@gongxiang/contracts/affairs/records/record.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import type { Actor } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let stranger: Actor;
let member: Actor;
let neighbour: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  member = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.right);
});
afterAll(() => affairs.stop());

const { begin, readLesson, beginAttempt, handIn, verifyCertificate } = courseContract;
const definition: CourseDefinition = {
  title: '安全用电',
  summary: '车间用电的规矩。',
  audience: 'members',
  lessons: [
    { title: '一', text: '先断电' },
    { title: '二', text: '再验电' },
  ],
  questions: [
    {
      text: '先做什么',
      choices: [
        { text: '断电', right: true },
        { text: '开工', right: false },
      ],
      explanation: '先断电',
    },
    {
      text: '哪些要做',
      choices: [
        { text: '验电', right: true },
        { text: '挂牌', right: true },
        { text: '抽烟', right: false },
      ],
    },
  ],
  passPercent: 50,
  attemptsMax: 2,
  validMonths: 12,
};
const allRight = [
  { question: 1, choices: ['A' as const] },
  { question: 2, choices: ['A' as const, 'B' as const] },
];

async function published(changes: Partial<CourseDefinition> = {}): Promise<CourseContentView> {
  const made = await affairs.ask(
    courseContract.create,
    { ...definition, ...changes, unionId: tree.left.id },
    officer,
  );
  return affairs.ask(courseContract.publish, { courseId: made.id }, officer, { ifMatch: made.version });
}

/** Reads all lessons and begins an attempt. */
async function toQuiz(courseId: string, actor: Actor): Promise<void> {
  await affairs.ask(begin, { courseId }, actor);
  for (const number of [1, 2]) await affairs.ask(readLesson, { courseId, number }, actor);
  await affairs.ask(beginAttempt, { courseId }, actor);
}

describe('a course', () => {
  it('is seen by its officers alone until it is published, and then by whom it is for', async () => {
    const draft = await affairs.ask(courseContract.create, { ...definition, unionId: tree.left.id }, officer);
    const courseId = draft.id;
    await expect(affairs.ask(courseContract.get, { courseId }, member)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(affairs.ask(courseContract.content, { courseId }, stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await affairs.ask(courseContract.publish, { courseId }, officer, { ifMatch: 1 });
    const seen = await affairs.ask(courseContract.get, { courseId }, member);
    expect(seen).toMatchObject({ beginnable: true, changeable: false, questions: 2, progress: null });
    expect(JSON.stringify(seen)).not.toContain('断电后');
    await expect(affairs.ask(courseContract.content, { courseId }, member)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(affairs.ask(courseContract.get, { courseId }, neighbour)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(affairs.ask(courseContract.get, { courseId }, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    const { items } = await affairs.ask(courseContract.list, { q: 'anquan' }, member);
    expect(items.map(({ id }) => id)).toContain(courseId);
    expect((await affairs.ask(courseContract.list, {}, neighbour)).items).toEqual([]);
    await expect(
      affairs.ask(courseContract.create, { ...definition, unionId: tree.left.id }, stranger),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      affairs.ask(
        courseContract.create,
        {
          ...definition,
          questions: [
            {
              text: '?',
              choices: [
                { text: 'a', right: false },
                { text: 'b', right: false },
              ],
            },
          ],
          unionId: tree.left.id,
        },
        officer,
      ),
    ).rejects.toMatchObject({ code: 'COURSE_INVALID', errors: [{ pointer: '/questions/0/choices' }] });
  });

  it('is taken in order, and says what is right once it is handed in', async () => {
    const { id: courseId } = await published();
    await expect(affairs.ask(readLesson, { courseId, number: 1 }, member)).rejects.toMatchObject({
      code: 'COURSE_NOT_BEGUN',
    });
    await affairs.ask(begin, { courseId }, member);
    await expect(affairs.ask(readLesson, { courseId, number: 2 }, member)).rejects.toMatchObject({
      code: 'COURSE_LESSON_ORDER',
    });
    await expect(affairs.ask(beginAttempt, { courseId }, member)).rejects.toMatchObject({
      code: 'COURSE_LESSONS_UNREAD',
    });
    await toQuiz(courseId, member);
    const open = await affairs.ask(courseContract.attempt, { courseId, number: 1 }, member);
    expect(open.state).toBe('open');
    for (const { choices, explanation } of open.questions) {
      expect(explanation).toBeNull();
      expect(choices.every(({ right, chosen }) => right === null && chosen === null)).toBe(true);
    }
    const done = await affairs.ask(
      handIn,
      { courseId, number: 1, answers: allRight, name: '张小三' },
      member,
    );
    expect(done).toMatchObject({ state: 'passed', percent: 100 });
    expect(done.questions.find(({ question }) => question === 1)).toMatchObject({
      explanation: '先断电',
      choices: [
        { right: true, chosen: true },
        { right: false, chosen: false },
      ],
    });
    await expect(affairs.ask(beginAttempt, { courseId }, member)).rejects.toMatchObject({
      code: 'COURSE_PASSED',
    });
  });

  it('is marked once of eight that are handed in at once, with one record, certificate and notice', async () => {
    const { id: courseId } = await published({ title: '消防' });
    await toQuiz(courseId, member);
    const request = { courseId, number: 1, answers: allRight, name: '张 小三' };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => affairs.ask(handIn, request, member)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'COURSE_ATTEMPT_OVER' });
    const mine = await affairs.ask(recordContract.listMine, { kind: 'course' }, member);
    const records = mine.items.filter(({ title }) => title === '消防');
    expect(records).toMatchObject([
      { state: 'verified', issuer: '江城重工工会', selfDeclared: false, details: { result: '100%' } },
    ]);
    const certificate = await affairs.ask(courseContract.certificate, { courseId }, member);
    const record = await affairs.ask(recordContract.get, { recordId: records[0]?.id ?? '' }, member);
    expect(record).toMatchObject({
      number: certificate.number,
      validUntil: certificate.validUntil,
      courseId,
    });
    const { number } = certificate;
    expect(await affairs.ask(verifyCertificate, { number, name: '张小三' }, null)).toMatchObject({
      title: '消防',
      valid: true,
    });
    for (const wrong of [
      { number, name: '李四' },
      { number: '20260101-AAAAAAAA', name: '张小三' },
    ])
      await expect(affairs.ask(verifyCertificate, wrong, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await eventually(async () => {
      const notices = await affairs.recorded(noticeRaisedEvents.affairs);
      expect(
        notices.filter(
          ({ kind, about }) => kind === 'courseCertificateIssued' && about['courseId'] === courseId,
        ),
      ).toHaveLength(1);
    });
    await affairs.ask(recordContract.revoke, { recordId: record.id, reason: '代考' }, officer, {
      ifMatch: record.version,
    });
    expect(await affairs.ask(verifyCertificate, { number, name: '张小三' }, null)).toMatchObject({
      valid: false,
    });
    const rows: { text: string }[] = await affairs.dataSource.query(
      'SELECT to_jsonb(t)::text AS text FROM course_taking t WHERE course_id = $1',
      [courseId],
    );
    expect(rows[0]?.text).not.toContain('小三');
  });

  it('is begun and attempted once by eight at once, and no more often than it may be', async () => {
    const { id: courseId } = await published({ title: '急救' });
    const eight = <Result>(ask: () => Promise<Result>) => Promise.all(Array.from({ length: 8 }, ask));
    await eight(() => affairs.ask(begin, { courseId }, member));
    for (const number of [1, 2]) await affairs.ask(readLesson, { courseId, number }, member);
    for (const number of [1, 2]) {
      const opened = await eight(() => affairs.ask(beginAttempt, { courseId }, member));
      expect(new Set(opened.map((one) => one.number))).toEqual(new Set([number]));
      const failed = await affairs.ask(handIn, { courseId, number, answers: [], name: '张小三' }, member);
      expect(failed).toMatchObject({ state: 'failed', percent: 0 });
    }
    await expect(affairs.ask(beginAttempt, { courseId }, member)).rejects.toMatchObject({
      code: 'COURSE_ATTEMPTS_USED',
    });
    expect(await affairs.ask(courseContract.figures, { courseId }, officer)).toEqual({
      begun: 1,
      passed: 0,
      failed: 1,
      unions: [{ unionId: tree.left.id, unionName: '江城重工工会', begun: 1, passed: 0, failed: 1 }],
    });
    await expect(affairs.ask(courseContract.certificate, { courseId }, member)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(affairs.ask(courseContract.figures, { courseId }, member)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('stays as it was for whoever has begun, also once it is ended', async () => {
    const { id: courseId, version } = await published({ title: '旧版' });
    await affairs.ask(begin, { courseId }, member);
    const changed = { ...definition, title: '新版', lessons: definition.lessons.slice(0, 1), courseId };
    await affairs.ask(courseContract.change, changed, officer, { ifMatch: version });
    expect(await affairs.ask(courseContract.get, { courseId }, member)).toMatchObject({
      title: '旧版',
      edition: 1,
    });
    expect(await affairs.ask(courseContract.get, { courseId }, officer)).toMatchObject({
      title: '新版',
      edition: 2,
    });
    await affairs.ask(courseContract.end, { courseId }, officer, { ifMatch: version + 1 });
    await toQuiz(courseId, member);
    const { items } = await affairs.ask(courseContract.list, { begun: true }, member);
    expect(items.find(({ id }) => id === courseId)).toMatchObject({
      state: 'ended',
      begun: true,
      passed: false,
    });
    const late = await plantPerson(affairs, tree.left);
    await expect(affairs.ask(begin, { courseId }, late)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const templates = await affairs.ask(courseContract.templates, {}, officer);
    expect(templates.items.map(({ id }) => id)).toEqual(['digital-skills', 'union-staff']);
    await expect(affairs.ask(courseContract.templates, {}, member)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});
