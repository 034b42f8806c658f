import { describe, expect, it } from '@jest/globals';
import { type Actor, authorise, isWithin, mayDo, pathsUpwards, rootPath } from './authorise.js';
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

describe('a matter that is delegated', () => {
  const nobody: Actor = { personId: newId(), unionId: null, unionPath: null, roles: [], version: 1 };
  const officer: Actor = { ...nobody, roles: [{ role: 'officer', unionId: newId(), path: '1.4.' }] };
  const edits = { roles: ['officer'], delegate: true } as const;
  const approves = { roles: ['officer'] } as const;
  it.each([
    ['is done by the person to whom it is delegated', nobody, edits, true, true],
    ['is done by nobody else', nobody, edits, false, false],
    ['is still done by those who hold a role', officer, edits, false, true],
    ['includes nothing that is for roles alone', nobody, approves, true, false],
  ] as const)('%s', (_what, actor, rule, isDelegated, may) => {
    expect(mayDo(actor, rule, { paths: ['1.4.2.'], isDelegated })).toBe(may);
  });
});
