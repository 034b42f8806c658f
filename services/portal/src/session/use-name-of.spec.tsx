import { settled } from '../app/acts.fixture.js';
import { pageTests } from '../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { useNameOf } from './use-name-of.js';

const show = pageTests();
const role = { role: 'finance', unionId: 'union-1', path: '1.1.' };
const colleagues = { items: [{ personId: 'person-2', name: 'Li Na', roles: ['officer'] }] };

function Names() {
  const nameOf = useNameOf();
  return (
    <ul>
      <li>{nameOf('person-2', 'L* Na')}</li>
      <li>{nameOf('person-3', 'L* Ming')}</li>
      <li>{nameOf(null, null) ?? 'nobody'}</li>
    </ul>
  );
}

const names = (): string[] => screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');

describe('what somebody is called', () => {
  it('is the mask, and no names are read, for whoever holds no office', async () => {
    const { sent } = await show(<Names />, {
      answers: { 'GET /me': { personId: 'person-1', roles: [] }, 'GET /me/colleagues': colleagues },
    });
    await settled();
    expect(names()).toEqual(['L* Na', 'L* Ming', 'nobody']);
    expect(sent.map(({ path }) => path)).toEqual(['/me']);
  });

  it('is their name for whoever holds an office with them, and the mask of everybody else', async () => {
    const { sent } = await show(
      <>
        <Names />
        <Names />
      </>,
      {
        answers: {
          'GET /me': { personId: 'person-1', roles: [role] },
          'GET /me/colleagues': colleagues,
        },
      },
    );
    expect(await screen.findAllByText('Li Na')).toHaveLength(2);
    expect(names().slice(0, 3)).toEqual(['Li Na', 'L* Ming', 'nobody']);
    // However many places ask, it is read once.
    expect(sent.filter(({ path }) => path === '/me/colleagues')).toHaveLength(1);
  });

  it('is the mask as long as the names cannot be read', async () => {
    await show(<Names />, { answers: { 'GET /me': { personId: 'person-1', roles: [role] } } });
    await settled();
    expect(names()).toEqual(['L* Na', 'L* Ming', 'nobody']);
  });
});
