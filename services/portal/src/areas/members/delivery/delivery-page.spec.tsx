import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import { type DeliveryReport, DeliveryPage } from './delivery-page.js';

const show = pageTests();

const mail: DeliveryReport['channels'][number] = {
  channel: 'mail',
  isSetUp: true,
  waiting: 2,
  sent: 1_081,
  failed: 3,
  dropped: 7,
  delivered: null,
  lateSince: null,
  monthSent: 40,
  monthMax: 5_000,
};
const report: DeliveryReport = {
  from: '2026-11-20',
  to: '2026-11-20',
  delivered: 400,
  read: 100,
  channels: [mail],
  days: [{ date: '2026-11-20', sent: 1_081, failed: 3, dropped: 7 }],
  unsent: [
    { channel: 'mail', state: 'dropped', reason: 'budget', count: 7 },
    { channel: 'mail', state: 'failed', reason: '550', count: 3 },
  ],
};

async function showReport(more: Partial<DeliveryReport> = {}): Promise<void> {
  const answers = { 'GET /deliveries?days=30': { ...report, ...more } };
  await show(<DeliveryPage />, { answers, texts: ['delivery'] });
  await screen.findByText('In inboxes');
}

describe('whether messages arrive', () => {
  it('is told in figures, with what the month has left and why some did not leave', async () => {
    await showReport();
    expect(screen.getByText('25%')).toBeTruthy();
    expect(screen.getByRole('cell', { name: '40 of 5,000' })).toBeTruthy();
    expect(screen.getByRole('cell', { name: 'The messages of the month are used up' })).toBeTruthy();
    expect(screen.getByRole('cell', { name: 'The provider answered: 550' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says so where a way out is stuck, and where one was switched off', async () => {
    const push = { ...mail, channel: 'push', isSetUp: false, monthSent: null, monthMax: null } as const;
    await showReport({ channels: [{ ...mail, lateSince: '2026-11-20T01:00:00Z' }, push] });
    expect(screen.getByRole('alert').textContent).toContain('Messages do not leave');
    expect(screen.getByRole('cell', { name: 'On a device (switched off now)' })).toBeTruthy();
    expect(screen.getByRole('cell', { name: 'No limit' })).toBeTruthy();
  });

  it('says so where nothing leaves at all', async () => {
    await showReport({ channels: [], unsent: [] });
    expect(screen.getByText(/Nothing leaves this platform/)).toBeTruthy();
  });
});
