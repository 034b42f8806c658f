import { describe, expect, it } from '@jest/globals';
import { isLent, kindOf, wantKinds, wantOfKind } from './want-kind.model.js';

const typed = { capacity: 200, quantity: 3, skill: null };

describe('the kind of what is sought', () => {
  it.each([
    ['venue', { function: 'facility', capacity: 200, quantity: null, skill: null }],
    ['equipment', { function: 'facility', capacity: null, quantity: 3, skill: null }],
    ['vehicle', { function: 'facility', capacity: null, quantity: 3, skill: null }],
    ['teacher', { function: 'people', capacity: null, quantity: null, skill: null }],
    ['helpers', { function: 'people', capacity: null, quantity: 3, skill: null }],
    ['material', { function: 'information', capacity: null, quantity: null, skill: null }],
  ] as const)('%s is sent as %j', (kind, want) => {
    expect(wantOfKind(kind, typed)).toEqual({ kind, ...want });
  });

  it.each(wantKinds.filter(isLent))('%s is read as it was sent', (kind) => {
    expect(kindOf(wantOfKind(kind, typed))).toBe(kind);
    // As sent before the kind was.
    const skill = kind === 'vehicle' ? '45 座大巴' : '熟手';
    expect(kindOf({ ...wantOfKind(kind, { ...typed, skill }), kind: null })).toBe(kind);
  });

  it('counts one thing where nobody says how many', () => {
    expect(wantOfKind('equipment', {}).quantity).toBe(1);
  });
});
