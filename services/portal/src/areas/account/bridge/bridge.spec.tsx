import { commandsOf, press, settled } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { Route, Routes } from 'react-router';
import { session } from '../../../api/platform.js';
import { readDraft, writeDraft } from '../../../kit/draft.js';
import { SignInPage } from '../account/sign-in-page.js';
import type { Bridge } from './bridge.model.js';
import { LinkedAccountsFold } from './linked-accounts-fold.js';
import { LinkedAccountsSection } from './linked-accounts-section.js';
import { SignInReturnPage } from './sign-in-return-page.js';

const show = pageTests();
const texts = ['account', 'bridge', 'credential'] as const;
const wecom: Bridge = { bridge: 'wecom', title: null, inAppOnly: false };
const wechat: Bridge = { bridge: 'wechat', title: null, inAppOnly: true };
const oidc: Bridge = { bridge: 'oidc', title: 'Union ID', inAppOnly: false };
const bridges = { bridges: [wechat, wecom, oidc] };
const start = { url: 'https://login.example/scan?state=s', ticket: 'the ticket', expiresAt: '' };
const tokens = { accessToken: 'e30.e30.x', refreshToken: 'refresh', expiresIn: 600 };
const linked = {
  id: 'a1',
  bridge: 'wecom' as const,
  createdAt: '2026-11-20T09:00:00+08:00',
  usedAt: null,
  from: '10.0.0.1',
};
const credentials = {
  totp: null,
  passkeys: [],
  linkedAccounts: [],
  recoveryCodesLeft: 0,
  hasSecondFactor: false,
  secondFactorDueAt: null,
};

let left: string[] = [];
beforeEach(() => {
  left = [];
  jest.spyOn(location, 'assign').mockImplementation((url) => void left.push(String(url)));
});
afterEach(() => void jest.restoreAllMocks());

function inApp(userAgent: string): void {
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
}

/** The fixture signs somebody in: these pages are for nobody. */
function AsNobody({ children }: { readonly children: React.ReactNode }) {
  const [isOut, setIsOut] = useState(false);
  useEffect(() => {
    session.end();
    setIsOut(true);
  }, []);
  return isOut ? children : null;
}

describe('signing in with an account elsewhere', () => {
  const page = (answers: Answers, at = '/sign-in?next=%2Fmy') =>
    show(
      <AsNobody>
        <SignInPage />
      </AsNobody>,
      { answers: { 'GET /auth/bridges': bridges, ...answers }, texts, at },
    );

  it('begins at a button each, and keeps the ticket in this tab', async () => {
    const { sent, user } = await page({ 'POST /auth/bridges/wecom/start': start });
    await screen.findByRole('button', { name: 'Sign in with Union ID' });
    expect(screen.queryByRole('button', { name: 'Sign in with WeChat' })).toBeNull();
    await press(user, 'Sign in with WeCom');
    await waitFor(() => expect(left).toEqual([start.url]));
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      ['/auth/bridges/wecom/start', { inApp: false }],
    ]);
    expect(readDraft(sessionStorage, 'bridge/wecom')).toEqual({
      ticket: 'the ticket',
      purpose: 'signIn',
      next: '/my',
    });
  });

  it('offers WeChat in WeChat, where nothing has to be scanned', async () => {
    inApp('Mozilla/5.0 MicroMessenger/8.0.50');
    const { sent, user } = await page({ 'POST /auth/bridges/wechat/start': start });
    await screen.findByRole('button', { name: 'Sign in with WeChat' });
    await press(user, 'Sign in with WeChat');
    await waitFor(() => expect(left).toEqual([start.url]));
    expect(commandsOf(sent)[0]?.body).toEqual({ inApp: true });
  });

  it('says that a provider is away', async () => {
    const { user } = await page({ 'POST /auth/bridges/oidc/start': refusal(503, 'BRIDGE_DOWN') });
    await screen.findByRole('button', { name: 'Sign in with Union ID' });
    await press(user, 'Sign in with Union ID');
    expect(await screen.findByText('BRIDGE_DOWN in words')).toBeTruthy();
    expect(left).toEqual([]);
  });

  it('offers nothing where nothing is configured', async () => {
    await page({ 'GET /auth/bridges': { bridges: [] } });
    await settled();
    expect(screen.queryByRole('button', { name: /Sign in with (WeCom|WeChat|Union)/ })).toBeNull();
  });
});

describe('coming back', () => {
  const back = (answers: Answers, search = '?code=c&state=s') =>
    show(
      <AsNobody>
        <Routes>
          <Route path="/sign-in/return/:bridge" element={<SignInReturnPage />} />
          <Route path="/my" element={<p>My page</p>} />
        </Routes>
      </AsNobody>,
      { answers: { 'GET /me': { locale: 'en' }, ...answers }, texts, at: `/sign-in/return/wecom${search}` },
    );
  const keep = (purpose: string): void =>
    writeDraft(sessionStorage, 'bridge/wecom', { ticket: 'the ticket', purpose, next: '/my' });

  it('completes the sign-in once, and goes on to the page that was wanted', async () => {
    keep('signIn');
    const { sent } = await back({ 'POST /auth/bridges/wecom/finish': tokens });
    await screen.findByText('My page');
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      ['/auth/bridges/wecom/finish', { code: 'c', state: 's', ticket: 'the ticket' }],
    ]);
    expect(readDraft(sessionStorage, 'bridge/wecom')).toBeNull();
  });

  it('asks for the second step', async () => {
    keep('signIn');
    const [status, problem] = refusal(401, 'SECOND_FACTOR_REQUIRED');
    const secondFactor = { challenge: 'the challenge', methods: ['code'], expiresAt: '' };
    const { sent, user } = await back({
      'POST /auth/bridges/wecom/finish': () => [status, { ...problem, secondFactor }],
      'POST /auth/sessions/second-factor': tokens,
    });
    await user.type(await screen.findByLabelText('Code or recovery code'), '123456');
    await press(user, 'Sign in');
    await screen.findByText('My page');
    expect(commandsOf(sent)[1]?.body).toEqual({ challenge: 'the challenge', code: '123456' });
  });

  it('says what to do where the account is not linked', async () => {
    keep('signIn');
    await back({ 'POST /auth/bridges/wecom/finish': refusal(422, 'BRIDGE_NOT_LINKED') });
    expect(await screen.findByText('BRIDGE_NOT_LINKED in words')).toBeTruthy();
    const links = screen.getAllByRole('link').map((one) => one.getAttribute('href'));
    expect(links).toEqual(['/activate', '/join', '/sign-in']);
  });

  it.each([
    [
      'nothing was begun in this browser',
      null,
      '?code=c&state=s',
      /^Please start again: this sign-in has expired, or was started in another browser\./,
    ],
    [
      'the person has declined',
      'signIn',
      '?error=access_denied&state=s',
      /^You declined authorisation; nothing has changed\./,
    ],
    [
      'there is no code',
      'signIn',
      '',
      /^Please start again: this sign-in has expired, or was started in another browser\./,
    ],
  ])('sends nothing if %s', async (_name, purpose, search, words) => {
    if (purpose !== null) keep(purpose);
    const { sent } = await back({}, search);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
  });
});

describe('linked accounts', () => {
  const section = (answers: Answers) =>
    show(<LinkedAccountsSection />, {
      answers: { 'GET /auth/bridges': bridges, 'GET /me/credentials': credentials, ...answers },
      texts,
    });

  it('are linked once the person has shown that it is them', async () => {
    const { sent, user } = await section({ 'POST /me/credentials/linked-accounts/options': start });
    await screen.findByText('There are no linked accounts yet.');
    await screen.findByText('To link WeChat, please open this page in WeChat.');
    await press(user, 'Link WeCom');
    await user.type(screen.getByLabelText('Current password'), 'my password');
    await press(user, 'Go to WeCom');
    await waitFor(() => expect(left).toEqual([start.url]));
    expect(commandsOf(sent)[0]?.body).toEqual({
      bridge: 'wecom',
      inApp: false,
      proof: { password: 'my password' },
    });
    expect(readDraft(sessionStorage, 'bridge/wecom')).toMatchObject({ purpose: 'link' });
  });

  it('are linked when the person comes back', async () => {
    writeDraft(sessionStorage, 'bridge/wecom', { ticket: 'the ticket', purpose: 'link', next: null });
    const { sent } = await show(
      <Routes>
        <Route path="/sign-in/return/:bridge" element={<SignInReturnPage />} />
      </Routes>,
      {
        answers: { 'POST /me/credentials/linked-accounts': linked },
        texts,
        at: '/sign-in/return/wecom?code=c&state=s',
      },
    );
    await screen.findByText('Linked. You can now use it to sign in.');
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      ['/me/credentials/linked-accounts', { bridge: 'wecom', code: 'c', state: 's', ticket: 'the ticket' }],
    ]);
  });

  it('say why one was not linked', async () => {
    writeDraft(sessionStorage, 'bridge/wecom', { ticket: 'the ticket', purpose: 'link', next: null });
    await show(
      <Routes>
        <Route path="/sign-in/return/:bridge" element={<SignInReturnPage />} />
      </Routes>,
      {
        answers: { 'POST /me/credentials/linked-accounts': refusal(409, 'LINKED_TO_ANOTHER') },
        texts,
        at: '/sign-in/return/wecom?code=c&state=s',
      },
    );
    expect(await screen.findByText('LINKED_TO_ANOTHER in words')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Back to account and settings' })).toBeTruthy();
  });

  it('are unlinked with a proof', async () => {
    let own: object = { ...credentials, linkedAccounts: [linked] };
    const { sent, user } = await section({
      'GET /me/credentials': () => own,
      'POST /me/credentials/linked-accounts/a1/remove': () => {
        own = credentials;
        return {};
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Unlink: WeCom' }));
    await user.type(screen.getByLabelText('Current password'), 'my password');
    await press(user, 'Unlink');
    await screen.findByText('There are no linked accounts yet.');
    expect(commandsOf(sent)[0]?.body).toEqual({ proof: { password: 'my password' } });
  });

  it('are not spoken of where there is nothing to link', async () => {
    const { container } = await show(<LinkedAccountsFold />, {
      answers: { 'GET /me/credentials': credentials, 'GET /auth/bridges': { bridges: [] } },
      texts,
    });
    await settled();
    expect(container.textContent).toBe('');
  });
});
