import { expect, it } from '@jest/globals';
import { actsOf } from './acts.model.js';

type Picture = Parameters<typeof actsOf>[0];

it.each<[string, Partial<Picture>, boolean, string[]]>([
  ['a host with what waits', { state: 'pending' }, true, ['approve', 'hide']],
  ['a host with what is shown', {}, true, ['hide', 'share']],
  ['a host with what is public', { isPublic: true }, true, ['hide', 'unshare']],
  ['a host with what was reported', { state: 'reported' }, true, ['approve', 'hide']],
  ['a host with what is hidden', { state: 'hidden' }, true, ['approve']],
  ['a host with one of their own that was reported', { state: 'reported', isMine: true }, true, ['withdraw']],
  ['who added it', { state: 'hidden', isMine: true }, false, ['withdraw']],
  ['anybody else', {}, false, ['report']],
])('%s may %j', (_who, changes, mayModerate, expected) => {
  const acts = actsOf({ state: 'approved', isMine: false, isPublic: false, ...changes }, mayModerate);
  expect(Object.entries(acts).flatMap(([act, may]) => (may ? [act] : []))).toEqual(expected);
});
