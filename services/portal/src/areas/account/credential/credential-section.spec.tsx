import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { CredentialSection } from './credential-section.js';
import type { Credentials } from './proof.model.js';

const show = pageTests();
const nothing: Credentials = {
  totp: null,
  passkeys: [],
  linkedAccounts: [],
  recoveryCodesLeft: 0,
  hasSecondFactor: false,
  secondFactorDueAt: null,
};
const setUp: Credentials = {
  ...nothing,
  totp: { since: '2026-11-21T09:00:00+08:00' },
  recoveryCodesLeft: 2,
  hasSecondFactor: true,
};
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const section = (credentials: Credentials, answers: Answers = {}) =>
  show(<CredentialSection />, {
    answers: { 'GET /me/credentials': credentials, 'GET /me': { roles: [] }, ...answers },
    texts: ['account', 'credential'],
  });

describe('two-step sign-in', () => {
  it('is set up by password, QR code and a code, and shows the recovery codes until they are kept', async () => {
    let credentials = nothing;
    const { sent, user } = await section(nothing, {
      'GET /me/credentials': () => credentials,
      'POST /me/credentials/totp': { secret, uri: `otpauth://totp/x?secret=${secret}` },
      'POST /me/credentials/totp/confirm': () => {
        credentials = setUp;
        return { recoveryCodes: ['AAAAA-BBBBB', 'CCCCC-DDDDD'] };
      },
    });
    await screen.findByText('Two-step sign-in is off');
    await press(user, 'Set up an authenticator app');
    await press(user, 'Continue');
    await screen.findByText('Please enter your current password');
    await user.type(screen.getByLabelText('Current password'), 'my password');
    await press(user, 'Continue');
    expect((await screen.findByLabelText('Key')).textContent).toContain('JBSW Y3DP');
    expect(screen.getByRole('img', { name: 'QR code to set up the authenticator app' })).toBeTruthy();
    await user.type(screen.getByLabelText('The six digits that the app shows now'), '123456');
    await press(user, 'Finish');
    const codes = await screen.findByRole('list', { name: 'Recovery codes' });
    expect(within(codes).getAllByRole('listitem')).toHaveLength(2);
    await screen.findByText('Two-step sign-in is on');
    await press(user, 'I have kept them');
    expect(screen.queryByText('AAAAA-BBBBB')).toBeNull();
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      ['/me/credentials/totp', { proof: { password: 'my password' } }],
      ['/me/credentials/totp/confirm', { code: '123456' }],
    ]);
  });

  it('is removed by a code as well, and a wrong one is said at its field', async () => {
    const { sent, user } = await section(setUp, {
      'POST /me/credentials/totp/remove': refusal(422, 'FACTOR_WRONG', '/proof/code'),
    });
    await screen.findByText('Only 2 are left; please make new ones.');
    await press(user, 'Remove the app');
    await user.click(screen.getByRole('radio', { name: 'Code or recovery code' }));
    await user.type(
      screen.getByLabelText('Code or recovery code', { selector: 'input[type=text]' }),
      '000000',
    );
    await press(user, 'Remove the app');
    expect(await screen.findByText('FACTOR_WRONG in words')).toBeTruthy();
    expect(commandsOf(sent)[0]?.body).toEqual({ proof: { code: '000000' } });
  });

  it('says by when the federation wants it', async () => {
    await section({ ...nothing, secondFactorDueAt: new Date(Date.now() + 86_400_000).toISOString() });
    expect(await screen.findByText(/^The federation asks for two-step sign-in/)).toBeTruthy();
  });

  it('says that an office is suspended without it', async () => {
    await section({ ...nothing, secondFactorDueAt: '2026-01-01T00:00:00+08:00' });
    expect(await screen.findByText(/^Your office is suspended/)).toBeTruthy();
  });

  it('is set by officers of the federation for others, from here', async () => {
    const root = { role: 'officer', unionId: 'u', path: '1.' };
    await section(nothing, { 'GET /me': { roles: [root] } });
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'Who needs two-step sign-in' })).toBeTruthy(),
    );
  });
});
