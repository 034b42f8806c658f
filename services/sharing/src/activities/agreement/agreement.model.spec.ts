import { describe, expect, it } from '@jest/globals';
import type { ProposeAgreementRequest } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { agreementStates } from '@gongxiang/contracts/sharing/sharing-events';
import { partyKey, type PartyKind } from '@gongxiang/domain';
import {
  type Host,
  type LatestVersion,
  agreementSteps,
  payingParties,
  requireTransition,
  sameHosts,
  signerAmong,
  termsOf,
} from './agreement.model.js';

const allowed = new Set([
  'checking → open',
  'checking → refused',
  'checking → superseded',
  'open → inForce',
  'open → superseded',
  'inForce → superseded',
]);
const everyPair = agreementStates.flatMap((from) =>
  agreementStates.map((to) => ({ from, to, arrow: `${from} → ${to}` })),
);

function host(kind: PartyKind, id: string, unionId = id): Host {
  return { kind, id, unionId, name: `名${id}` };
}

const organiser = host('union', 'a');
const second = host('union', 'b');
const third = host('union', 'c');

describe('the life of an agreement version', () => {
  it.each(everyPair.filter(({ arrow }) => allowed.has(arrow)))('allows $arrow', ({ from, to }) => {
    expect(() => requireTransition(from, to)).not.toThrow();
  });

  it.each(everyPair.filter(({ arrow }) => !allowed.has(arrow)))('refuses $arrow', ({ from, to }) => {
    expect(() => requireTransition(from, to)).toThrow('ILLEGAL_TRANSITION');
  });
});

describe('who shares the cost', () => {
  it.each([
    ['a union pays itself', [organiser, second], ['union:a', 'union:b']],
    [
      'an enterprise pays itself, beside its union',
      [organiser, host('enterprise', 'e', 'a')],
      ['union:a', 'enterprise:e'],
    ],
    [
      'a club pays through the union that funds it',
      [organiser, host('club', 'k', 'b')],
      ['union:a', 'union:b'],
    ],
    ['a person pays through their union', [host('person', 'p', 'b'), organiser], ['union:b', 'union:a']],
    ['an organisation is a creditor, not a party', [organiser, host('organisation', 'o', 'b')], ['union:a']],
    ['a union that stands behind two hosts is one party', [organiser, host('club', 'k', 'a')], ['union:a']],
  ])('%s', (_name, hosts, keys) => {
    expect(payingParties(hosts).map(partyKey)).toEqual(keys);
  });
});

describe('the terms', () => {
  const request: ProposeAgreementRequest = {
    activityId: 'x',
    rule: { kind: 'equal' },
    fundCategory: 'allotment',
    expenseCode: '1.2',
  };

  it('name the hosts in order, and say what silence means where nobody said it', () => {
    expect(termsOf(request, [organiser, second])).toMatchObject({
      hosts: [{ id: 'a' }, { id: 'b' }],
      approval: { silence: 'agrees', days: 7 },
      caps: {},
      floors: {},
    });
  });

  it('refuse a task of somebody who is no host', () => {
    const tasks = [
      { party: 'union:b', title: '场地' },
      { party: 'union:z', title: '大巴' },
    ];
    expect(() => termsOf({ ...request, tasks }, [organiser, second])).toThrow(
      expect.objectContaining({
        code: 'AGREEMENT_PARTY_UNKNOWN',
        errors: [expect.objectContaining({ pointer: '/tasks/1/party' })],
      }),
    );
  });
});

describe('for whom somebody signs', () => {
  it.each([
    ['the one for whom they may', [second], [], 'b'],
    ['their own union, where the role reaches several', [organiser, second], ['b'], 'b'],
    ['nobody in particular, where the role reaches several from above', [organiser, second], ['root'], null],
    [
      'nobody in particular, where two hosts are of the signer’s union',
      [organiser, host('club', 'k', 'a')],
      ['a'],
      null,
    ],
  ])('%s', (_name, mayFor, ownUnionIds, expected) => {
    const sign = () => signerAmong(mayFor, ownUnionIds).id;
    if (expected === null) expect(sign).toThrow('SIGNING_PARTY_REQUIRED');
    else expect(sign()).toBe(expected);
  });
});

describe('what is missing for publishing', () => {
  const hosts = [organiser, second];
  function latest(state: LatestVersion['state'], signedBy: Host[] = [], of: Host[] = hosts): LatestVersion {
    return { state, hosts: of, signedBy };
  }

  it.each([
    ['everything, where nothing was proposed', null, null, ['AGREEMENT_NOT_PROPOSED']],
    ['the verdict', null, latest('checking'), ['AGREEMENT_NOT_CHECKED']],
    ['a new proposal after a refusal', null, latest('refused'), ['AGREEMENT_NOT_PROPOSED']],
    ['both signatures', null, latest('open'), ['AGREEMENT_NOT_SIGNED 名a', 'AGREEMENT_NOT_SIGNED 名b']],
    ['one signature', null, latest('open', [organiser]), ['AGREEMENT_NOT_SIGNED 名b']],
    ['nothing', hosts, latest('inForce', hosts), []],
    ['nothing, while a later version waits', hosts, latest('open'), []],
    [
      'a version with the host who came later',
      [organiser],
      latest('inForce', [organiser], [organiser]),
      ['AGREEMENT_NOT_PROPOSED'],
    ],
    ['a version without the host who left', [...hosts, third], null, ['AGREEMENT_NOT_PROPOSED']],
  ])('%s', (_name, inForce, version, expected) => {
    const missing = agreementSteps(hosts, inForce, version).filter((step) => !step.done);
    expect(missing.map((step) => [step.code, step.params['party']].filter(Boolean).join(' '))).toEqual(
      expected,
    );
  });

  it('names what is done, too: who has signed, and the agreement in force', () => {
    const signed = (version: LatestVersion, inForce: Host[] | null) =>
      agreementSteps(hosts, inForce, version)
        .filter((step) => step.done)
        .map((step) => [step.code, step.params]);
    expect(signed(latest('open', [organiser]), null)).toEqual([['AGREEMENT_NOT_SIGNED', { party: '名a' }]]);
    expect(signed(latest('inForce', hosts), hosts)).toEqual([['AGREEMENT_REQUIRED', {}]]);
  });

  it('compares hosts whatever their order', () => {
    expect(sameHosts([organiser, second], [second, organiser])).toBe(true);
    expect(sameHosts([organiser, second], [second])).toBe(false);
    expect(sameHosts([second], [organiser, second])).toBe(false);
  });
});
