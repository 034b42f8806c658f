import { describe, expect, it } from '@jest/globals';
import { mayBeOfKind, thingKindOf } from './want-kind.model.js';

describe('the sort of a thing', () => {
  it.each([
    ['facility', 'venue', null, 'venue'],
    ['facility', 'vehicle', 45, 'vehicle'],
    ['facility', 'equipment', 20, 'equipment'],
    ['facility', null, 80, 'venue'],
    ['facility', null, null, 'equipment'],
    ['people', 'helper', null, 'helpers'],
    ['people', null, null, 'teacher'],
    ['information', 'document', null, 'material'],
    ['service', 'teacher', null, 'service'],
    ['management', null, null, 'management'],
  ] as const)('%s, named as %s, for %s people: %s', (use, named, capacity, kind) => {
    expect(thingKindOf({ function: use, named, capacity })).toBe(kind);
  });

  it.each([
    ['venue', 'facility', 'venue', null, true],
    ['venue', 'facility', 'equipment', null, false],
    ['venue', 'facility', 'vehicle', 45, false],
    ['venue', 'facility', null, null, true],
    ['venue', 'facility', 'service', null, true],
    ['equipment', 'facility', null, 80, false],
    ['equipment', 'facility', null, null, true],
    ['vehicle', 'facility', null, 45, true],
    ['teacher', 'people', 'helper', null, false],
    ['teacher', 'people', null, null, true],
    ['helpers', 'people', null, null, true],
    ['helpers', 'people', 'teacher', null, false],
    ['service', 'service', 'vehicle', null, true],
    ['material', 'information', null, null, true],
  ] as const)(
    'who seeks %s is offered %s named as %s for %s people: %s',
    (said, use, named, capacity, may) => {
      expect(mayBeOfKind(said, { function: use, named, capacity })).toBe(may);
    },
  );
});
