import { describe, expect, it } from '@jest/globals';
import { albumPictureStates } from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import { DomainError } from '@gongxiang/domain';
import {
  closedBy,
  erasedAt,
  mayRead,
  requireImpartial,
  requirePlace,
  requireStep,
  type Seen,
  type Viewer,
} from './album-rules.js';

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const activity = {
  state: 'published',
  publishedAt: new Date('2026-11-01T00:00:00Z'),
  startsAt: new Date('2026-11-21T01:00:00Z'),
  endsAt: new Date('2026-11-21T09:00:00Z'),
};

describe('pictures may be added', () => {
  it.each([
    ['2026-11-21T00:59:59Z', {}, 'ALBUM_NOT_OPEN'],
    ['2026-11-21T01:00:00Z', {}, null],
    ['2026-12-21T08:59:59Z', {}, null], // the end and 30 days: 21 December at 9
    ['2026-12-21T09:00:00Z', {}, 'ALBUM_CLOSED'],
    ['2026-11-22T00:00:00Z', { state: 'closed' }, null],
    ['2026-11-22T00:00:00Z', { state: 'cancelled' }, 'ACTIVITY_CANCELLED'],
    ['2026-11-22T00:00:00Z', { state: 'draft', publishedAt: null }, 'ALBUM_NOT_OPEN'],
  ])('at %s with %j: %p', (now, changes, code) => {
    expect(closedBy({ ...activity, ...changes }, new Date(now))).toBe(code);
  });

  it.each([
    [{ all: 499, own: 9 }, false, null],
    [{ all: 499, own: 10 }, false, 'ALBUM_TOO_MANY_OF_PERSON'],
    [{ all: 499, own: 10 }, true, null],
    [{ all: 500, own: 0 }, true, 'ALBUM_FULL'],
  ])('beside %j by a host (%p): %p', (counts, isModerator, code) => {
    expect(codeOf(() => requirePlace(counts, { isModerator }))).toBe(code);
  });
});

describe('a picture', () => {
  it.each([
    ['pending', ['approved', 'hidden']],
    ['approved', ['reported', 'hidden']],
    ['reported', ['approved', 'hidden']],
    ['hidden', ['approved']],
  ] as const)('that is %s becomes %j and nothing else', (from, expected) => {
    const possible = albumPictureStates.filter((to) => codeOf(() => requireStep(from, to)) === null);
    expect([...possible].sort()).toEqual([...expected].sort());
  });

  const moderator: Viewer = { personId: 'm', isModerator: true, hasCome: false, isInsider: true };
  const owner: Viewer = { personId: 'o', isModerator: false, hasCome: true, isInsider: true };
  const insider: Viewer = { personId: 'i', isModerator: false, hasCome: false, isInsider: true };
  const outsider: Viewer = { personId: 'x', isModerator: false, hasCome: false, isInsider: false };

  it.each<[string, Partial<Seen>, string]>([
    ['waits', { state: 'pending' }, 'mo'],
    ['is approved', { state: 'approved' }, 'moi'],
    ['is public', { state: 'approved', isPublic: true }, 'moix'],
    ['is reported', { state: 'reported' }, 'mo'],
    ['is hidden', { state: 'hidden' }, 'mo'],
  ])('that %s is seen by its owner and who decides, and by others as they may', (_what, changes, seenBy) => {
    const picture: Seen = { personId: 'o', state: 'pending', isPublic: false, ...changes };
    const readers = [moderator, owner, insider, outsider].filter((one) => mayRead(picture, one));
    expect(readers.map(({ personId }) => personId).join('')).toBe(seenBy);
  });

  it.each<[string, Partial<Seen>, string | null]>([
    ['of their own that is reported', { personId: 'm', state: 'reported' }, 'NOT_PERMITTED'],
    ['of another that is reported', { state: 'reported' }, null],
    ['of their own that they hid', { personId: 'm', state: 'hidden' }, null],
  ])('%s, decided on by a host: %p', (_what, changes, code) => {
    const picture: Seen = { personId: 'o', state: 'pending', isPublic: false, ...changes };
    expect(codeOf(() => requireImpartial(picture, moderator))).toBe(code);
  });

  it('that is hidden is erased thirty days later', () => {
    expect(erasedAt(new Date('2026-11-21T08:00:00Z'))).toEqual(new Date('2026-12-21T08:00:00Z'));
  });
});
