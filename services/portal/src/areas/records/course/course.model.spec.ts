import { describe, expect, it } from '@jest/globals';
import {
  answersOf,
  attemptsLeftOf,
  type Course,
  courseFiltersOf,
  isRight,
  lessonStandingOf,
  queryOf,
  quizStandingOf,
  verifyAddressOf,
} from './course.model.js';

const line = { begunAt: '2026-11-21T09:00:00+08:00', handedInAt: null, percent: null };
const progress = { lessonsRead: 1, attempts: [], certificateNumber: null, recordId: null };
const lessons = [
  { title: 'One', text: '' },
  { title: 'Two', text: '' },
];

describe('the filters of the list', () => {
  it.each([
    ['', {}, {}],
    ['show=begun&q=fire', { show: 'begun', q: 'fire' }, { begun: true, q: 'fire' }],
    ['show=draft', { show: 'draft' }, { state: 'draft' }],
    ['show=everything', {}, {}],
  ])('%s', (address, filters, query) => {
    expect(courseFiltersOf(new URLSearchParams(address))).toEqual(filters);
    expect(queryOf(courseFiltersOf(new URLSearchParams(address)))).toEqual(query);
  });
});

describe('a lesson', () => {
  it.each([
    ['of a course that is not begun', null, false, ['closed', 'closed', 'closed']],
    ['of a course that the reader writes', null, true, ['open', 'open', 'open']],
    ['once one is read', progress, false, ['read', 'next', 'closed']],
  ])('%s', (_what, taken, changeable, standings) => {
    const course = { progress: taken, changeable };
    expect([0, 1, 2].map((index) => lessonStandingOf(course, index))).toEqual(standings);
  });
});

describe('the quiz', () => {
  const failed = { ...line, number: 1, state: 'failed' as const };
  const open = { ...line, number: 2, state: 'open' as const };
  it.each<[string, Partial<NonNullable<Course['progress']>>, string, number]>([
    ['waits for the lessons', {}, 'unread', 2],
    ['may be begun', { lessonsRead: 2 }, 'ready', 2],
    ['is begun', { lessonsRead: 2, attempts: [failed, open] }, 'open', 0],
    ['is not possible any more', { lessonsRead: 2, attempts: [failed, failed] }, 'used', 0],
    ['is passed', { lessonsRead: 2, attempts: [failed], certificateNumber: '1' }, 'passed', 1],
  ])('%s', (_what, changed, standing, left) => {
    const course = { lessons, attemptsMax: 2, progress: { ...progress, ...changed } };
    expect([quizStandingOf(course), attemptsLeftOf(course)]).toEqual([standing, left]);
  });

  it('is handed in by the numbers of its questions, without those that have no answer', () => {
    const questions = [{ question: 3 }, { question: 1 }, { question: 2 }];
    expect(answersOf(questions, { q1: ['B'], q2: [], q3: ['A', 'C'] })).toEqual([
      { question: 3, choices: ['A', 'C'] },
      { question: 1, choices: ['B'] },
    ]);
  });

  it('has a question right if all right choices are chosen, and no other', () => {
    const choice = (right: boolean, chosen: boolean) => ({ letter: 'A' as const, text: '', right, chosen });
    expect(isRight({ choices: [choice(true, true), choice(false, false)] })).toBe(true);
    expect(isRight({ choices: [choice(true, true), choice(true, false)] })).toBe(false);
    expect(isRight({ choices: [choice(true, true), choice(false, true)] })).toBe(false);
  });
});

it('a certificate leads to where it is verified, without the name', () => {
  expect(verifyAddressOf('https://gx.example', '20261128-7K3M9QXA')).toBe(
    'https://gx.example/public/course-certificates?number=20261128-7K3M9QXA',
  );
});
