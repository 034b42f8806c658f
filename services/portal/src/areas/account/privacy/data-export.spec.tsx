import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { DataExport } from './data-export.js';

const show = pageTests();
const credentials = {
  totp: null,
  passkeys: [],
  recoveryCodesLeft: 0,
  hasSecondFactor: false,
  secondFactorDueAt: null,
};
const asked = {
  id: 'export',
  askedAt: '2026-11-26T09:00:00+08:00',
  until: '2026-11-26T10:00:00+08:00',
  downloadedAt: null,
};

const page = (answers: Answers) =>
  show(<DataExport />, {
    answers: { 'GET /me/credentials': credentials, 'GET /me/exports': { items: [] }, ...answers },
    texts: ['account', 'credential', 'privacy'],
  });

async function ask(user: Parameters<typeof press>[0]): Promise<void> {
  await press(user, 'Download my data');
  await user.type(await screen.findByLabelText('Current password'), 'my password');
  await press(user, 'Download my data');
}

describe('a copy of one’s data', () => {
  it('is asked for with the password, fetched at once, and says when it was fetched before', async () => {
    const before = { ...asked, id: 'before', downloadedAt: '2026-10-01T08:30:00+08:00' };
    const { sent, user } = await page({
      'GET /me/exports': { items: [before] },
      'POST /me/exports': asked,
      'GET /me/exports/export/file': {},
    });
    expect(await screen.findByText(/Downloaded on .*Oct/)).toBeTruthy();
    await ask(user);
    expect(await screen.findByText(/has been downloaded\. Keep it safe/)).toBeTruthy();
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      ['/me/exports', { proof: { password: 'my password' } }],
    ]);
  });

  it('says that it did not come, and is fetched again without the password', async () => {
    const { sent, user } = await page({
      'POST /me/exports': asked,
      'GET /me/exports/export/file': refusal(500, 'INTERNAL'),
    });
    await ask(user);
    expect(await screen.findByText(/Download failed\. You can try again within the hour/)).toBeTruthy();
    expect(screen.queryByText(/has been downloaded/)).toBeNull();
    await press(user, 'Download again');
    expect(await screen.findByText(/Download failed\. You can try again within the hour/)).toBeTruthy();
    expect(commandsOf(sent)).toHaveLength(1);
    expect(sent.filter(({ path }) => path.endsWith('/me/exports/export/file'))).toHaveLength(2);
  });
});
