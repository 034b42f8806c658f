import { expect, it } from '@jest/globals';
import { waysOf } from './proof.model.js';

const passkey = { id: 'p', name: 'Contact phone', createdAt: '2026-11-21T09:00:00+08:00', usedAt: null };
const totp = { since: '2026-11-21T09:00:00+08:00' };

it.each([
  ['nothing but a password', { totp: null, passkeys: [], recoveryCodesLeft: 0 }, true, ['password']],
  ['an app', { totp, passkeys: [], recoveryCodesLeft: 0 }, true, ['password', 'code']],
  [
    'a passkey and its recovery codes',
    { totp: null, passkeys: [passkey], recoveryCodesLeft: 9 },
    true,
    ['password', 'code', 'passkey'],
  ],
  [
    'a passkey where the browser cannot use it',
    { totp: null, passkeys: [passkey], recoveryCodesLeft: 0 },
    false,
    ['password'],
  ],
])('%s', (_what, credentials, canUsePasskeys, ways) => {
  expect(waysOf(credentials, canUsePasskeys)).toEqual(ways);
});
