import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { KeptData } from './kept-data.js';

const show = pageTests();

describe('what is kept of the reader', () => {
  it('is told by system, with each reason once and until when, and says where one was silent', async () => {
    const alike = { reason: 'takingPart', term: 'withRecord' };
    const items = [
      { kind: 'registrations', count: 3, ...alike },
      { kind: 'attendance', count: 2, reason: 'law', term: 'byLaw' },
      { kind: 'coupons', count: 1, ...alike },
    ];
    await show(<KeptData />, {
      answers: {
        'GET /me/data': {
          complete: false,
          services: [
            { service: 'sharing', answered: true, items },
            { service: 'settlement', answered: false, items: [] },
          ],
        },
      },
      texts: ['account', 'privacy'],
    });
    const list = await screen.findByRole('list', { name: 'Activities and resources' });
    expect(list.textContent).toContain('Sign-ups and queues3');
    expect(screen.getByText('6')).toBeTruthy();
    const reasons = within(list).getAllByText(
      'kept because you took part or used a service; as long as your record exists',
    );
    expect(reasons).toHaveLength(1);
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(
      screen.getByText('Some systems are not responding right now; please try again later.'),
    ).toBeTruthy();
  });
});
