import { memberImportStates } from '@gongxiang/contracts/membership/members/member-import.contract';
import { describe, expect, it } from '@jest/globals';
import type { MemberImportRow } from './member-import.entity.js';
import { awaitsOfRoster } from './member-import.model.js';

const finishedAt = new Date('2026-11-20T00:00:00Z');
// The file is kept for seven days.
const dueAt = new Date('2026-11-27T00:00:00Z');
const counts = { created: 3, updated: 2, unchanged: 90, ambiguous: 1, rejected: 4 };
const checked = { id: 'import-1', state: 'checked', finishedAt, requestedBy: 'person-1', ...counts };
const rosterOf = (part: Partial<MemberImportRow>) => ({ ...checked, ...part }) as MemberImportRow;

describe('whom a roster waits for', () => {
  it.each(memberImportStates)('in the state %s', (state) => {
    const told = awaitsOfRoster(rosterOf({ state }), finishedAt);
    const whom = { personIds: ['person-1'], kind: 'rosterChecked', why: 'uploadedRoster' };
    const values = { at: dueAt.toISOString(), created: '3', updated: '2', ambiguous: '1' };
    const expected = { ...whom, about: { importId: 'import-1' }, values, slot: 'import-1', dueAt };
    expect(told).toEqual(state === 'checked' ? [expected] : []);
  });

  it.each([
    ['something new', { created: 1, updated: 0, ambiguous: 0 }, finishedAt, 1],
    ['something changed', { created: 0, updated: 1, ambiguous: 0 }, finishedAt, 1],
    ['something to decide', { created: 0, updated: 0, ambiguous: 1 }, finishedAt, 1],
    ['nothing to load', { created: 0, updated: 0, ambiguous: 0 }, finishedAt, 0],
    ['no file any more', {}, dueAt, 0],
  ] as const)('with %s', (_case, part, now, length) => {
    expect(awaitsOfRoster(rosterOf(part), now)).toHaveLength(length);
  });

  it('has no line about rows to decide on where there are none', () => {
    const [awaited] = awaitsOfRoster(rosterOf({ ambiguous: 0 }), finishedAt);
    expect(awaited?.values).toMatchObject({ ambiguous: null });
  });
});
