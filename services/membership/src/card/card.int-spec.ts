import { webcrypto } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { cardContract as contract } from '@gongxiang/contracts/membership/card/card.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { type Actor, dayMs } from '@gongxiang/domain';
import { fromBase64Url, judgeCard, shownText, toBase64Url } from '@gongxiang/domain/card';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import {
  callersOf,
  plantPerson,
  plantSession,
  plantUnions,
  residentNumber,
  startMembership,
} from '../membership.fixture.js';
import type { UnionRow } from '../unions/union/union.entity.js';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;
let numbers = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  officer = { ...callersOf(trees).officer, personId: await plantPerson(membership) };
});

afterAll(() => membership.stop());

interface Device {
  readonly actor: Actor;
  readonly memberId: string;
  readonly publicKey: string;
  readonly privateKey: webcrypto.CryptoKey;
}

/** A member who is signed in on a device that has a key. */
async function newDevice(of?: Device): Promise<Device> {
  numbers += 1;
  const memberId =
    of?.memberId ??
    (
      await membership.ask(
        memberContract.create,
        { unionId: trees.left.id, name: '王秀英', residentNumber: residentNumber(numbers) },
        officer,
      )
    ).id;
  const { personId } = await membership.ask(memberContract.get, { memberId }, officer);
  const sessionId = await plantSession(membership, personId);
  const { privateKey, publicKey } = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const point = await webcrypto.subtle.exportKey('raw', publicKey);
  const member = actorWith({ personId, unionId: trees.left.id, unionPath: trees.left.path });
  const actor = { ...member, sessionId };
  return { actor, memberId, privateKey, publicKey: toBase64Url(new Uint8Array(point)) };
}

const issue = ({ actor, publicKey }: Device) => membership.ask(contract.issue, { publicKey }, actor);

async function show(device: Device, certificate: string): Promise<string> {
  const text = shownText(certificate, membership.clock.now());
  const signature = await webcrypto.subtle.sign(signing, device.privateKey, new TextEncoder().encode(text));
  return `${text}.${toBase64Url(new Uint8Array(signature))}`;
}

async function verify(key: string, signature: string, text: string): Promise<boolean> {
  const [point, bytes] = [fromBase64Url(key), fromBase64Url(signature)];
  if (point === null || bytes === null) return false;
  const imported = await webcrypto.subtle.importKey('raw', point, algorithm, false, ['verify']);
  return webcrypto.subtle.verify(signing, imported, bytes, new TextEncoder().encode(text));
}

/** As a door judges it with a list of now. */
async function judged(text: string) {
  const book = await membership.ask(contract.book, {}, null);
  return judgeCard(text, book, { now: membership.clock.now(), verify });
}

describe('a member’s card', () => {
  it('is issued to a device, and judged by a door that knows public keys alone', async () => {
    const device = await newDevice();
    const { certificate, unionName, serial } = await issue(device);
    expect(unionName).toBe(trees.left.name);
    const code = await show(device, certificate);
    expect(await judged(code)).toMatchObject({ refusal: null, card: { unionName, serial } });
    // Neither code nor list says who it is.
    const book = JSON.stringify(await membership.ask(contract.book, {}, null));
    for (const secret of [device.actor.personId, device.memberId, '王秀英'])
      expect(`${code} ${book}`).not.toContain(secret);
  });

  it('is the same card where its device asks again, and another one on another device', async () => {
    const device = await newDevice();
    const first = await issue(device);
    membership.clock.advance(dayMs);
    const again = await issue(device);
    expect(again.serial).toBe(first.serial);
    expect(again.validUntil > first.validUntil).toBe(true);
    const second = await newDevice(device);
    expect((await issue(second)).serial).not.toBe(first.serial);
    const { items } = await membership.ask(contract.list, {}, second.actor);
    expect(items.map(({ isThisDevice }) => isThisDevice)).toEqual([true, false]);
  });

  it('expires after two weeks unless it is issued again', async () => {
    const device = await newDevice();
    const { certificate } = await issue(device);
    membership.clock.advance(14 * dayMs);
    expect((await judged(await show(device, certificate))).refusal).toBe('expired');
  });

  it('is revoked with its membership', async () => {
    const device = await newDevice();
    const { certificate } = await issue(device);
    await membership.ask(memberContract.end, { memberId: device.memberId }, officer);
    expect((await judged(await show(device, certificate))).refusal).toBe('revoked');
    const session = await plantSession(membership, device.actor.personId);
    const back = { ...device, actor: { ...device.actor, sessionId: session } };
    await expect(issue(back)).rejects.toMatchObject({ code: 'CARD_NEEDS_MEMBERSHIP' });
  });

  it('is revoked where its device is signed out, and nowhere else', async () => {
    const device = await newDevice();
    const other = await newDevice(device);
    const [lost, kept] = [await issue(device), await issue(other)];
    await membership.ask(sessionContract.revoke, { sessionId: device.actor.sessionId ?? '' }, other.actor);
    expect((await judged(await show(device, lost.certificate))).refusal).toBe('revoked');
    expect((await judged(await show(other, kept.certificate))).refusal).toBeNull();
    await expect(issue(device)).rejects.toMatchObject({ code: 'CARD_NEEDS_SESSION' });
  });

  it('is revoked by its person, from any device, and by nobody else; the device then gets a new one', async () => {
    const device = await newDevice();
    const { id: cardId, certificate, serial } = await issue(device);
    await expect(membership.ask(contract.revoke, { cardId }, officer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const revoked = await membership.ask(contract.revoke, { cardId }, device.actor);
    expect(revoked).toMatchObject({ version: 2, revokedBy: 'revokedByOwner' });
    expect(await membership.ask(contract.revoke, { cardId }, device.actor)).toEqual(revoked);
    expect((await judged(await show(device, certificate))).refusal).toBe('revoked');
    const renewed = await issue(device);
    expect(renewed.serial).not.toBe(serial);
    expect((await judged(await show(device, renewed.certificate))).refusal).toBeNull();
  });

  it('is not issued to a program', async () => {
    const { actor, publicKey } = await newDevice();
    const { sessionId: _session, ...program } = actor;
    await expect(
      membership.ask(contract.issue, { publicKey }, { ...program, apiKeyId: actor.personId }),
    ).rejects.toMatchObject({ code: 'CARD_NEEDS_SESSION' });
  });

  it('is issued by a new key after a year; cards by the old one stay good until they expire', async () => {
    const device = await newDevice();
    membership.clock.advance(340 * dayMs);
    const { certificate } = await issue(device);
    membership.clock.advance(12 * dayMs);
    await issue(await newDevice());
    expect((await membership.ask(contract.book, {}, null)).issuers.length).toBe(2);
    expect((await judged(await show(device, certificate))).refusal).toBeNull();
    membership.clock.advance(20 * dayMs);
    expect((await membership.ask(contract.book, {}, null)).issuers.length).toBe(1);
  });
});
