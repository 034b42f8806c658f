import type { AwaitState } from '@gongxiang/contracts/notification/awaits';
import { expect, it } from '@jest/globals';
import { awaitChanges } from './await-changes.model.js';

const told = (kind: AwaitState['kind'], slot = ''): AwaitState => ({
  kind,
  slot,
  why: 'lends',
  personIds: [],
  offices: null,
  about: {},
  title: null,
  values: {},
  timeZone: 'Asia/Shanghai',
  dueAt: null,
});

it.each([
  ['nothing', [], [], { begun: [], lasting: [], done: [] }],
  ['something new', [], [told('loanRequested')], { begun: [told('loanRequested')], lasting: [], done: [] }],
  [
    'what is done',
    [{ id: '1', kind: 'loanRequested', slot: '' }],
    [],
    { begun: [], lasting: [], done: ['1'] },
  ],
  [
    'what lasts',
    [{ id: '1', kind: 'loanRequested', slot: '' }],
    [told('loanRequested')],
    { begun: [], lasting: [{ ...told('loanRequested'), id: '1' }], done: [] },
  ],
  [
    'one of several of a kind',
    [
      { id: '1', kind: 'extensionAsked', slot: 'a' },
      { id: '2', kind: 'extensionAsked', slot: 'b' },
    ],
    [told('extensionAsked', 'b'), told('extensionAsked', 'c')],
    {
      begun: [told('extensionAsked', 'c')],
      lasting: [{ ...told('extensionAsked', 'b'), id: '2' }],
      done: ['1'],
    },
  ],
] as const)('knows %s', (_what, known, now, expected) => {
  expect(awaitChanges(known, now)).toEqual(expected);
});
