import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { KeptData } from './kept-data.js';

const show = pageTests();

describe('what is kept of the reader', () => {
  it('is told by system, with the reason and until when, and says where one was silent', async () => {
    const items = [{ kind: 'registrations', count: 3, reason: 'takingPart', term: 'withRecord' }];
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
    expect(list.textContent).toContain('Sign-ups and queues: 3');
    expect(list.textContent).toContain('as you took part or used a service; as long as your record');
    expect(screen.getByText('A system has not answered; please look again later.')).toBeTruthy();
  });
});
