import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { StopNoticesPage } from './stop-notices-page.js';

const show = pageTests();
const page = (answers: Answers) =>
  show(
    <Routes>
      <Route path="/stop-notices/:token" element={<StopNoticesPage />} />
    </Routes>,
    { answers, texts: ['noticeSettings'], at: '/stop-notices/q3Zt0S2yTq2v8yYw' },
  );

describe('the link in a message', () => {
  it('says what it does, and does it only once it is asked to', async () => {
    const { sent, user } = await page({ 'POST /notice-refusals/q3Zt0S2yTq2v8yYw': {} });
    expect(
      screen.getByText(
        /^Press the button below and messages of this kind will no longer be sent outside the platform\./,
      ),
    ).toBeTruthy();
    expect(sent).toEqual([]);
    await press(user, 'Stop these messages');
    expect(await screen.findByText(/^Done\. From now on these only appear under “Notices”\./)).toBeTruthy();
    expect(commandsOf(sent).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /notice-refusals/q3Zt0S2yTq2v8yYw',
    ]);
    const link = screen.getByRole('link', { name: 'Sign in to see all notification settings' });
    expect(link.getAttribute('href')).toBe('/account/notices');
  });

  it('that is not valid says so', async () => {
    const { user } = await page({
      'POST /notice-refusals/q3Zt0S2yTq2v8yYw': refusal(404, 'NOT_FOUND'),
    });
    await press(user, 'Stop these messages');
    expect(await screen.findByText('NOT_FOUND in words')).toBeTruthy();
    expect(
      screen.getByText(
        /^Please open the full link in the message, or sign in and change it under “Notifications”\./,
      ),
    ).toBeTruthy();
    expect(screen.queryByText(/^Done/)).toBeNull();
  });
});
