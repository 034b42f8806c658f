import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, personId } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { AnnouncementPage } from './announcement-page.js';
import type { Announcement } from './announcement.model.js';

const show = pageTests();

const scheduled: Announcement = {
  id: 'announcement-1',
  version: 3,
  unionId: 'union-mill',
  unionName: 'Mill union',
  writer: 'union',
  title: 'Winter walk',
  text: 'Bring a warm coat.',
  audience: { kind: 'union', id: 'union-mill', days: null },
  audienceName: 'Mill union',
  urgency: 'soon',
  activityId: null,
  activityTitle: null,
  state: 'scheduled',
  sendAt: '2099-12-01T01:00:00.000Z',
  recipients: null,
  sent: 0,
  createdAt: '2026-11-20T01:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  withdrawnAt: null,
};

const known: Answers = {
  'GET /me': {
    personId,
    name: 'Li Na',
    maskedName: 'Li *',
    account: 'lina',
    unionId: 'union-mill',
    unionName: 'Mill union',
    employmentKind: 'regular',
    roles: [{ role: 'officer', unionId: 'union-mill', path: '/mill/' }],
    locale: 'en',
    secondFactorDueAt: null,
  },
  'GET /unions/union-mill': { id: 'union-mill', path: '/mill/', name: 'Mill union', active: true },
  'GET /announcements/announcement-1': scheduled,
  'POST /announcements/preview': { recipients: 340 },
};

const page = (answers: Answers = {}) =>
  show(
    <Routes>
      <Route path="/announcements/:announcementId" element={<AnnouncementPage />} />
    </Routes>,
    { answers: { ...known, ...answers }, texts: ['announcement'], at: '/announcements/announcement-1' },
  );

describe('an announcement', () => {
  it('that is not sent yet is changed in the version that was seen, for the same union', async () => {
    const path = 'PUT /announcements/announcement-1';
    const { user, sent } = await page({ [path]: { ...scheduled, version: 4, title: 'Spring walk' } });
    await screen.findByRole('button', { name: 'Change' });
    await press(user, 'Change');
    const title = await screen.findByLabelText<HTMLInputElement>('Title');
    expect(title.value).toBe('Winter walk');
    await user.clear(title);
    await user.type(title, 'Spring walk');
    await press(user, 'Schedule');
    const changes = () => commandsOf(sent).filter(({ method }) => method === 'PUT');
    await waitFor(() => expect(changes()).toHaveLength(1));
    expect(changes()[0]?.body).toEqual({
      audience: { kind: 'union', id: 'union-mill' },
      title: 'Spring walk',
      text: 'Bring a warm coat.',
      urgency: 'soon',
      release: 'later',
      sendAt: '2099-12-01T01:00:00.000Z',
    });
    expect(changes()[0]?.version).toMatch(/3/);
  });

  it('that is sent can only be withdrawn, and says what became of it', async () => {
    const sentOne = {
      ...scheduled,
      state: 'sent',
      recipients: 340,
      sent: 340,
      startedAt: scheduled.createdAt,
    };
    const outcomes = { delivered: 340, read: 7, channels: [], failures: [] };
    const { user, sent } = await page({
      'GET /announcements/announcement-1': sentOne,
      'GET /announcements/announcement-1/report': { ...sentOne, outcomes },
      'POST /announcements/announcement-1/withdraw': { ...sentOne, state: 'withdrawn' },
    });
    expect(await screen.findByText(/among the notices alone/)).toBeTruthy();
    await screen.findByRole('button', { name: 'Withdraw' });
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
    await press(user, 'Withdraw');
    await press(user, 'Withdraw');
    await waitFor(() =>
      expect(commandsOf(sent).map(({ path }) => path)).toContain('/announcements/announcement-1/withdraw'),
    );
  });
});
