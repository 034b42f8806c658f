import { describe, expect, it } from '@jest/globals';
import {
  answerText,
  byTurn,
  deskOf,
  deskTopicOf,
  isOwnPage,
  type MatterLine,
  toneOf,
  topicChoices,
} from './matter.model.js';

const words = { yes: '是', no: '否', comma: '、', date: (day: string) => `${day}日` };
const base = { id: 'q', title: '问', required: false } as const;
const options = [
  { id: 'a', label: '甲' },
  { id: 'b', label: '乙' },
];

it.each([
  ['/activities/01a2', true],
  ['/my?tab=1', true],
  ['//elsewhere.example', false],
  ['/ lunch at noon', false],
  ['三号线食堂', false],
  [3, false],
])('%j is the address of one of our pages: %s', (answer, isOwn) => {
  expect(isOwnPage(answer)).toBe(isOwn);
});

describe('an answer in words', () => {
  it.each([
    [{ ...base, kind: 'shortText' }, '图书室', '图书室'],
    [{ ...base, kind: 'number', unit: '元' }, 300, '300 元'],
    [{ ...base, kind: 'choice', options }, 'b', '乙'],
    [{ ...base, kind: 'choices', options }, ['a', 'b'], '甲、乙'],
    [{ ...base, kind: 'yesNo' }, false, '否'],
    [{ ...base, kind: 'choice', options }, 'gone', 'gone'],
    [{ ...base, kind: 'date' }, '2026-11-20', '2026-11-20日'],
  ] as const)('%j %j: %s', (question, value, text) => {
    expect(
      answerText({ ...question, options: 'options' in question ? [...options] : null }, value, words),
    ).toBe(text);
  });
});

describe('one’s own matters', () => {
  it('are those first that wait for the person, and those last that are over', () => {
    const lines = [
      { id: 'rated', state: 'decided', stars: 5 },
      { id: 'work', state: 'inWork', stars: null },
      { id: 'decided', state: 'decided', stars: null },
      { id: 'sent', state: 'sent', stars: null },
      { id: 'asked', state: 'asked', stars: null },
      { id: 'withdrawn', state: 'withdrawn', stars: null },
    ] as const;
    expect(byTurn(lines).map(({ id }) => id)).toEqual([
      'asked',
      'decided',
      'work',
      'sent',
      'rated',
      'withdrawn',
    ]);
  });
});

describe('the desk', () => {
  it.each([
    ['?desk=mine', 'mine'],
    ['?desk=other', 'toTake'],
    ['', 'toTake'],
  ])('of %s is %s', (search, desk) => {
    expect(deskOf(new URLSearchParams(search))).toBe(desk);
  });

  it('shows the states apart', () => {
    expect([toneOf('sent'), toneOf('asked'), toneOf('decided'), toneOf('withdrawn')]).toEqual([
      'is-kind',
      'is-closing',
      'is-published',
      'is-cancelled',
    ]);
  });
});

describe('the topics of a desk', () => {
  const line = {
    id: 'm',
    version: 1,
    number: '20261127-7K3M9QPA',
    serviceId: 's',
    serviceName: '诉求',
    state: 'sent',
    source: 'online',
    unionId: 'u',
    unionName: '江城重工工会',
    anonymous: false,
    handlerId: null,
    handlerName: null,
    sentAt: '2026-11-27T02:00:00Z',
    dueAt: null,
    daysLeft: null,
    overdue: false,
    escalations: 0,
    stars: null,
    topic: { id: 'wages', label: '工资' },
    topicConfirmed: true,
    takeable: true,
    assignable: true,
    confirmable: false,
    followUp: null,
    followable: false,
  } satisfies MatterLine;

  it('are those of its lines, each once', () => {
    expect(topicChoices([line, line, { ...line, topic: null }])).toEqual([
      { value: 's wages', label: '诉求 工资' },
    ]);
  });

  it.each([
    ['s wages', { serviceId: 's', topic: 'wages' }],
    ['wages', undefined],
    ['', undefined],
  ])('are read from the address: “%s”', (topic, expected) => {
    expect(deskTopicOf(new URLSearchParams({ topic }))).toEqual(expected);
  });
});
