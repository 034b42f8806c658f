import { describe, expect, it } from '@jest/globals';
import { isPostActEver, maySeePost, type Post, postActsOf, type PostRoles } from './post.model.js';

const nobody: PostRoles = { isReader: false, isModerator: false, isMine: false, hasDecided: false };
const plain: Post = {
  state: 'shown',
  isComment: false,
  isPinned: false,
  isReported: false,
  appeal: 'none',
};
const reader = { isReader: true };
const author = { isReader: true, isMine: true };
const officer = { isModerator: true };
const moderator = { isReader: true, isModerator: true };

describe('a post in a circle', () => {
  it.each([
    [{}, 'shown', {}, false],
    [{}, 'shown', reader, true],
    [{}, 'shown', officer, false],
    [{ isReported: true }, 'shown', officer, true],
    [{ state: 'hidden' }, 'shown', officer, true],
    [{ state: 'hidden' }, 'shown', reader, false],
    [{ state: 'hidden' }, 'shown', author, true],
    [{ state: 'withdrawn' }, 'shown', moderator, false],
    [{ state: 'withdrawn' }, 'shown', author, false],
    // A comment on a post that is not shown.
    [{}, 'hidden', reader, false],
    [{}, 'hidden', moderator, true],
    [{}, 'withdrawn', moderator, false],
    // Whoever has left finds what they have written.
    [{}, 'shown', { isMine: true }, true],
  ] as const)('that is %j, within one that is %s, is seen by %j: %s', (post, within, roles, seen) => {
    expect(maySeePost({ ...plain, ...post, within }, { ...nobody, ...roles })).toBe(seen);
  });

  it.each([
    [{}, 'open', reader, ['comment', 'report']],
    [{}, 'closed', reader, ['report']],
    [{}, 'open', author, ['comment', 'change', 'withdraw']],
    [{}, 'closed', author, ['withdraw']],
    [{}, 'open', { isMine: true }, ['withdraw']],
    [{ isComment: true }, 'open', reader, ['report']],
    [{}, 'open', moderator, ['comment', 'report', 'pin', 'hide']],
    [{ isPinned: true, isReported: true }, 'open', officer, ['unpin', 'hide', 'dismissReports']],
    [{ state: 'hidden' }, 'closed', officer, ['show']],
    [{ state: 'hidden' }, 'open', { ...moderator, isMine: true }, ['withdraw', 'appeal']],
    // Also whoever has left, and where the circle is closed.
    [{ state: 'hidden' }, 'closed', { isMine: true }, ['withdraw', 'appeal']],
    [{ state: 'hidden', appeal: 'waiting' }, 'closed', officer, ['show', 'refuseAppeal']],
    [{ state: 'hidden', appeal: 'waiting' }, 'open', { ...officer, hasDecided: true }, ['show']],
    [{ isReported: true }, 'open', { ...officer, isMine: true }, ['withdraw', 'pin']],
    [{ isComment: true }, 'open', officer, ['hide']],
    [{ state: 'withdrawn' }, 'open', { ...moderator, isMine: true }, []],
  ] as const)('that is %j, in a circle that is %s, lets %j do %j', (post, circle, roles, acts) => {
    expect(postActsOf({ ...plain, ...post }, circle, { ...nobody, ...roles })).toEqual(acts);
  });

  it.each([
    ['pin', {}, officer, true],
    ['pin', { isComment: true }, officer, false],
    ['refuseAppeal', {}, officer, true],
    ['refuseAppeal', {}, { ...officer, hasDecided: true }, false],
    ['appeal', {}, author, true],
    ['hide', {}, { ...officer, isMine: true }, false],
  ] as const)('may ever be the object of %s, as %j, by %j: %s', (act, post, roles, ever) => {
    expect(isPostActEver(act, { ...plain, ...post }, { ...nobody, ...roles })).toBe(ever);
  });
});
