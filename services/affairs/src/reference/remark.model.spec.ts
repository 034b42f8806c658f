import { describe, expect, it } from '@jest/globals';
import { isRemarkActEver, maySeeRemark, remarkActsOf, type RemarkStanding } from './remark.model.js';

const plain: RemarkStanding = {
  state: 'shown',
  isReported: false,
  isReader: false,
  isModerator: false,
  isMine: false,
};
const reader = { isReader: true };
const author = { isReader: true, isMine: true };
const moderator = { isReader: true, isModerator: true };

describe('something that people write for others', () => {
  it.each<[Partial<RemarkStanding>, boolean]>([
    [{}, false],
    [reader, true],
    [{ state: 'waiting', ...reader }, false],
    [{ state: 'waiting', ...author }, true],
    [{ state: 'waiting', ...moderator }, true],
    [{ state: 'hidden', ...reader }, false],
    [{ state: 'hidden', isMine: true }, true],
    [{ state: 'hidden', isModerator: true }, true],
    [{ isModerator: true }, false],
    [{ isModerator: true, isReported: true }, true],
    [{ state: 'withdrawn', ...moderator, isMine: true }, false],
  ])('is seen by and as %j: %s', (standing, seen) => {
    expect(maySeeRemark({ ...plain, ...standing })).toBe(seen);
  });

  it.each<[Partial<RemarkStanding>, string[]]>([
    [reader, ['report']],
    [author, ['withdraw']],
    [moderator, ['report', 'hide']],
    [{ ...moderator, isReported: true }, ['report', 'hide', 'dismissReports']],
    [{ ...moderator, state: 'waiting' }, ['hide', 'show']],
    [{ ...moderator, state: 'hidden' }, ['show']],
    [{ ...moderator, isMine: true, isReported: true }, ['withdraw']],
    [{ ...moderator, isMine: true, state: 'waiting' }, ['withdraw']],
    [{ ...author, state: 'withdrawn' }, []],
  ])('lets %j do %j', (standing, acts) => {
    expect(remarkActsOf({ ...plain, ...standing })).toEqual(acts);
  });

  it('is never decided on by whoever has written it, nor by a reader', () => {
    const { isMine } = plain;
    expect(isRemarkActEver('hide', { ...moderator, isMine })).toBe(true);
    expect(isRemarkActEver('hide', { ...moderator, isMine: true })).toBe(false);
    expect(isRemarkActEver('show', { isReader: true, isModerator: false, isMine })).toBe(false);
  });
});
