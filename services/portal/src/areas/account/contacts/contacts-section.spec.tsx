import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import type { components } from '../../../api/schema.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { ContactsSection } from './contacts-section.js';
import { StopPhoneChangePage } from './stop-phone-change-page.js';

const show = pageTests();
const asked: components['schemas']['PhoneChangeView'] = {
  id: 'change',
  version: 1,
  state: 'asked',
  newPhone: '138****1234',
  oldPhone: '139****5678',
  byUnion: false,
  askedAt: '2026-11-25T09:00:00+08:00',
  codesUntil: '2026-11-25T09:05:00+08:00',
  effectiveAt: null,
  endedAt: null,
  stoppedBy: null,
};
const waiting = { ...asked, state: 'waiting', effectiveAt: '2026-11-26T09:00:00+08:00' } as const;
const credentials = {
  totp: null,
  passkeys: [],
  linkedAccounts: [],
  recoveryCodesLeft: 0,
  hasSecondFactor: false,
  secondFactorDueAt: null,
};
const at = '/me/contacts/phone-changes';

const section = (answers: Answers) =>
  show(<ContactsSection />, {
    answers: { 'GET /me/credentials': credentials, ...answers },
    texts: ['account', 'credential', 'phoneChange'],
  });

describe('the phone of an account', () => {
  it('is changed with the password and the codes of both phones', async () => {
    let change: typeof asked | null = null;
    const { sent, user } = await section({
      'GET /me/contacts': () => ({ phone: '139****5678', change }),
      [`POST ${at}`]: () => {
        change = asked;
        return asked;
      },
      [`POST ${at}/change/confirm`]: refusal(422, 'PHONE_OLD_CODE_WRONG', '/oldCode'),
    });
    await screen.findByText('Current phone number: 139****5678');
    await press(user, 'Change phone number');
    await user.type(await screen.findByLabelText('New phone number'), '13800001234');
    await user.type(screen.getByLabelText('Current password'), 'my password');
    await press(user, 'Send codes');
    await user.type(await screen.findByLabelText('Code sent to the new phone'), '402817');
    await user.type(screen.getByLabelText('Code sent to the old phone (optional)'), '1');
    await press(user, 'Confirm change');
    expect(await screen.findByText('PHONE_OLD_CODE_WRONG in words')).toBeTruthy();
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      [at, { phone: '13800001234', proof: { password: 'my password' } }],
      [`${at}/change/confirm`, { newCode: '402817', oldCode: '1' }],
    ]);
  });

  it('waits, and is stopped after one question', async () => {
    const { sent, user } = await section({
      'GET /me/contacts': { phone: '139****5678', change: waiting },
      [`POST ${at}/change/withdraw`]: { ...asked, state: 'withdrawn' },
    });
    await screen.findByText(/^The new phone 138\*\*\*\*1234 takes effect at/);
    await press(user, 'Stop change');
    await user.click(screen.getAllByRole('button', { name: 'Stop change' }).at(-1) as HTMLElement);
    expect(commandsOf(sent).map(({ path }) => path)).toEqual([`${at}/change/withdraw`]);
  });

  it('says who stopped it', async () => {
    const change = { ...asked, state: 'stopped', stoppedBy: 'oldPhone', endedAt: asked.askedAt };
    await section({ 'GET /me/contacts': { phone: null, change } });
    expect(
      await screen.findByText(
        /It was stopped from the old phone\. If that was not you, change your password now\./,
      ),
    ).toBeTruthy();
  });
});

describe('the link to the old phone', () => {
  const page = (answers: Answers) =>
    show(
      <Routes>
        <Route path="/stop-phone-change/:token" element={<StopPhoneChangePage />} />
      </Routes>,
      { answers, texts: ['phoneChange'], at: '/stop-phone-change/q3Zt0S2yTq2v8yYw' },
    );
  const shown = {
    state: 'waiting',
    newPhone: '138****1234',
    byUnion: false,
    effectiveAt: waiting.effectiveAt,
  };

  it('shows what is about to change, and stops it only after a question', async () => {
    const { sent, user } = await page({
      'GET /public/phone-changes/q3Zt0S2yTq2v8yYw': shown,
      'POST /phone-changes/stop': { ...shown, state: 'stopped', effectiveAt: null },
    });
    await screen.findByText(/^Someone has asked to sign in to this account with the phone/);
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'It wasn’t me, stop it');
    await user.click(await screen.findByRole('button', { name: 'Stop change' }));
    expect(await screen.findByText(/^The change was stopped/)).toBeTruthy();
    expect(commandsOf(sent)[0]?.body).toEqual({ token: 'q3Zt0S2yTq2v8yYw' });
  });

  it('says that it came too late', async () => {
    await page({
      'GET /public/phone-changes/q3Zt0S2yTq2v8yYw': { ...shown, state: 'applied', effectiveAt: null },
    });
    expect(
      await screen.findByText(
        /^The change has taken effect and can no longer be stopped\. If you did not request it, contact your union immediately\./,
      ),
    ).toBeTruthy();
  });
});
