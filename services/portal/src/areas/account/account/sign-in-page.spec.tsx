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
  await shown.user.type(await screen.findByLabelText('Phone or login'), 'zhang.san');
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
