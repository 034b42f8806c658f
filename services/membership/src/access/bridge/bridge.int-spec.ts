import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  bridgeContract,
  type BridgeName,
  type LinkedAccountView,
} from '@gongxiang/contracts/membership/access/bridge.contract';
import { credentialContract } from '@gongxiang/contracts/membership/access/credential.contract';
import { sessionContract, type SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, hourMs, minuteMs, newId } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { plantPerson, startMembership } from '../../membership.fixture.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { PersonRow } from '../../persons/person/person.entity.js';
import {
  complete,
  firstStep,
  type Owner,
  refusalOf,
  setUpApp,
  shownBy,
  somebody,
} from '../second-factor/second-factor.fixture.js';
import { OidcProvider, type Visitor } from './oidc-provider.fixture.js';
import { WechatProvider, WecomProvider } from './tencent.fixture.js';

const publicUrl = 'https://union.example';
const oidc = new OidcProvider(`${publicUrl}/sign-in/return/oidc`);
const wecom = new WecomProvider(`${publicUrl}/sign-in/return/wecom`);
const wechat = new WechatProvider(`${publicUrl}/sign-in/return/wechat`);
let membership: ServiceFixture;

beforeAll(async () => {
  await Promise.all([oidc.start(), wecom.start(), wechat.start()]);
  membership = await startMembership({
    replicas: 2,
    config: {
      publicUrl,
      oidcIssuer: oidc.url,
      oidcClientId: oidc.clientId,
      oidcClientSecret: oidc.clientSecret,
      oidcName: '统一身份',
      wecomCorpId: wecom.corpId,
      wecomAgentId: wecom.agentId,
      wecomSecret: wecom.secret,
      wecomApiUrl: wecom.url,
      wecomScanUrl: wecom.url,
      wechatAppId: wechat.appId,
      wechatAppSecret: wechat.secret,
      wechatScope: 'snsapi_base',
      wechatApiUrl: wechat.url,
      wechatOpenUrl: wechat.url,
    },
  });
});

afterAll(async () => {
  await membership.stop();
  await Promise.all([oidc.stop(), wecom.stop(), wechat.stop()]);
});

// Failures of the test before are forgiven.
beforeEach(() => membership.clock.advance(24 * hourMs));

let visitors = 0;
/** Somebody whom no other test has. */
const newVisitor = (more: Partial<Visitor> = {}): Visitor => {
  visitors += 1;
  return { sub: `visitor-${visitors}`, ...more };
};

/** What the browser comes back with: the answer of the provider, and what it has kept. */
async function returned(visitor: Visitor) {
  const { url, ticket } = await membership.ask(bridgeContract.start, { bridge: 'oidc' }, null);
  return { bridge: 'oidc' as const, ticket, ...oidc.visit(url, visitor) };
}

type Returned = Awaited<ReturnType<typeof returned>>;

const finish = (request: Returned, from = '127.0.0.1'): Promise<SignInView> =>
  membership.ask(bridgeContract.finish, request, null, { from });

async function returnedToLink({ actor, password }: Owner, visitor: Visitor): Promise<Returned> {
  const request = { bridge: 'oidc' as const, proof: { password } };
  const { url, ticket } = await membership.ask(bridgeContract.beginLink, request, actor);
  return { bridge: 'oidc', ticket, ...oidc.visit(url, visitor) };
}

async function link(owner: Owner, visitor: Visitor): Promise<LinkedAccountView> {
  return membership.ask(bridgeContract.addLink, await returnedToLink(owner, visitor), owner.actor);
}

const linkedOf = async (actor: Actor) =>
  (await membership.ask(credentialContract.get, {}, actor)).linkedAccounts;

function subjectOf({ accessToken }: SignInView): string {
  return (JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sub: string })
    .sub;
}

async function givePhone(personId: string, phone: string): Promise<void> {
  const personalData = membership.app.get(PersonalData);
  await membership.dataSource.manager.update(
    PersonRow,
    { id: personId },
    { phone: personalData.seal(personId, 'phone', phone), phoneHash: personalData.hash('phone', phone) },
  );
}

describe('an account elsewhere', () => {
  it('is linked, signs in, and no more once it is unlinked', async () => {
    const owner = await somebody(membership);
    await givePhone(owner.actor.personId, '13800002222');
    const visitor = newVisitor();
    const { personId } = owner.actor;
    const view = await link(owner, visitor);
    expect(view).toMatchObject({ bridge: 'oidc', usedAt: null, from: '127.0.0.1' });

    const session = await finish(await returned(visitor));
    expect(subjectOf(session)).toBe(personId);
    expect(Object.keys(session).sort()).toEqual(['accessToken', 'expiresIn', 'refreshToken']);
    const [listed] = await linkedOf(owner.actor);
    expect(listed).toEqual({ ...view, usedAt: membership.clock.now().toISOString() });
    // Signed out, and in again.
    const [newest] = (await membership.ask(sessionContract.list, { limit: 50 }, owner.actor)).items;
    await membership.ask(sessionContract.revoke, { sessionId: newest?.id ?? '' }, owner.actor);
    expect(await refusalOf(membership.ask(sessionContract.refresh, session, null))).toBe('SESSION_ENDED');
    expect(subjectOf(await finish(await returned(visitor)))).toBe(personId);

    const remove = (proof: object, actor = owner.actor) =>
      membership.ask(bridgeContract.removeLink, { linkedAccountId: view.id, proof }, actor);
    expect(await refusalOf(remove({ password: 'wrong' }))).toBe('PASSWORD_WRONG');
    const other = await somebody(membership);
    expect(await refusalOf(remove({ password: other.password }, other.actor))).toBe('NOT_FOUND');
    await remove({ password: owner.password });
    expect(await linkedOf(owner.actor)).toEqual([]);
    expect(await refusalOf(finish(await returned(visitor)))).toBe('BRIDGE_NOT_LINKED');

    const told = (await membership.recorded(membershipEvents.textRaised)).map(({ kind }) => kind);
    expect(told.slice(-2)).toEqual(['accountLinked', 'accountUnlinked']);
    const trail: unknown = await membership.dataSource.query(
      `SELECT action, before, after FROM audit_record WHERE noun = 'linked-account' AND subject_id = $1 ORDER BY id`,
      [view.id],
    );
    expect(trail).toEqual([
      { action: 'membership.linked-account.add', before: null, after: { personId, bridge: 'oidc' } },
      {
        action: 'membership.linked-account.remove',
        before: { personId, bridge: 'oidc' },
        after: { removed: true },
      },
    ]);
  });

  it('is stored as a hash alone, and no ticket, code or state is stored at all', async () => {
    const owner = await somebody(membership);
    const visitor = newVisitor({ sub: 'a-name-that-stands-nowhere' });
    const request = await returnedToLink(owner, visitor);
    await membership.ask(bridgeContract.addLink, request, owner.actor);
    const back = await returned(visitor);
    await finish(back);
    const rows: unknown[] = await membership.dataSource.query(
      `SELECT to_jsonb(t) FROM linked_account t UNION ALL SELECT to_jsonb(c) FROM answered_challenge c
       UNION ALL SELECT to_jsonb(a) FROM audit_record a UNION ALL SELECT to_jsonb(i) FROM idempotency i
       UNION ALL SELECT to_jsonb(o) FROM outbox o`,
    );
    const text = JSON.stringify(rows);
    for (const word of [visitor.sub, request.ticket, request.code, back.ticket, back.code])
      expect(text).not.toContain(word);
  });

  it('asks for the second factor, as a password does', async () => {
    const owner = await somebody(membership);
    const visitor = newVisitor();
    await link(owner, visitor);
    const { secret } = await setUpApp(membership, owner);
    const refusal = await finish(await returned(visitor)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'SECOND_FACTOR_REQUIRED', params: { methods: 'code' } });
    const { challenge } = (refusal as { params: { challenge: string } }).params;
    const code = shownBy(secret, membership);
    expect(subjectOf(await membership.ask(sessionContract.complete, { challenge, code }, null))).toBe(
      owner.actor.personId,
    );
    expect(await firstStep(membership, owner)).not.toBeNull();
    membership.clock.advance(minuteMs);
    await complete(membership, owner, { code: shownBy(secret, membership) });
  });

  it('is linked to one person: another is refused, and the same one gets what is there', async () => {
    const [owner, other] = [await somebody(membership), await somebody(membership)];
    const visitor = newVisitor();
    const view = await link(owner, visitor);
    expect(await refusalOf(link(other, visitor))).toBe('LINKED_TO_ANOTHER');
    const again = await membership.send(
      bridgeContract.addLink,
      await returnedToLink(owner, visitor),
      owner.actor,
    );
    expect(again).toMatchObject({ existing: true, body: { id: view.id } });
    const twice = newVisitor();
    const requests = [await returnedToLink(owner, twice), await returnedToLink(other, twice)] as const;
    const outcomes = await Promise.all([
      refusalOf(membership.ask(bridgeContract.addLink, requests[0], owner.actor)),
      refusalOf(membership.ask(bridgeContract.addLink, requests[1], other.actor)),
    ]);
    expect(outcomes.sort()).toEqual(['LINKED_TO_ANOTHER', 'allowed']);
  });

  it('can be one of ten', async () => {
    const owner = await somebody(membership);
    for (let n = 0; n < 10; n += 1) await link(owner, newVisitor());
    expect(await refusalOf(link(owner, newVisitor()))).toBe('LINKED_ACCOUNTS_TOO_MANY');
    expect(await linkedOf(owner.actor)).toHaveLength(10);
  });

  it('is neither linked nor unlinked by whoever only finds the session open, nor by an API key', async () => {
    const owner = await somebody(membership);
    const begin = (proof: object, actor = owner.actor) =>
      refusalOf(membership.ask(bridgeContract.beginLink, { bridge: 'oidc', proof }, actor));
    expect(await begin({})).toBe('PROOF_REQUIRED');
    expect(await begin({ password: 'wrong' })).toBe('PASSWORD_WRONG');
    const byKey = { ...owner.actor, apiKeyId: newId() };
    const proof = { password: owner.password };
    expect(await begin(proof, byKey)).toBe('NOT_PERMITTED');
    const request = await returnedToLink(owner, newVisitor());
    expect(await refusalOf(membership.ask(bridgeContract.addLink, request, byKey))).toBe('NOT_PERMITTED');
    const { id } = await membership.ask(bridgeContract.addLink, request, owner.actor);
    const remove = { linkedAccountId: id, proof };
    expect(await refusalOf(membership.ask(bridgeContract.removeLink, remove, byKey))).toBe('NOT_PERMITTED');
  });
});

describe('what comes back from a provider', () => {
  it('works once, also of two that arrive at the same moment', async () => {
    const owner = await somebody(membership);
    const visitor = newVisitor();
    await link(owner, visitor);
    const request = await returned(visitor);
    const outcomes = await Promise.all([refusalOf(finish(request)), refusalOf(finish(request))]);
    expect(outcomes.sort()).toEqual(['BRIDGE_STATE_WRONG', 'allowed']);
    expect(await refusalOf(finish(request))).toBe('BRIDGE_STATE_WRONG');
  });

  it('is over after ten minutes', async () => {
    const request = await returned(newVisitor());
    membership.clock.advance(10 * minuteMs);
    expect(await refusalOf(finish(request))).toBe('BRIDGE_STATE_WRONG');
  });

  it('is of no use in another browser, for another start, bridge or purpose', async () => {
    const owner = await somebody(membership);
    const visitor = newVisitor();
    await link(owner, visitor);
    const [mine, theirs] = [await returned(visitor), await returned(visitor)];
    // Somebody else's address in one's own browser, and the reverse.
    expect(await refusalOf(finish({ ...mine, ticket: theirs.ticket }))).toBe('BRIDGE_STATE_WRONG');
    expect(await refusalOf(finish({ ...mine, state: theirs.state }))).toBe('BRIDGE_STATE_WRONG');
    const elsewhere = { ...mine, bridge: 'wecom' as BridgeName };
    expect(await refusalOf(membership.ask(bridgeContract.finish, elsewhere, null))).toBe(
      'BRIDGE_STATE_WRONG',
    );
    expect(await refusalOf(membership.ask(bridgeContract.addLink, mine, owner.actor))).toBe(
      'BRIDGE_STATE_WRONG',
    );
    expect(await refusalOf(finish(await returnedToLink(owner, visitor)))).toBe('BRIDGE_STATE_WRONG');
  });

  it('links for nobody but the person who began', async () => {
    const [owner, other] = [await somebody(membership), await somebody(membership)];
    const request = await returnedToLink(owner, newVisitor());
    expect(await refusalOf(membership.ask(bridgeContract.addLink, request, other.actor))).toBe(
      'BRIDGE_STATE_WRONG',
    );
    expect(await linkedOf(other.actor)).toEqual([]);
  });

  it('proves nobody with a code that the provider does not know, or a token with another nonce', async () => {
    const request = await returned(newVisitor());
    await expect(finish({ ...request, code: randomUUID() })).rejects.toMatchObject({
      code: 'BRIDGE_REFUSED',
      errors: [{ pointer: '/code' }],
    });
    const lie = { claims: { nonce: 'another' } };
    expect(await refusalOf(finish(await returned(newVisitor({ lie }))))).toBe('BRIDGE_REFUSED');
  });

  it('E124: is not guessed at: after four wrong ones from an address the right one has to wait', async () => {
    const owner = await somebody(membership);
    const visitor = newVisitor();
    await link(owner, visitor);
    const request = await returned(visitor);
    const from = '10.0.9.7';
    for (let n = 0; n < 5; n += 1) await refusalOf(finish({ ...request, ticket: `made up ${n}` }, from));
    expect(await refusalOf(finish(request, from))).toBe('TOO_MANY_REQUESTS');
    // Nobody else waits, and nothing was used up.
    expect(await refusalOf(finish(request, '10.0.9.8'))).toBe('allowed');
  });

  it('meets a provider that is away: a stable code, and the password still signs in', async () => {
    const owner = await somebody(membership);
    const visitor = newVisitor();
    await link(owner, visitor);
    const request = await returned(visitor);
    oidc.outage = 'down';
    try {
      await expect(finish(request)).rejects.toMatchObject({ code: 'BRIDGE_DOWN', retryAfterSeconds: 10 });
      expect(await firstStep(membership, owner)).toBeNull();
    } finally {
      oidc.outage = null;
    }
    expect(await refusalOf(finish(await returned(visitor)))).toBe('allowed');
  });
});

describe('who is not linked', () => {
  const phone = (number: string, isVerified = true) => ({ phone: { number, isVerified } });

  it('is signed in and linked by a phone that the provider has verified, and is told', async () => {
    const owner = await somebody(membership);
    await givePhone(owner.actor.personId, '13800003333');
    const visitor = newVisitor(phone('+86 138-0000-3333'));
    expect(subjectOf(await finish(await returned(visitor)))).toBe(owner.actor.personId);
    expect(await linkedOf(owner.actor)).toMatchObject([
      { bridge: 'oidc', usedAt: membership.clock.now().toISOString() },
    ]);
    const told = (await membership.recorded(membershipEvents.textRaised)).map(({ kind }) => kind);
    expect(told.at(-1)).toBe('accountLinked');
    // From then on by the link, whatever becomes of the phone.
    expect(subjectOf(await finish(await returned({ sub: visitor.sub })))).toBe(owner.actor.personId);
    expect(await linkedOf(owner.actor)).toHaveLength(1);
  });

  it.each([
    ['a phone that the provider has not verified', '13800004441', 'ofOne', false],
    ['a phone that two people have', '13800004442', 'ofTwo', true],
    ['a phone of somebody without an account', '13800004443', 'ofNoAccount', true],
    ['a phone that nobody has', '13800004444', 'ofNobody', true],
    ['no phone', 'none', 'ofNobody', true],
  ] as const)(
    'gets the same refusal with %s, and nothing is created',
    async (_name, number, whose, isVerified) => {
      if (whose === 'ofOne' || whose === 'ofTwo')
        await givePhone((await somebody(membership)).actor.personId, number);
      if (whose === 'ofTwo' || whose === 'ofNoAccount')
        await givePhone(await plantPerson(membership), number);
      const count = () =>
        membership.dataSource.query(
          'SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM linked_account) AS links',
        ) as Promise<unknown>;
      const before = await count();
      await expect(finish(await returned(newVisitor(phone(number, isVerified))))).rejects.toMatchObject({
        code: 'BRIDGE_NOT_LINKED',
        errors: [],
      });
      expect(await count()).toEqual(before);
    },
  );

  it('gets it also for a person who has no account any more', async () => {
    const owner = await somebody(membership);
    const visitor = newVisitor(phone('13800005555'));
    await givePhone(owner.actor.personId, '13800005555');
    await link(owner, visitor);
    await membership.dataSource.manager.update(
      PersonRow,
      { id: owner.actor.personId },
      { passwordHash: null },
    );
    expect(await refusalOf(finish(await returned(visitor)))).toBe('BRIDGE_NOT_LINKED');
  });
});

describe('WeCom and WeChat', () => {
  it.each([
    ['wecom', true, wecom, { userid: 'LiSi' }],
    ['wecom', false, wecom, { userid: 'lisi2' }],
    ['wechat', true, wechat, { openid: 'oLiSi' }],
  ] as const)('%s is linked and signs in (in its app: %s)', async (bridge, inApp, provider, user) => {
    const owner = await somebody(membership);
    // The WeCom of the test has one address for both.
    const begun = await membership.ask(
      bridgeContract.beginLink,
      { bridge, inApp, proof: { password: owner.password } },
      owner.actor,
    );
    const toLink = { bridge, ticket: begun.ticket, ...provider.visit(begun.url, user) };
    await membership.ask(bridgeContract.addLink, toLink, owner.actor);
    const started = await membership.ask(bridgeContract.start, { bridge, inApp }, null);
    const request = { bridge, ticket: started.ticket, ...provider.visit(started.url, user) };
    const view = await membership.ask(bridgeContract.finish, request, null);
    expect(subjectOf(view)).toBe(owner.actor.personId);
    expect(await linkedOf(owner.actor)).toMatchObject([{ bridge }]);
  });
});

it('the bridges are listed without a secret', async () => {
  const view = await membership.ask(bridgeContract.list, {}, null);
  expect(view).toEqual({
    bridges: [
      { bridge: 'wechat', title: null, inAppOnly: true },
      { bridge: 'wecom', title: null, inAppOnly: false },
      { bridge: 'oidc', title: '统一身份', inAppOnly: false },
    ],
  });
});

describe('without configuration', () => {
  let bare: ServiceFixture;

  beforeAll(async () => {
    bare = await startMembership();
  });

  afterAll(() => bare.stop());

  it('no bridge is offered, and none begins', async () => {
    expect(await bare.ask(bridgeContract.list, {}, null)).toEqual({ bridges: [] });
    expect(await refusalOf(bare.ask(bridgeContract.start, { bridge: 'wecom' }, null))).toBe('NOT_FOUND');
    const owner: { readonly actor: Actor } = { actor: actorWith({ personId: newId() }) };
    const begin = { bridge: 'oidc' as const, proof: { password: 'x' } };
    expect(await refusalOf(bare.ask(bridgeContract.beginLink, begin, owner.actor))).toBe('NOT_FOUND');
  });
});
