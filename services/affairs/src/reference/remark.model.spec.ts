import { describe, expect, it } from '@jest/globals';
import {
  appealStateOf,
  isRemarkActEver,
  maySeeRemark,
  noAppeal,
  remarkActsOf,
  type RemarkStanding,
} from './remark.model.js';

const plain: RemarkStanding = {
  state: 'shown',
  isReported: false,
  appeal: 'none',
  isReader: false,
  isModerator: false,
  isMine: false,
  hasDecided: false,
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
    [{ ...author, state: 'hidden' }, ['withdraw', 'appeal']],
    [{ ...author, state: 'hidden', appeal: 'waiting' }, ['withdraw']],
    // Once is enough: whoever was refused does not ask again.
    [{ ...author, state: 'hidden', appeal: 'refused' }, ['withdraw']],
    [{ ...moderator, state: 'hidden', appeal: 'waiting' }, ['show', 'refuseAppeal']],
    // Whoever has hidden it may give way, and not refuse.
    [{ ...moderator, state: 'hidden', appeal: 'waiting', hasDecided: true }, ['show']],
    [{ ...moderator, state: 'hidden', appeal: 'refused' }, ['show']],
    [{ ...moderator, isMine: true, state: 'hidden', appeal: 'waiting' }, ['withdraw']],
  ])('lets %j do %j', (standing, acts) => {
    expect(remarkActsOf({ ...plain, ...standing })).toEqual(acts);
  });

  it('is never decided on by whoever has written it, nor by a reader', () => {
    expect(isRemarkActEver('hide', { ...plain, ...moderator })).toBe(true);
    expect(isRemarkActEver('hide', { ...plain, ...moderator, isMine: true })).toBe(false);
    expect(isRemarkActEver('show', { ...plain, ...reader })).toBe(false);
    expect(isRemarkActEver('refuseAppeal', { ...plain, ...moderator })).toBe(true);
    expect(isRemarkActEver('refuseAppeal', { ...plain, ...moderator, hasDecided: true })).toBe(false);
  });

  it('has an appeal that waits until it was refused', () => {
    const appealedAt = new Date(0);
    expect(appealStateOf(noAppeal)).toBe('none');
    expect(appealStateOf({ appealedAt, refusedAt: null })).toBe('waiting');
    expect(appealStateOf({ appealedAt, refusedAt: new Date(1) })).toBe('refused');
  });
});
