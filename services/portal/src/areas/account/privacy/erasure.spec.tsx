import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import type { components } from '../../../api/schema.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { ErasurePage } from './erasure-page.js';
import { ErasureReceiptPage } from './erasure-receipt-page.js';

const show = pageTests();
const services = ['membership', 'sharing', 'settlement', 'evaluation'] as const;
const nothing = services.map((service) => ({
  service,
  answered: true,
  erased: [],
  kept: [],
  obstacles: [],
}));
const preview: components['schemas']['ErasurePreviewView'] = {
  complete: true,
  possible: true,
  services: nothing.map((one) =>
    one.service === 'sharing'
      ? {
          ...one,
          erased: [{ kind: 'questions', count: 2 }],
          kept: [{ kind: 'attendance', count: 3, reason: 'law', term: 'byLaw' }],
        }
      : one,
  ),
};
const waiting: components['schemas']['ErasureView'] = {
  id: 'erasure',
  version: 1,
  state: 'waiting',
  paperKind: null,
  receipt: 'q3Zt0S2yTq2v8yYwAAbb',
  askedAt: '2026-11-26T09:00:00+08:00',
  effectiveAt: '2026-12-03T09:00:00+08:00',
  endedAt: null,
  progress: [],
};
const credentials = {
  totp: null,
  passkeys: [],
  recoveryCodesLeft: 0,
  hasSecondFactor: false,
  secondFactorDueAt: null,
};

const page = (answers: Answers) =>
  show(<ErasurePage />, {
    answers: { 'GET /me/credentials': credentials, 'GET /me/erasure/preview': preview, ...answers },
    texts: ['account', 'credential', 'erasure', 'privacy'],
  });

describe('erasing one’s data', () => {
  it('says what goes and what stays, and is asked for with the password', async () => {
    let erasure: typeof waiting | null = null;
    const { sent, user } = await page({
      'GET /me/erasure': () => ({ erasure }),
      'POST /me/erasure': () => {
        erasure = waiting;
        return waiting;
      },
    });
    expect(await screen.findByText('Questions about activities')).toBeTruthy();
    expect(screen.getByText('Check-ins and attendance')).toBeTruthy();
    await screen.findByRole('button', { name: 'Apply to erase my data' });
    await press(user, 'Apply to erase my data');
    await user.type(await screen.findByLabelText('Current password'), 'my password');
    await press(user, 'Apply to erase my data');
    expect(await screen.findByText(/Erasure begins on/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /erasures\/q3Zt0S2yTq2v8yYwAAbb/ })).toBeTruthy();
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      ['/me/erasure', { proof: { password: 'my password' } }],
    ]);
  });

  it('says what is in the way, with the page where it is ended, and cannot be asked for', async () => {
    const obstacles = [
      { obstacle: 'registration', count: 1 },
      { obstacle: 'balance', count: 2 },
    ] as const;
    await page({
      'GET /me/erasure': { erasure: null },
      'GET /me/erasure/preview': {
        ...preview,
        possible: false,
        services: nothing.map((one) => (one.service === 'sharing' ? { ...one, obstacles } : one)),
      },
    });
    const link = await screen.findByRole('link', { name: /signed up for have not ended \(1\)/ });
    expect(link.getAttribute('href')).toBe('/my');
    expect(screen.getByText('You have accounts that are not balanced (2)')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Apply to erase my data' })).toBeNull();
  });

  it('is taken back after one question', async () => {
    let erasure: components['schemas']['ErasureView'] = waiting;
    const { sent, user } = await page({
      'GET /me/erasure': () => ({ erasure }),
      'POST /me/erasure/withdraw': () => (erasure = { ...waiting, state: 'withdrawn' }),
    });
    await screen.findByText(/Erasure begins on/);
    await press(user, 'Withdraw request');
    await press(user, 'Withdraw request');
    expect(await screen.findByRole('button', { name: 'Apply to erase my data' })).toBeTruthy();
    expect(commandsOf(sent).map(({ path }) => path)).toEqual(['/me/erasure/withdraw']);
  });

  it('shows by the receipt what came of it, also when there is none', async () => {
    const receipt = {
      ...waiting,
      state: 'erased',
      endedAt: '2026-12-03T09:00:05+08:00',
      progress: preview.services.map(({ service, erased, kept }) => ({
        service,
        doneAt: '2026-12-03T09:00:05+08:00',
        erased,
        kept,
      })),
    };
    const at = (answers: Answers) =>
      show(
        <Routes>
          <Route path="/erasures/:receipt" element={<ErasureReceiptPage />} />
        </Routes>,
        { answers, at: '/erasures/q3Zt0S2yTq2v8yYwAAbb', texts: ['erasure', 'privacy'] },
      );
    const path = 'GET /public/erasures/q3Zt0S2yTq2v8yYwAAbb';
    const { unmount } = await at({ [path]: receipt });
    expect(await screen.findByText(/: all personal data has been erased from every system\./)).toBeTruthy();
    expect(screen.getByText('Questions about activities')).toBeTruthy();
    unmount();
    await at({ [path]: refusal(404, 'NOT_FOUND') });
    expect(await screen.findByText('Receipt not found. Is the link complete?')).toBeTruthy();
  });
});
