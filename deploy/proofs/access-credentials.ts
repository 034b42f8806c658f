import type {
  FactorAddedView,
  TotpSetUpView,
} from '@gongxiang/contracts/membership/access/credential.contract';
import { newId } from '@gongxiang/domain';
import { type AccessRow, type AccessWorld } from './access-world.js';
import { ask } from './ask.js';
import { makePerson, memberPassword } from './fixtures.js';
import { totpCode } from './totp-code.js';

const signedIn = [401, 200, 200, 200] as const;
const proof = { password: memberPassword };
const noPasskey = { passkey: { id: 'AQID', rawId: 'AQID', type: 'public-key', response: {} } };
const noToken = 'q3Zt0S2yTq2v8yYw';
let phones = 0;
const takesProvider = 'None is configured here, and the story of the service has one';
const noReturn = { code: 'c', state: '0'.repeat(64), ticket: 'none' };
const takesBrowser = 'It takes an authenticator: the story of the browser has one';

/** What the second step of somebody's sign-in is completed with. */
async function begunSignIn(world: AccessWorld): Promise<object> {
  const { platform, network } = world;
  const person = await makePerson(platform, network, network.near);
  const { secret } = await person.client.post<TotpSetUpView>('/me/credentials/totp', { proof });
  const confirmed = await person.client.post<FactorAddedView>('/me/credentials/totp/confirm', {
    code: totpCode(secret),
  });
  const body = { account: person.account, password: memberPassword };
  const refused = await ask(platform.gatewayUrl, 'POST', '/auth/sessions', { body });
  const { secondFactor } = refused.body as { secondFactor?: { challenge: string } };
  return { challenge: secondFactor?.challenge, code: confirmed.recoveryCodes?.[0] };
}

/** Everybody's own second factors, and of whom the federation asks one. */
export const credentialRows: readonly AccessRow[] = [
  { route: 'GET /me/credentials', expected: signedIn },
  {
    route: 'POST /me/credentials/totp',
    expected: [401, 201, 201, 201],
    request: () => ({ body: { proof } }),
  },
  {
    route: 'POST /me/credentials/totp/confirm',
    expected: [401, 422, 422, 422],
    request: () => ({ body: { code: 'no code' } }),
    why: 'The code is none of the app',
  },
  {
    route: 'POST /me/credentials/totp/remove',
    expected: [401, 404, 404, 404],
    request: () => ({ body: { proof } }),
    why: 'None is set up',
  },
  {
    route: 'POST /me/credentials/recovery-codes',
    expected: [401, 409, 409, 409],
    request: () => ({ body: { proof } }),
    why: 'They stand in for a factor, and there is none',
  },
  {
    route: 'POST /auth/sessions/second-factor',
    expected: [201, 201, 201, 201],
    request: async (world) => ({ body: await begunSignIn(world) }),
  },
  { route: 'POST /auth/passkey-challenges', expected: [201, 201, 201, 201] },
  {
    route: 'POST /auth/sessions/passkey',
    expected: [422, 422, 422, 422],
    request: () => ({ body: noPasskey }),
    why: takesBrowser,
  },
  {
    route: 'POST /me/credentials/passkeys/options',
    expected: signedIn,
    request: () => ({ body: { proof } }),
  },
  {
    route: 'POST /me/credentials/passkeys',
    expected: [401, 422, 422, 422],
    request: () => ({ body: { name: '手机', ...noPasskey } }),
    why: takesBrowser,
  },
  {
    route: 'PATCH /me/credentials/passkeys/{passkeyId}',
    expected: [401, 404, 404, 404],
    request: () => ({ params: { passkeyId: newId() }, body: { name: '手机' } }),
    why: takesBrowser,
  },
  {
    route: 'POST /me/credentials/passkeys/{passkeyId}/remove',
    expected: [401, 404, 404, 404],
    request: () => ({ params: { passkeyId: newId() }, body: { proof } }),
    why: takesBrowser,
  },
  { route: 'GET /auth/bridges', expected: [200, 200, 200, 200] },
  {
    route: 'POST /auth/bridges/{bridge}/start',
    expected: [404, 404, 404, 404],
    request: () => ({ params: { bridge: 'wecom' }, body: {} }),
    why: takesProvider,
  },
  {
    route: 'POST /auth/bridges/{bridge}/finish',
    expected: [404, 404, 404, 404],
    request: () => ({ params: { bridge: 'wecom' }, body: noReturn }),
    why: takesProvider,
  },
  {
    route: 'POST /me/credentials/linked-accounts/options',
    expected: [401, 404, 404, 404],
    request: () => ({ body: { bridge: 'wecom', proof } }),
    why: takesProvider,
  },
  {
    route: 'POST /me/credentials/linked-accounts',
    expected: [401, 404, 404, 404],
    request: () => ({ body: { bridge: 'wecom', ...noReturn } }),
    why: takesProvider,
  },
  {
    route: 'POST /me/credentials/linked-accounts/{linkedAccountId}/remove',
    expected: [401, 404, 404, 404],
    request: () => ({ params: { linkedAccountId: newId() }, body: { proof } }),
    why: takesProvider,
  },
  { route: 'GET /me/contacts', expected: signedIn },
  { route: 'GET /me/phone', expected: signedIn },
  {
    route: 'POST /me/contacts/phone-changes',
    expected: [401, 201, 201, 201],
    request: () => {
      phones += 1;
      return { body: { phone: `1379001${1000 + phones}`, proof } };
    },
  },
  {
    route: 'POST /me/contacts/phone-changes/{phoneChangeId}/confirm',
    expected: [401, 404, 404, 404],
    request: () => ({ params: { phoneChangeId: newId() }, body: { newCode: '000000' } }),
    why: 'One confirms one’s own alone, and none is under way',
  },
  {
    route: 'POST /me/contacts/phone-changes/{phoneChangeId}/withdraw',
    expected: [401, 404, 404, 404],
    request: () => ({ params: { phoneChangeId: newId() } }),
    why: 'One withdraws one’s own alone, and none is under way',
  },
  {
    route: 'GET /public/phone-changes/{token}',
    expected: [404, 404, 404, 404],
    request: () => ({ params: { token: noToken } }),
    why: 'The token was sent to a phone alone',
  },
  {
    route: 'POST /phone-changes/stop',
    expected: [404, 404, 404, 404],
    request: () => ({ body: { token: noToken } }),
    why: 'The token was sent to a phone alone',
  },
  { route: 'GET /sign-in-policy', expected: signedIn },
  {
    route: 'PUT /sign-in-policy',
    expected: [401, 403, 403, 200],
    right: 'operator',
    request: () => ({ body: { secondFactorFor: [] } }),
  },
];
