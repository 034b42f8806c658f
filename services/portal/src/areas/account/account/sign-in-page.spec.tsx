import { press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { session } from '../../../api/platform.js';
import { useEffect, useState } from 'react';
import { SignInPage } from './sign-in-page.js';

const show = pageTests();
const tokens = { accessToken: 'e30.e30.x', refreshToken: 'refresh', expiresIn: 600 };
const second = {
  challenge: 'the challenge',
  methods: ['code'],
  expiresAt: new Date(Date.now() + 300_000).toISOString(),
};

/** The fixture signs somebody in: this page is for nobody. */
function Nobody() {
  const [isOut, setIsOut] = useState(false);
  useEffect(() => {
    session.end();
    setIsOut(true);
  }, []);
  return isOut ? <SignInPage /> : null;
}

const page = (answers: Answers) => show(<Nobody />, { answers, texts: ['account', 'bridge', 'credential'] });

function needsSecondStep(): readonly [number, object] {
  const [status, problem] = refusal(401, 'SECOND_FACTOR_REQUIRED');
  return [status, { ...problem, secondFactor: second }];
}

beforeEach(() => session.end());

async function firstStep(answers: Answers = {}) {
  const shown = await page({
    'POST /auth/sessions': needsSecondStep,
    'GET /me': { locale: 'en' },
    ...answers,
  });
  await shown.user.type(await screen.findByLabelText('Phone number or username'), 'zhang.san');
  await shown.user.type(screen.getByLabelText('Password'), 'my password');
  await press(shown.user, 'Sign in');
  await screen.findByText('Second step: show that it is you');
  return shown;
}

it('asks for the second step where the platform does, and completes the sign-in with its challenge', async () => {
  const { sent, user } = await firstStep({ 'POST /auth/sessions/second-factor': tokens });
  await press(user, 'Sign in');
  await screen.findByText('Please enter a code or a recovery code');
  await user.type(screen.getByLabelText('Code or recovery code'), '123 456');
  await press(user, 'Sign in');
  await waitFor(() => expect(session.isSignedIn()).toBe(true));
  const completed = sent.find(({ path }) => path === '/auth/sessions/second-factor');
  expect(completed?.body).toEqual({ challenge: 'the challenge', code: '123 456' });
});

it('says at the field that a code is wrong, and goes back to the password', async () => {
  const { user } = await firstStep({
    'POST /auth/sessions/second-factor': refusal(422, 'FACTOR_WRONG', '/code'),
  });
  await user.type(screen.getByLabelText('Code or recovery code'), '000000');
  await press(user, 'Sign in');
  expect(await screen.findByText('FACTOR_WRONG in words')).toBeTruthy();
  await press(user, 'Back to sign-in');
  expect(await screen.findByLabelText('Password')).toBeTruthy();
});

async function byCode(answers: Answers) {
  const shown = await page({ 'POST /auth/codes': { done: true }, 'GET /me': { locale: 'en' }, ...answers });
  await shown.user.type(await screen.findByLabelText('Phone number or username'), '139 0000 1158');
  await press(shown.user, 'Sign in with a text message code');
  // What was typed is still there.
  await press(shown.user, 'Send code by text message');
  await screen.findByText('Signing in as 139 0000 1158');
  return shown;
}

it('signs in by a code to the phone that was typed already', async () => {
  const { sent, user } = await byCode({ 'POST /auth/sessions/code': tokens });
  const field = screen.getByLabelText('Code');
  expect(field.getAttribute('autocomplete')).toBe('one-time-code');
  expect(field.getAttribute('inputmode')).toBe('numeric');
  await user.type(field, '402817');
  await press(user, 'Sign in');
  await waitFor(() => expect(session.isSignedIn()).toBe(true));
  const account = '139 0000 1158';
  expect(sent.find(({ path }) => path === '/auth/codes')?.body).toEqual({ purpose: 'signIn', account });
  expect(sent.find(({ path }) => path === '/auth/sessions/code')?.body).toEqual({ account, code: '402817' });
});

it('asks for the second step after a code as well', async () => {
  const { user } = await byCode({ 'POST /auth/sessions/code': needsSecondStep });
  await user.type(screen.getByLabelText('Code'), '402817');
  await press(user, 'Sign in');
  expect(await screen.findByText('Second step: show that it is you')).toBeTruthy();
});

it('leads on from a wrong code to the password, and from a locked password to a code or a new password', async () => {
  const { user } = await byCode({
    'POST /auth/sessions/code': refusal(422, 'CODE_WRONG', '/code'),
    'POST /auth/sessions': refusal(429, 'TOO_MANY_REQUESTS'),
  });
  await user.type(screen.getByLabelText('Code'), '000000');
  await press(user, 'Sign in');
  expect(await screen.findByText('CODE_WRONG in words')).toBeTruthy();
  await press(user, 'Use your password instead');
  await user.type(await screen.findByLabelText('Password'), 'my password');
  await press(user, 'Sign in');
  expect(await screen.findByText('TOO_MANY_REQUESTS in words')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Forgot password' });
  expect(link.getAttribute('href')).toBe('/reset-password');
  await press(user, 'Use a text message code instead');
  expect(await screen.findByText('Send code by text message')).toBeTruthy();
});
