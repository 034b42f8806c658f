import { describe, expect, it } from '@jest/globals';
import { fileKindOf } from './work-file-kind.js';
import { fileNameFor, maySeeWork, pointsOf, workActsOf } from './work.model.js';

const nobody = { isAuthor: false, isOfficer: false, isJuror: false, isTaking: false, isAddressed: false };

describe('a work', () => {
  it.each([
    ['sent', 'open', { isAuthor: true, isTaking: true }, ['addFile', 'withdraw']],
    ['sent', 'open', { isAuthor: true }, []],
    ['sent', 'open', { isOfficer: true }, ['admit', 'refuse']],
    ['sent', 'open', { isOfficer: true, isAuthor: true }, []],
    ['admitted', 'open', { isAuthor: true, isTaking: true }, ['withdraw']],
    ['admitted', 'open', { isJuror: true }, []],
    ['admitted', 'judging', { isJuror: true }, ['score']],
    ['admitted', 'judging', { isJuror: true, isAuthor: true }, []],
    ['sent', 'judging', { isOfficer: true }, ['admit', 'refuse']],
    ['sent', 'closing', { isOfficer: true }, ['refuse']],
    ['admitted', 'awarded', { isJuror: true, isOfficer: true }, []],
  ] as const)('that is %s in a call that is %s lets %j do %j', (work, call, roles, acts) => {
    expect(workActsOf({ work, call }, { ...nobody, ...roles })).toEqual(acts);
  });

  it.each([
    ['sent', 'open', { isAuthor: true }, true],
    ['refused', 'awarded', { isOfficer: true }, true],
    ['admitted', 'open', { isAddressed: true }, false],
    ['admitted', 'judging', { isAddressed: true }, true],
    ['admitted', 'judging', { isJuror: true }, true],
    ['admitted', 'judging', {}, false],
    ['refused', 'judging', { isJuror: true }, false],
    ['admitted', 'cancelled', { isAddressed: true }, false],
  ] as const)('that is %s in a call that is %s is seen by %j: %s', (work, call, roles, seen) => {
    expect(maySeeWork({ work, call }, { ...nobody, ...roles })).toBe(seen);
  });

  it.each([
    [
      [
        { criterion: 1, points: 7 },
        { criterion: 0, points: 9 },
      ],
      [9, 7],
    ],
    [[{ criterion: 0, points: 9 }], null],
    [
      [
        { criterion: 0, points: 9 },
        { criterion: 0, points: 8 },
      ],
      null,
    ],
  ])('is given points %j: %j', (given, points) => {
    expect(pointsOf(given, 2)).toEqual(points);
  });

  it.each([
    ['its author', { isAuthor: true, isOfficer: false }, '张三-终稿.jpg'],
    ['an officer', { isAuthor: false, isOfficer: true }, '张三-终稿.jpg'],
    ['a juror or a voter', { isAuthor: false, isOfficer: false }, '2.jpg'],
  ])('calls a file before %s by what does not tell whose it is', (_who, roles, shown) => {
    const file = { name: '张三-终稿.jpg', contentType: 'image/jpeg', number: 2 };
    expect(fileNameFor(roles, file)).toBe(shown);
  });

  it('has pictures and documents', () => {
    const types = ['application/pdf', 'image/png', 'video/quicktime', 'audio/mp4'];
    expect(types.map(fileKindOf)).toEqual(['document', 'picture', 'video', 'audio']);
  });
});
