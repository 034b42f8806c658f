import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { settled } from '../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../app/page.fixture.js';
import { MemberName } from './member-name.js';

const show = pageTests();
const colleagues = { items: [{ personId: 'person-2', name: 'Li Na', roles: ['officer'] }] };
const named = {
  items: [
    { personId: 'person-3', name: 'Wang Wei', phoneEnding: '1234' },
    { personId: 'person-4', name: 'Wang Wei', phoneEnding: '5678' },
    { personId: 'person-5', name: 'Zhao Min', phoneEnding: null },
  ],
};

function Names() {
  const lines = [
    ['person-2', 'L* Na'],
    ['person-3', 'W* Wei'],
    ['person-4', 'W* Wei'],
    ['person-5', 'Z* Min'],
    ['person-6', 'Q* Lin'],
    ['person-7', 'in full'],
    [null, 'nobody'],
  ] as const;
  return (
    <ul>
      {lines.map(([personId, mask]) => (
        <li key={`${personId} ${mask}`}>
          <MemberName personId={personId} mask={mask} />
        </li>
      ))}
    </ul>
  );
}

const masks = ['L* Na', 'W* Wei', 'W* Wei', 'Z* Min', 'Q* Lin', 'in full', 'nobody'];
const names = (): string[] => screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
const meAs = (...roles: readonly string[]): Answers => ({
  'GET /me': {
    personId: 'person-1',
    roles: roles.map((role) => ({ role, unionId: 'union-1', path: '1.1.' })),
  },
  'GET /me/colleagues': colleagues,
});

describe('what a member is called', () => {
  it('is the mask, and no names are asked for, for a member without an office', async () => {
    const { sent } = await show(<Names />, { answers: meAs() });
    await settled();
    expect(names()).toEqual(masks);
    expect(sent.map(({ path }) => path)).toEqual(['/me']);
  });

  it('is the mask, but for colleagues, for whoever is no officer: no names of members are asked for', async () => {
    const { sent } = await show(<Names />, { answers: meAs('finance') });
    expect(await screen.findByText('Li Na')).toBeTruthy();
    expect(names().slice(1)).toEqual(masks.slice(1));
    expect(sent.map(({ path }) => path)).not.toContain('/members/names');
  });

  it('is their name for officers of their union, with the end of the phone for two of one name; others stay masked', async () => {
    const { sent } = await show(<Names />, { answers: { ...meAs('officer'), 'POST /members/names': named } });
    expect(await screen.findByText('Zhao Min')).toBeTruthy();
    await screen.findByText('Li Na');
    expect(names()).toEqual([
      'Li Na',
      'Wang Wei (phone ending 1234)',
      'Wang Wei (phone ending 5678)',
      'Zhao Min',
      'Q* Lin',
      'in full',
      'nobody',
    ]);
    // All that are shown at the same time are asked for at once, and whoever stands there in full is not.
    const asked = sent.filter(({ path }) => path === '/members/names').map(({ body }) => body);
    expect(asked).toEqual([
      { personIds: expect.arrayContaining(['person-3', 'person-4', 'person-5', 'person-6']) as unknown },
    ]);
    expect(JSON.stringify(asked)).not.toContain('person-7');
  });

  it('is the mask as long as the names cannot be read', async () => {
    const answers = { ...meAs('officer'), 'POST /members/names': refusal(503, 'UNAVAILABLE') };
    await show(<Names />, { answers });
    await screen.findByText('Li Na');
    await settled();
    expect(names().slice(1)).toEqual(masks.slice(1));
  });
});
