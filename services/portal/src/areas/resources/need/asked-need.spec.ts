import { describe, expect, it } from '@jest/globals';
import { askedNeed, askedOf, askedTalentOf, kindOfResource, talentNeed } from './asked-need.js';

const resource = '019a0000-0000-7000-8000-000000000001';

describe('what the own union is asked to borrow', () => {
  it.each([
    ['', null],
    ['resource=7', null],
    [`resource=${resource}`, { resourceId: resource, from: null, to: null }],
    [
      `resource=${resource}&from=2026-12-05T01:00:00Z&to=2026-12-05T03:00:00Z`,
      { resourceId: resource, from: '2026-12-05T01:00:00Z', to: '2026-12-05T03:00:00Z' },
    ],
    [
      `resource=${resource}&from=2026-12-05T03:00:00Z&to=2026-12-05T01:00:00Z`,
      { resourceId: resource, from: null, to: null },
    ],
  ])('is read from “%s”', (search, asked) => {
    expect(askedOf(new URLSearchParams(search))).toEqual(asked);
  });

  it('fills in the thing, the words and the time on the clock of China', () => {
    const asked = { resourceId: resource, from: '2026-12-05T01:00:00Z', to: '2026-12-05T03:00:00Z' };
    const hall = { function: 'facility', capacity: 80, title: '职工礼堂' } as const;
    expect(askedNeed(asked, hall, { title: '借用职工礼堂', text: '请帮我借' })).toEqual({
      title: '借用职工礼堂',
      text: '请帮我借',
      wants: [{ kind: 'venue', skill: '职工礼堂' }],
      windows: [{ from: '2026-12-05T09:00', to: '2026-12-05T11:00' }],
      flexible: [],
    });
  });

  it.each([
    ['facility', 80, 'venue'],
    ['facility', null, 'equipment'],
    ['people', null, 'teacher'],
    ['information', null, 'material'],
    ['service', null, 'service'],
  ] as const)('%s for %s people is asked for as %s', (use, capacity, kind) => {
    expect(kindOfResource({ function: use, capacity })).toBe(kind);
  });
});

describe('somebody whose help is asked for', () => {
  const talent = { name: '王建国', skill: '电工 高级技师', unionName: '江城重工工会' };

  it('is read from the address that leads to the form', () => {
    const search = 'talent=王建国&skill=电工+高级技师&talentUnion=江城重工工会';
    expect(askedTalentOf(new URLSearchParams(search))).toEqual(talent);
  });

  it.each(['', 'talent=王建国', 'skill=电工', 'talent=%20&skill=电工'])('is nobody in “%s”', (search) => {
    expect(askedTalentOf(new URLSearchParams(search))).toBeNull();
  });

  it('is no longer than a form takes', () => {
    const search = new URLSearchParams({ talent: '王'.repeat(300), skill: '电'.repeat(300) });
    expect(askedTalentOf(search)).toEqual({ name: '王'.repeat(100), skill: '电'.repeat(100), unionName: '' });
  });

  it('fills in what they can do', () => {
    expect(talentNeed(talent, { title: '想请王建国帮忙', text: '' })).toMatchObject({
      title: '想请王建国帮忙',
      wants: [{ kind: 'teacher', skill: '电工 高级技师' }],
    });
  });
});
