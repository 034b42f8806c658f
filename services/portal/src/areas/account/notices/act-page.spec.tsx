import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import type { components } from '../../../api/schema.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { ActPage } from './act-page.js';

const show = pageTests();
const token = 'q3Zt0S2yTq2v8yYw';
const offered: components['schemas']['ActView'] = {
  heading: 'Please accept your seat',
  title: 'Badminton on Friday',
  lines: ['A seat is kept for you.'],
  act: 'Accept the seat',
  link: '/activities/1',
  dueAt: '2026-11-20T10:00:00.000Z',
};
const page = (answers: Answers) =>
  show(
    <Routes>
      <Route path="/acts/:token" element={<ActPage />} />
    </Routes>,
    { answers, texts: ['noticeSettings'], at: `/acts/${token}` },
  );

describe('what waits, by the link in a message', () => {
  it('says what it is, and does it only once it is asked to', async () => {
    const { sent, user } = await page({
      [`GET /acts/${token}`]: offered,
      [`POST /acts/${token}`]: { done: true },
    });
    expect(await screen.findByRole('heading', { name: 'Please accept your seat' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Badminton on Friday' })).toBeTruthy();
    expect(screen.getByText('A seat is kept for you.')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Accept the seat');
    expect(await screen.findByText('Done: Accept the seat')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Accept the seat' })).toBeNull();
    expect(commandsOf(sent).map(({ method, path }) => `${method} ${path}`)).toEqual([`POST /acts/${token}`]);
    const link = screen.getByRole('link', { name: 'Sign in to see details' });
    expect(link.getAttribute('href')).toBe('/activities/1');
  });

  it('says why where it is over, and where to see what waits', async () => {
    await page({ [`GET /acts/${token}`]: refusal(422, 'ACT_OVER') });
    expect(await screen.findByText('ACT_OVER in words')).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Sign in to see what waits for you' });
    expect(link.getAttribute('href')).toBe('/waiting');
  });

  it('says why where it was not done, and can be tried again', async () => {
    const { user } = await page({
      [`GET /acts/${token}`]: offered,
      [`POST /acts/${token}`]: refusal(409, 'OFFER_EXPIRED'),
    });
    await screen.findByRole('heading', { name: 'Please accept your seat' });
    await press(user, 'Accept the seat');
    expect(await screen.findByText('OFFER_EXPIRED in words')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Accept the seat' })).toBeTruthy();
  });
});
