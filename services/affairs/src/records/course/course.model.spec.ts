import { describe, expect, it } from '@jest/globals';
import type { CourseDefinition } from '@gongxiang/contracts/affairs/records/course.contract';
import {
  answersByQuestion,
  comparedName,
  courseProblems,
  fileIdsOf,
  lastDayOf,
  lessonsReadAfter,
  lessonViews,
  markOf,
  nextCourseState,
  questionOrder,
  requireAttemptPossible,
  takingStateAfter,
} from './course.model.js';
import { courseTemplates } from './course-templates.js';

/** The first choices are right, so many of them; the others are wrong. */
const questionWith = (rightOnes: number) => ({
  text: '?',
  choices: [0, 1, 2].map((at) => ({ text: `${at}`, right: at < rightOnes })),
});
const quiz = (count: number, passPercent: number) => ({
  questions: Array.from({ length: count }, () => questionWith(1)),
  passPercent,
});
const firstRight = (count: number) =>
  answersByQuestion(
    Array.from({ length: count }, (_one, at) => ({ question: at + 1, choices: ['A'] as const })).map(
      (one) => ({ ...one, choices: [...one.choices] }),
    ),
  );

describe('the files of lessons', () => {
  const lessons = [
    { title: 'a', text: 'b' },
    {
      title: 'c',
      text: 'd',
      pictures: [{ fileId: 'p1', alt: 'box' }],
      attachments: [{ fileId: 'd1', title: 'steps' }],
      recordings: [{ fileId: 'v1', title: 'how to' }],
    },
    { title: 'e', text: 'f', pictures: [{ fileId: 'p1', alt: 'the same box' }], attachments: null },
  ];

  it('are those of all lessons', () => {
    expect(fileIdsOf(lessons)).toEqual(['p1', 'p1', 'd1', 'v1']);
  });

  it('have in each lesson the name that they have there, and are left out where nothing is known of them', () => {
    const pictures = [{ fileId: 'p1', alt: 'whichever', width: 2, height: 1 }];
    const views = lessonViews(lessons, { pictures, attachments: [], recordings: [] });
    expect(views.map((view) => [view.pictures, view.attachments])).toEqual([
      [[], []],
      [[{ fileId: 'p1', alt: 'box', width: 2, height: 1 }], []],
      [[{ fileId: 'p1', alt: 'the same box', width: 2, height: 1 }], []],
    ]);
  });
});

describe('an attempt', () => {
  it.each([
    [3, 60, 1, 33, false], // 1 ÷ 3 = 33.3…
    [3, 66, 2, 66, true], // 2 ÷ 3 = 66.6…, rounded down to the very mark
    [3, 67, 2, 66, false], // and never up to it
    [5, 60, 3, 60, true], // 3 ÷ 5, at the mark
    [5, 61, 3, 60, false],
    [5, 59, 3, 60, true],
    [50, 100, 49, 98, false],
    [50, 100, 50, 100, true],
    [1, 1, 0, 0, false],
  ])(
    'of %i questions with the mark at %i, %i right, has %i percent',
    (count, mark, right, percent, passed) => {
      expect(markOf(quiz(count, mark), firstRight(right))).toEqual({ right, percent, passed });
    },
  );

  it.each([
    [['A', 'B'], 100],
    [['B', 'A', 'A'], 100],
    [['A'], 0],
    [['A', 'B', 'C'], 0],
    [[], 0],
    [['H'], 0],
  ] as const)('with %j where A and B are right has %i percent', (choices, percent) => {
    const answers = answersByQuestion([{ question: 1, choices: [...choices] }]);
    expect(markOf({ questions: [questionWith(2)], passPercent: 60 }, answers).percent).toBe(percent);
  });

  it('has its questions in one order for each seed, each once', () => {
    const order = questionOrder(50, 4_294_967_295);
    expect(questionOrder(50, 4_294_967_295)).toEqual(order);
    expect(questionOrder(50, 7)).not.toEqual(order);
    expect([...order].sort((left, right) => left - right)).toEqual(
      Array.from({ length: 50 }, (_one, at) => at + 1),
    );
  });

  it('begins once all lessons are read, as often as it may', () => {
    const lessons = [{ title: 'a', text: 'b' }];
    const open = { lessonsRead: 1, attempts: [], state: 'begun' } as const;
    const used = { seed: 1, begunAt: '2026-11-28T00:00:00Z', handedIn: null };
    const rule = { lessons, attemptsMax: 1 };
    expect(() => requireAttemptPossible(open, rule)).not.toThrow();
    expect(() => requireAttemptPossible({ ...open, lessonsRead: 0 }, rule)).toThrow('COURSE_LESSONS_UNREAD');
    expect(() => requireAttemptPossible({ ...open, state: 'passed' }, rule)).toThrow('COURSE_PASSED');
    expect(() => requireAttemptPossible({ ...open, attempts: [used] }, rule)).toThrow('COURSE_ATTEMPTS_USED');
    expect(takingStateAfter(false, 1, 2)).toBe('begun');
    expect(takingStateAfter(false, 2, 2)).toBe('failed');
    expect(takingStateAfter(true, 2, 2)).toBe('passed');
  });
});

describe('lessons', () => {
  it.each([
    [1, 0, 1],
    [2, 1, 2],
    [1, 2, 2],
  ])('%i is read after %i: %i are', (number, read, after) => {
    expect(lessonsReadAfter(number, read, 3)).toBe(after);
  });

  it('are read in order', () => {
    expect(() => lessonsReadAfter(3, 1, 3)).toThrow('COURSE_LESSON_ORDER');
    expect(() => lessonsReadAfter(4, 3, 3)).toThrow('NOT_FOUND');
  });
});

describe('a certificate', () => {
  it.each([
    ['2026-11-28', null, null],
    ['2026-11-28', 24, '2028-11-27'],
    ['2026-01-31', 1, '2026-02-27'], // 31 February would be 28 February
    ['2026-12-01', 1, '2026-12-31'],
  ] as const)('of %s for %s months ends on %s', (issuedOn, months, last) => {
    expect(lastDayOf(issuedOn, months)).toBe(last);
  });

  it('is compared by the name without blanks and forms of the dot', () => {
    expect(comparedName(' 买买提•艾力 ')).toBe(comparedName('买买提·艾力'));
    expect(comparedName('张小三')).not.toBe(comparedName('张小四'));
  });
});

describe('a course', () => {
  it('is published, changed and ended in this order', () => {
    expect(nextCourseState('draft', 'change')).toBe('draft');
    expect(nextCourseState('draft', 'publish')).toBe('published');
    expect(nextCourseState('published', 'change')).toBe('published');
    expect(nextCourseState('published', 'end')).toBe('ended');
    for (const [state, act] of [
      ['published', 'publish'],
      ['draft', 'end'],
      ['ended', 'change'],
      ['ended', 'publish'],
    ] as const)
      expect(() => nextCourseState(state, act)).toThrow('COURSE_STATE');
  });

  it('has a right choice for each question', () => {
    const course: Pick<CourseDefinition, 'questions'> = { questions: [questionWith(1), questionWith(0)] };
    expect(courseProblems(course)).toEqual([
      { pointer: '/questions/1/choices', code: 'COURSE_QUESTION_NO_RIGHT' },
    ]);
  });

  it.each(courseTemplates.map(({ id, definition }) => [id, definition] as const))(
    'template %s is one as an officer may offer it',
    (_id, definition) => {
      expect(courseProblems(definition)).toEqual([]);
      expect(definition.lessons.length).toBeGreaterThanOrEqual(4);
      expect(definition.questions.length).toBeGreaterThanOrEqual(8);
    },
  );
});
