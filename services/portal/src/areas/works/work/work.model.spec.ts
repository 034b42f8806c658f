import { describe, expect, it } from '@jest/globals';
import {
  fileBody,
  isForOfficer,
  isPicture,
  knowsAuthor,
  nextOf,
  pointsOf,
  smallPath,
  type WorkLine,
} from './work.model.js';
import { fileKindOf } from '../../../kit/media-kind.js';

describe('the files of a work', () => {
  it.each([
    [['picture'], 'image/png', true],
    [['picture'], 'application/pdf', false],
    [['document'], 'application/pdf', true],
    [['picture', 'document'], 'image/webp', true],
    [['video'], 'video/quicktime', true],
    [['video', 'audio'], 'audio/mp4', true],
    [['video'], 'audio/mpeg', false],
    [[], 'image/png', false],
  ] as const)('of a call that takes %j: %s is taken: %s', (kinds, type, isTaken) => {
    const kind = fileKindOf(kinds);
    expect(kind.isLike({ name: 'a', type })).toBe(isTaken);
    expect(kind.contentTypes.includes(type)).toBe(isTaken);
  });

  it('are pictures by what they are, and keep the end of a long name', () => {
    expect([{ contentType: 'image/jpeg' }, { contentType: 'application/pdf' }].map(isPicture)).toEqual([
      true,
      false,
    ]);
    expect([true, false].map((hasPreview) => smallPath('w', { id: 'f', hasPreview }))).toEqual([
      '/api/v1/works/w/files/f/preview',
      '/api/v1/works/w/files/f',
    ]);
    const sent = fileBody({ key: 'k', name: `${'a'.repeat(200)}.jpg` });
    expect(sent).toEqual({ fileKey: 'k', name: `${'a'.repeat(196)}.jpg` });
  });
});

describe('whose a work is', () => {
  it.each([
    [{ isMine: true, authorName: null }, true],
    [{ isMine: false, authorName: 'Z*' }, true],
    [{ isMine: false, authorName: null }, false],
  ])('is known of %j: %s', (work, isKnown) => {
    expect(knowsAuthor(work)).toBe(isKnown);
  });

  it.each([
    ['judging', { isMine: false, authorName: 'Z*' }, true],
    ['judging', { isMine: true, authorName: 'Zhang San' }, false],
    ['judging', { isMine: false, authorName: null }, false],
    ['awarded', { isMine: false, authorName: 'Zhang San' }, false],
  ] as const)('tells in a call that is %s of %j that an officer reads it: %s', (state, work, isOfficer) => {
    expect(isForOfficer({ ...work, worksCallState: state } as WorkLine)).toBe(isOfficer);
  });
});

it('a score of 8,550 hundredths is 85.5 points', () => {
  expect(pointsOf(8_550)).toBe(85.5);
});

it.each([
  ['sent', 'open', 'admission'],
  ['sent', 'cancelled', 'cancelled'],
  ['admitted', 'open', 'judging'],
  ['admitted', 'judging', 'result'],
  ['admitted', 'closing', 'result'],
  ['admitted', 'awarded', 'noPlace'],
  ['refused', 'awarded', 'refused'],
  ['withdrawn', 'cancelled', 'withdrawn'],
] as const)(
  'a work that is %s in a call that is %s: its author reads of %s',
  (state, worksCallState, next) => {
    expect(nextOf({ state, worksCallState })).toBe(next);
  },
);
