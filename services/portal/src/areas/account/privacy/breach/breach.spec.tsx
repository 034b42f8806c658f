import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { commandsOf, press } from '../../../../app/acts.fixture.js';
import { type Answers, pageTests } from '../../../../app/page.fixture.js';
import { texts as english } from '../../texts/en/breach.js';
import { type Breach, kindGroups, kindsOf, type OwnBreach } from './breach.model.js';
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
  advice: 'Reset password',
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
  handovers: [],
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
const texts = ['breach'] as const;

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
    await screen.findByRole('button', { name: 'Confirm record' });
    await press(user, 'Confirm record');
    expect(await screen.findByText(/1,200 people will be notified immediately/)).toBeTruthy();
    await press(user, 'Confirm record');
    expect((await screen.findAllByText('500 of 1,200 people notified')).length).toBeGreaterThan(0);
    expect(screen.getByRole('link', { name: 'Correct' }).getAttribute('href')).toBe(
      '/data-breaches/new?corrects=breach-1',
    );
    expect(commandsOf(sent).map(({ path }) => path)).toEqual(['/data-breaches/breach-1/confirm']);
  });

  it('has its report handed over, and what was recorded of that corrected', async () => {
    const entry = {
      number: 1,
      handedOverAt: '2026-11-20T07:00:00.000Z',
      authority: 'The cyberspace office',
      handedOverBy: 'The network office',
      reference: null,
      changes: null,
      recordedAt: '2026-11-20T08:00:00.000Z',
    };
    let breach: Breach = { ...waiting, state: 'notified', notified: 1_200, acts: ['correct', 'handOver'] };
    const { sent, user } = await page('/data-breaches/breach-1', {
      'GET /data-breaches/breach-1': () => breach,
      'POST /data-breaches/breach-1/handovers': () =>
        (breach = { ...breach, version: 2, handovers: [entry] }),
    });
    await screen.findByText(
      /No submission recorded yet\. Print the report, submit it, then record that here\./,
    );
    fireEvent.change(screen.getByLabelText('Submitted'), { target: { value: '2026-11-20T15:00' } });
    await user.type(screen.getByLabelText('Authority'), entry.authority);
    await user.type(screen.getByLabelText('Submitting department'), entry.handedOverBy);
    await press(user, 'Record submission');
    expect(await screen.findByText(/submitted to The cyberspace office by The network office/)).toBeTruthy();
    const { number: _number, recordedAt: _recordedAt, ...body } = entry;
    expect(commandsOf(sent)).toMatchObject([{ path: '/data-breaches/breach-1/handovers', body }]);
    // From now on whoever records something says what it corrects.
    expect(screen.getByLabelText('What this corrects')).toBeTruthy();
  });

  it('asks for kinds of data by what they are about, in words for an officer', () => {
    expect(kindGroups.flatMap(kindsOf)).toHaveLength(new Set(kindGroups.flatMap(kindsOf)).size);
    const words = Object.values(english.breach.kindOf);
    expect(words).toHaveLength(kindGroups.flatMap(kindsOf).length);
    expect(words.filter((word) => /\b(I|my|you|your)\b/iu.test(word))).toEqual([]);
  });

  it('says to its people what they can do, whom to call, and that it was corrected', async () => {
    await page('/account/data-breaches/breach-1', {
      'GET /me/data-breaches/breach-1': { ...own, correctedById: 'breach-2' },
    });
    expect(await screen.findByText('Reset password')).toBeTruthy();
    expect(screen.getByText('Unknown')).toBeTruthy();
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
