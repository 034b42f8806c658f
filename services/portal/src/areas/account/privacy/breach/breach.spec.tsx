import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { commandsOf, press } from '../../../../app/acts.fixture.js';
import { type Answers, pageTests } from '../../../../app/page.fixture.js';
import type { Breach, OwnBreach } from './breach.model.js';
import { breachOf, formOf } from './breach-form.js';
import { BreachPage } from './breach-page.js';
import { OwnBreachPage } from './own-breach-page.js';

const show = pageTests();
const facts = {
  noticedAt: '2026-11-20T01:00:00.000Z',
  happenedAt: null,
  kinds: ['record', 'signIn'] as Breach['kinds'],
  cause: 'A backup was public',
  harm: 'Calls by swindlers',
  measures: 'It was closed',
  advice: 'Change your password',
  contactName: 'The office',
  contactPhone: '027-8577 0000',
};
const waiting: Breach = {
  ...facts,
  id: 'breach-1',
  version: 1,
  state: 'waiting',
  audience: 'everybody',
  unionId: null,
  unionName: null,
  isTold: true,
  notToldReason: null,
  correctsId: null,
  changes: null,
  correctedById: null,
  affected: 1_200,
  notified: 0,
  recordedAt: facts.noticedAt,
  decidedAt: null,
  finishedAt: null,
  refusal: null,
  acts: ['confirm', 'refuse'],
};
const own: OwnBreach = {
  ...facts,
  id: 'breach-1',
  notifiedAt: facts.noticedAt,
  changes: null,
  correctsId: null,
  correctedById: null,
};
const texts = ['breach', 'privacy'] as const;

const page = (at: string, answers: Answers) =>
  show(
    <Routes>
      <Route path="/data-breaches/:dataBreachId" element={<BreachPage />} />
      <Route path="/account/data-breaches/:dataBreachId" element={<OwnBreachPage />} />
    </Routes>,
    { answers, texts, at },
  );

describe('a breach of personal information', () => {
  it('is confirmed after a question that says how many are notified', async () => {
    let breach = waiting;
    const { sent, user } = await page('/data-breaches/breach-1', {
      'GET /data-breaches/breach-1': () => breach,
      'POST /data-breaches/breach-1/confirm': () =>
        (breach = { ...waiting, version: 2, state: 'notifying', notified: 500, acts: ['correct'] }),
    });
    await screen.findByRole('button', { name: 'Confirm the record' });
    await press(user, 'Confirm the record');
    expect(await screen.findByText(/1,200 people are notified at once/)).toBeTruthy();
    await press(user, 'Confirm the record');
    expect((await screen.findAllByText('500 of 1,200 people notified')).length).toBeGreaterThan(0);
    expect(screen.getByRole('link', { name: 'Correct' }).getAttribute('href')).toBe(
      '/data-breaches/new?corrects=breach-1',
    );
    expect(commandsOf(sent).map(({ path }) => path)).toEqual(['/data-breaches/breach-1/confirm']);
  });

  it('says to its people what they can do, whom to call, and that it was corrected', async () => {
    await page('/account/data-breaches/breach-1', {
      'GET /me/data-breaches/breach-1': { ...own, correctedById: 'breach-2' },
    });
    expect(await screen.findByText('Change your password')).toBeTruthy();
    expect(screen.getByText('Not known')).toBeTruthy();
    expect(screen.getByRole('link', { name: '027-8577 0000' }).getAttribute('href')).toBe('tel:02785770000');
    expect(screen.getByRole('link', { name: 'Read the corrected notice' }).getAttribute('href')).toBe(
      '/account/data-breaches/breach-2',
    );
  });

  it('is sent without what belongs to another choice, and corrected with what it changes', () => {
    const typed = { ...formOf(waiting), ...facts, noticedAt: '2026-11-20T09:00', happenedAt: '' };
    const form = {
      ...typed,
      audience: 'everybody',
      told: 'yes',
      unionId: { kind: 'union', id: 'union-1', name: '' },
      notToldReason: 'left behind',
      changes: ' more people ',
    } as const;
    expect(breachOf(form, null)).toMatchObject({
      noticedAt: '2026-11-20T01:00:00.000Z',
      happenedAt: null,
      unionId: null,
      personIds: [],
      notToldReason: null,
      changes: null,
    });
    expect(breachOf(form, 'breach-1')).toMatchObject({ correctsId: 'breach-1', changes: 'more people' });
  });
});
