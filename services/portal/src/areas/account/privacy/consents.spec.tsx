import { commandsOf, press } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Consents } from './consents.js';

const show = pageTests();

const consent = (purpose: string, basis: string, inUse: boolean) => ({
  purpose,
  basis,
  isSensitive: basis === 'consent',
  inUse,
  textVersion: 2,
  text: `Text of ${purpose}`,
  decidedVersion: purpose === 'mutualInterest' ? 1 : null,
  decidedAt: purpose === 'mutualInterest' ? '2026-11-21T09:00:00+08:00' : null,
});

describe('what data is used for', () => {
  it('is decided where there is something to decide, by the present text', async () => {
    let items = [
      consent('membership', 'law', true),
      consent('mutualInterest', 'consent', false),
      consent('proposals', 'objection', true),
    ];
    const { sent, user } = await show(<Consents />, {
      answers: {
        'GET /me/consents': () => ({ items }),
        'POST /me/consents': () => {
          items = items.map((one) => (one.purpose === 'proposals' ? { ...one, inUse: false } : one));
          return { items };
        },
      },
      texts: ['account', 'privacy'],
    });
    await screen.findByText('Required by law, no consent needed');
    await screen.findByText('The terms have been updated. You agreed to version 1; please decide again.');
    await press(user, 'Switch off: Recommending items I lend');
    await screen.findByRole('button', { name: 'Switch on: Recommending items I lend' });
    await press(user, 'I have read this and agree: Mutual matching at social events');
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      ['/me/consents', { purpose: 'proposals', given: false, textVersion: 2 }],
      ['/me/consents', { purpose: 'mutualInterest', given: true, textVersion: 2 }],
    ]);
  });
});
