import { describe, expect, it } from '@jest/globals';
import { type Actor, authorise, isWithin, pathsUpwards, rootPath } from './authorise.js';
import { newId } from './id.js';

describe('the places from which a role reaches a union', () => {
  it.each([
    [rootPath, ['1.']],
    ['1.4.', ['1.', '1.4.']],
    ['1.12.3.', ['1.', '1.12.', '1.12.3.']],
    // No place: nobody reaches it.
    ['', []],
  ])('at %j are %j', (path, places) => {
    expect(pathsUpwards(path)).toEqual(places);
    expect(places.every((place) => isWithin(path, place))).toBe(true);
  });
});

describe('a role that is withheld until a second factor is set up', () => {
  const role = { role: 'finance', unionId: newId(), path: '1.4.' } as const;
  const actor: Actor = {
    personId: newId(),
    unionId: null,
    unionPath: null,
    roles: [],
    withheldRoles: [role],
    version: 1,
  };
  it.each([
    ['what it would permit', { roles: ['finance'] }, { paths: ['1.4.2.'] }, 'SECOND_FACTOR_SETUP_REQUIRED'],
    [
      'the list below it',
      { roles: ['finance'] },
      { paths: [], visible: true },
      'SECOND_FACTOR_SETUP_REQUIRED',
    ],
    ['what another role permits', { roles: ['officer'] }, { paths: ['1.4.'] }, 'NOT_FOUND'],
    ['what lies elsewhere', { roles: ['finance'] }, { paths: ['1.5.'], visible: true }, 'NOT_PERMITTED'],
    ['what everybody may', { signedIn: true }, {}, null],
  ] as const)('permits nothing of %s', (_what, rule, subject, code) => {
    const act = (): void => authorise(actor, rule, subject);
    if (code === null) expect(act).not.toThrow();
    else expect(act).toThrow(code);
  });
});
