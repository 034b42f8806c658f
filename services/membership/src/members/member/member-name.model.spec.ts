import { expect, it } from '@jest/globals';
import { phoneEndingsOf } from './member-name.model.js';

const wang = { personId: 'a', name: '王伟', phone: '13800001234' };

it.each([
  ['nobody', [], []],
  ['one of the name', [wang, { personId: 'b', name: '李娜', phone: '13800005678' }], []],
  [
    'two of one name',
    [
      wang,
      { personId: 'b', name: '王伟', phone: '13900005678' },
      { personId: 'c', name: '李娜', phone: '13700009999' },
    ],
    [
      ['a', '1234'],
      ['b', '5678'],
    ],
  ],
  ['two, one without a phone', [wang, { personId: 'b', name: '王伟', phone: null }], [['a', '1234']]],
  ['the same person with two memberships', [wang, wang], []],
])('the ends of phones tell apart who share a name: %s', (_case, people, endings) => {
  expect([...phoneEndingsOf(people)]).toEqual(endings);
});
