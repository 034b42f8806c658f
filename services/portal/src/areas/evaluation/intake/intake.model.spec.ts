import { expect, it } from '@jest/globals';
import { beginningOf, filtersOf, pageOf, saidOf, subjectOf } from './intake.model.js';

const id = '01a1f8a6-594c-7d50-8d4b-7ec7aef9cdb3';

it.each([
  ['/activities/1', '/activities/1'],
  ['/', '/'],
  ['//evil.example', null],
  ['https://evil.example', null],
  ['/activities?q=secret', null], // what a person searched for stays private
  [`/${'a'.repeat(500)}`, null],
  [null, null],
])('takes %j for the page %j', (text, page) => {
  expect(pageOf(text)).toBe(page);
});

it.each([
  [`/activities/${id}`, { noun: 'activity', id }],
  [`/activities/${id}/organise`, { noun: 'activity', id }],
  [`/cost-pools/${id}`, { noun: 'costPool', id }],
  ['/activities/new', null],
  [`/somewhere/${id}`, null],
  ['/', null],
  [null, null],
])('of the page %j the subject is %j', (page, subject) => {
  expect(subjectOf(page)).toEqual(subject);
});

it('reads from the address only what it knows', () => {
  expect(filtersOf(new URLSearchParams('state=open&kind=complaint'))).toEqual({
    state: 'open',
    kind: 'complaint',
  });
  expect(filtersOf(new URLSearchParams('state=lost&kind=&x=1'))).toEqual({});
});

it('tells answers and what was asked again in the order in which they were said', () => {
  const answer = (text: string, answeredAt: string) => ({
    text,
    answeredAt,
    unionId: id,
    unionName: '江城',
    answeredBy: id,
  });
  const said = saidOf({
    answers: [answer('已经换车', '2026-11-20T09:00:00Z'), answer('再换一辆', '2026-11-22T09:00:00Z')],
    followUps: [{ text: '还是没有', askedAt: '2026-11-21T09:00:00Z' }],
  });
  expect(said.map(({ text, unionName }) => [text, unionName])).toEqual([
    ['已经换车', '江城'],
    ['还是没有', null],
    ['再换一辆', '江城'],
  ]);
});

it.each([
  ['三号线食堂夜班没有热饭', '三号线食堂夜班没有热饭'],
  [' 两行\n的话 ', '两行 的话'],
  ['一二三四五六七八九十一二三四五六七八九十一二三四五', '一二三四五六七八九十一二三四五六七八九十一二三四…'],
])('%j begins with %s', (text, title) => {
  expect(beginningOf(text)).toBe(title);
});
