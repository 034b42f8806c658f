import { describe, expect, it } from '@jest/globals';
import { familyMax, familyOf, type Known, requirePlace } from './family.model.js';

const kept = (name: string, id = name): Known => ({ id, name, ageBand: null, isKept: true });
const dismissed = (name: string): Known => ({ ...kept(name), isKept: false });
const brought = (...names: string[]) => names.map((name) => ({ name, ageBand: 'adult' as const }));
const namesOf = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

describe('whom a person may bring along next time', () => {
  it.each<[string, readonly Known[], readonly string[], readonly string[]]>([
    ['whoever came along before, each once, the latest first', [], ['Cy', 'Bo', 'Cy'], ['Cy', 'Bo']],
    ['those who are kept come first', [kept('Ann')], ['Bo'], ['Ann', 'Bo']],
    ['nobody twice: what is kept counts', [kept('Bo')], ['Bo', 'Cy'], ['Bo', 'Cy']],
    ['nobody who was dismissed', [dismissed('Bo'), kept('Ann')], ['Bo', 'Cy'], ['Ann', 'Cy']],
    ['nobody', [dismissed('Bo')], ['Bo'], []],
  ])('%s', (_name, known, before, offered) => {
    expect(namesOf(familyOf(known, brought(...before)))).toEqual(offered);
  });

  it('has an id where they are kept, and the age band that was named last where not', () => {
    expect(familyOf([kept('Ann')], [...brought('Bo'), { name: 'Bo', ageBand: 'child7to13' }])).toEqual([
      kept('Ann'),
      { id: null, name: 'Bo', ageBand: 'adult' },
    ]);
  });

  it('are as many as one sign-up takes', () => {
    const many = Array.from({ length: familyMax + 1 }, (_one, index) => `No. ${index}`);
    expect(familyOf([], brought(...many))).toHaveLength(familyMax);
  });
});

describe('a name that is to be kept', () => {
  const code = (act: () => void): string => {
    try {
      act();
      return 'kept';
    } catch (error) {
      return (error as { readonly code: string }).code;
    }
  };
  const full = Array.from({ length: familyMax }, (_one, index) => kept(`No. ${index}`));

  it.each<[string, readonly Known[], string, string | null, string]>([
    ['a new one', [kept('Ann')], 'Bo', null, 'kept'],
    ['one that is there', [kept('Ann')], 'Ann', null, 'RELATIVE_THERE'],
    ['one that was dismissed before', [dismissed('Ann')], 'Ann', null, 'kept'],
    ['its own, where the age band changes', [kept('Ann', '1')], 'Ann', '1', 'kept'],
    ['that of another', [kept('Ann', '1'), kept('Bo', '2')], 'Bo', '1', 'RELATIVE_THERE'],
    ['one more than there may be', full, 'Bo', null, 'RELATIVES_TOO_MANY'],
    ['another name where all places are taken', full, 'Bo', 'No. 1', 'kept'],
  ])('%s', (_name, known, name, id, outcome) => {
    expect(code(() => requirePlace(known, name, id))).toBe(outcome);
  });
});
