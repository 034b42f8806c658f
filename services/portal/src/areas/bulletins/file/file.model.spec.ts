import { describe, expect, it } from '@jest/globals';
import { moved } from '../../../kit/order.model.js';
import {
  attachmentAddress,
  filesOf,
  isForAnybody,
  pictureAddress,
  pictureSet,
  placeAfterRemoval,
  roomFor,
  turnIn,
} from './file.model.js';

const now = Date.parse('2026-11-28T00:00:00Z');
const open = {
  state: 'published',
  audience: 'public',
  shownFrom: '2026-11-27T00:00:00Z',
  shownUntil: null,
} as const;

describe('what a bulletin shows', () => {
  it.each([
    ['is published for anybody', {}, true],
    ['is for members', { audience: 'members' }, false],
    ['is a draft', { state: 'draft', shownFrom: null }, false],
    ['was withdrawn', { state: 'withdrawn' }, false],
    ['is shown from tomorrow on', { shownFrom: '2026-11-29T00:00:00Z' }, false],
    ['is shown no more', { shownUntil: '2026-11-27T12:00:00Z' }, false],
  ] as const)('has a public address only where anybody sees it: it %s', (_, given, expected) => {
    expect(isForAnybody({ ...open, ...given }, now)).toBe(expected);
  });

  it('stands at the address of its bulletin', () => {
    expect(pictureAddress('b1', 'f1', { width: '320', isPublic: true })).toBe(
      '/api/v1/public/bulletins/b1/pictures/f1/320',
    );
    expect(pictureAddress('b1', 'f1', { width: '800', isPublic: false })).toBe(
      '/api/v1/bulletins/b1/pictures/f1/800',
    );
    expect(attachmentAddress('b1', 'f3', true)).toBe('/api/v1/public/bulletins/b1/attachments/f3');
    expect(pictureSet('b1', 'f1').split(', ')).toEqual([
      '/api/v1/public/bulletins/b1/pictures/f1/320 320w',
      '/api/v1/public/bulletins/b1/pictures/f1/800 800w',
      '/api/v1/public/bulletins/b1/pictures/f1/1600 1600w',
    ]);
  });
});

describe('the files of a form', () => {
  it('are sent in their order, those alone that have come, with their words trimmed', () => {
    const pictures = [
      { key: 'a', fileId: 'f1', alt: ' The yard ' },
      { key: 'b', alt: 'On its way' },
      { key: 'c', fileId: 'f2', alt: 'The gate' },
    ];
    const attachments = [{ key: 'd', fileId: 'f3', title: ' Hours ', kind: 'pdf' as const, size: 1 }];
    const sent = filesOf({ pictures: moved(pictures, 2, -1), attachments });
    expect(sent.pictures).toEqual([
      { fileId: 'f1', alt: 'The yard' },
      { fileId: 'f2', alt: 'The gate' },
    ]);
    expect(sent.attachments).toEqual([{ fileId: 'f3', title: 'Hours' }]);
  });

  it.each([
    ['all', 7, ['a', 'b'], 0],
    ['the first alone', 8, ['a'], 1],
    ['none', 9, [], 2],
  ])('are taken as long as there is room: %s', (_, there, taken, left) => {
    expect(roomFor(['a', 'b'], there, 9)).toEqual({ taken, left });
  });

  it('are sent one after the other, past what has come and what waits for the person', () => {
    const files = [{ key: 'a', fileId: 'f1' }, { key: 'b' }, { key: 'c' }];
    expect(turnIn(files, new Set())).toBe('b');
    expect(turnIn(files, new Set(['b']))).toBe('c');
    expect(turnIn(files, new Set(['b', 'c']))).toBeUndefined();
  });

  it.each([
    ['what took its place', 0, 3, 0],
    ['the last', 2, 3, 1],
    ['nothing, where it was alone', 0, 1, null],
  ])('lead, where one is removed, to %s', (_, index, count, expected) => {
    expect(placeAfterRemoval(index, count)).toBe(expected);
  });
});
