import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { AnnouncementReport } from './announcement-report.js';
import type { Announcement } from './announcement.model.js';

const show = pageTests();
const announcement = { id: 'announcement-1', recipients: 340, sent: 340 } as Announcement;
const told = { id: 'announcement-1', state: 'sent', recipients: 340, sent: 340 };
const path = 'GET /announcements/announcement-1/report';
const part = <AnnouncementReport announcement={announcement} />;

describe('the report of an announcement', () => {
  it('counts what was sent by which way, and why some have failed', async () => {
    const outcomes = {
      delivered: 340,
      read: 120,
      channels: [{ channel: 'mail', waiting: 0, sent: 81, failed: 3, dropped: 7 }],
      failures: [{ channel: 'mail', reason: '550', count: 3 }],
    };
    await show(part, { answers: { [path]: { ...told, outcomes } }, texts: ['announcement'] });
    expect(await screen.findByText('120')).toBeTruthy();
    expect(screen.getByRole('cell', { name: '81' })).toBeTruthy();
    expect(screen.getByRole('cell', { name: '550' })).toBeTruthy();
  });

  it('says so where the inboxes do not answer', async () => {
    const answers = { [path]: { ...told, outcomes: null } };
    await show(part, { answers, texts: ['announcement'] });
    expect(await screen.findByText(/is not known now/)).toBeTruthy();
    expect(screen.queryByText('Read')).toBeNull();
  });
});
