import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  brokenPlaceOf,
  differencesOf,
  filtersOf,
  knownNoun,
  personIdOf,
  subjectNameOf,
  valueKindOf,
  verbOf,
  withShortIds,
} from './audit.model.js';

const id = '01a1f8e4-cc8b-7891-bcdb-c7cf420b02f8';

describe('the filters of the trail', () => {
  it('ask for members where the address says nothing or something wrong', () => {
    expect(filtersOf(new URLSearchParams('service=gateway&noun='))).toEqual({ service: 'membership' });
  });

  it('are read from the address', () => {
    expect(filtersOf(new URLSearchParams(`service=sharing&noun=loan&subject=${id}`))).toEqual({
      service: 'sharing',
      noun: 'loan',
      subject: id,
    });
  });
});

describe('what was done', () => {
  it.each([
    ['membership.union.rename', 'rename'],
    ['settlement.cost-pool.add-item', 'add-item'],
    ['sharing.activity.teleport', { code: 'teleport' }],
  ])('%s', (action, verb) => {
    expect(verbOf(action)).toEqual(verb);
  });

  it('knows the kinds of things', () => {
    expect([knownNoun('costPool'), knownNoun('ghost')]).toEqual(['costPool', null]);
  });

  it('has a word for every kind of thing that the services keep', () => {
    const kept: unknown = JSON.parse(
      readFileSync(
        new URL('../../../../../../deploy/inventory/persisted-words.json', import.meta.url),
        'utf8',
      ),
    );
    const { auditNouns } = kept as { readonly auditNouns: readonly string[] };
    const nouns = auditNouns.map((line) => line.split(' ')[1] ?? '');
    expect(nouns.filter((noun) => knownNoun(noun) === null)).toEqual([]);
  });
});

describe('the differences', () => {
  it('leave out what stayed the same, wherever it is compared', () => {
    const before = { name: 'A', active: true, tags: ['x'], gone: 1 };
    const after = { name: 'B', active: true, tags: ['x'], come: { of: 2 } };
    expect(differencesOf({ before, after })).toEqual([
      { field: 'name', before: 'A', after: 'B' },
      { field: 'gone', before: '1', after: null },
      { field: 'come', before: null, after: '{"of":2}' },
    ]);
  });

  it('are all fields of what is new, but for those that are empty', () => {
    expect(differencesOf({ before: null, after: { name: 'A', until: null } })).toEqual([
      { field: 'name', before: null, after: 'A' },
    ]);
    expect(differencesOf({ before: null, after: null })).toEqual([]);
  });
});

describe('the thing of a record', () => {
  it.each([
    [{ before: { name: 'A' }, after: { name: 'B' } }, 'B'],
    [{ before: { title: 'A trip', name: null }, after: { state: 'closed' } }, 'A trip'],
    [{ before: null, after: { name: ' ', personId: id } }, null],
  ])('is called what it was called last: %j', (record, name) => {
    expect(subjectNameOf(record)).toBe(name);
  });

  it('may be a matter of one person', () => {
    expect(personIdOf({ before: null, after: { personId: id } })).toBe(id);
    expect(personIdOf({ before: { personId: null }, after: null })).toBeNull();
  });
});

it('tells ids by their ends', () => {
  expect(withShortIds(`["${id}"]`)).toBe('["…0b02f8"]');
  expect(withShortIds('no id')).toBe('no id');
});

it.each([
  ['seal 12', { seal: 12 }],
  [`record ${id}`, { record: '…0b02f8' }],
  ['a record that is gone', 'gone'],
])('reads where it does not fit: %s', (broken, place) => {
  expect(brokenPlaceOf(broken)).toEqual(place);
});

describe('a kept value', () => {
  it.each([
    ['limitFen', '12050', 'fen'],
    ['createdAt', '2026-11-30T12:24:14.689Z', 'instant'],
    ['dueOn', '2026-12-31', 'day'],
    ['active', 'false', 'flag'],
    ['personId', id, 'id'],
    ['title', 'Autumn hike 2026-11-30', 'text'],
    ['year', '2026', 'text'],
  ])('of %s: %s', (field, value, kind) => {
    expect(valueKindOf(field, value)).toBe(kind);
  });
});
