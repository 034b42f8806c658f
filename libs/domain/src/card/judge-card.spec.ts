import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { certifiedText, fromBase64Url, readCardCode, shownText, toBase64Url } from './card-code.js';
import { type CardBook, judgeCard } from './judge-card.js';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };
const now = new Date('2026-11-20T01:00:00Z');
const inSeconds = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

interface Keys {
  readonly privateKey: webcrypto.CryptoKey;
  readonly publicKey: string;
}

let issuer: Keys;
let device: Keys;
let stranger: Keys;
let book: CardBook;

async function newKeys(): Promise<Keys> {
  const { privateKey, publicKey } = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const point = await webcrypto.subtle.exportKey('raw', publicKey);
  return { privateKey, publicKey: toBase64Url(new Uint8Array(point)) };
}

async function signed({ privateKey }: Keys, text: string): Promise<string> {
  const signature = await webcrypto.subtle.sign(signing, privateKey, new TextEncoder().encode(text));
  return `${text}.${toBase64Url(new Uint8Array(signature))}`;
}

async function verify(key: string, signature: string, text: string): Promise<boolean> {
  const [point, bytes] = [fromBase64Url(key), fromBase64Url(signature)];
  if (point === null || bytes === null) return false;
  const imported = await webcrypto.subtle.importKey('raw', point, algorithm, false, ['verify']);
  return webcrypto.subtle.verify(signing, imported, bytes, new TextEncoder().encode(text));
}

interface Part {
  readonly at?: Date;
  readonly validUntil?: Date;
  readonly by?: Keys;
  readonly shownBy?: Keys;
}

async function codeOf({ at = now, validUntil = inSeconds(86_400), by = issuer, shownBy = device }: Part) {
  const content = {
    issuer: 'k1',
    serial: 'serial',
    validUntil,
    deviceKey: device.publicKey,
    unionName: '江城重工工会',
  };
  return signed(shownBy, shownText(await signed(by, certifiedText(content)), at));
}

const judged = async (text: string, of: CardBook = book) =>
  (await judgeCard(text, of, { now, verify })).refusal;

beforeAll(async () => {
  [issuer, device, stranger] = await Promise.all([newKeys(), newKeys(), newKeys()]);
  book = { issuers: [{ id: 'k1', publicKey: issuer.publicKey }], revoked: ['other'] };
});

describe('a member’s card', () => {
  it('is valid, names the union and fits into a QR code that a phone can show', async () => {
    const text = await codeOf({});
    const verdict = await judgeCard(text, book, { now, verify });
    expect(verdict).toMatchObject({ refusal: null, card: { unionName: '江城重工工会', serial: 'serial' } });
    expect(text.length).toBeLessThan(420);
  });

  it.each([
    ['made 60 seconds ago', -60, null],
    ['made 61 seconds ago: it may be a picture', -61, 'tooOld'],
    ['ahead by 30 seconds, as clocks differ', 30, null],
    ['ahead by 31 seconds', 31, 'tooEarly'],
  ])('%s', async (_name, seconds, refusal) => {
    expect(await judged(await codeOf({ at: inSeconds(seconds) }))).toBe(refusal);
  });

  it('is refused once it has expired', async () => {
    expect(await judged(await codeOf({ validUntil: now }))).toBe('expired');
  });

  it('is refused once it is revoked', async () => {
    expect(await judged(await codeOf({}), { ...book, revoked: ['other', 'serial'] })).toBe('revoked');
  });

  it('is refused where somebody else has certified it', async () => {
    expect(await judged(await codeOf({ by: stranger }))).toBe('forged');
  });

  it('is refused where it is shown by another device: a copied certificate is of no use', async () => {
    expect(await judged(await codeOf({ shownBy: stranger }))).toBe('forged');
  });

  it('is refused where anything in it was changed', async () => {
    const text = await codeOf({});
    const card = readCardCode(text);
    if (card === null) throw new Error('it is a card');
    const { certified } = card;
    const other = certifiedText({ ...card, unionName: '另一个工会' });
    expect(await judged(text.replace(certified, other))).toBe('forged');
    expect(await judged(text.replace('.serial.', '.another.'))).toBe('forged');
  });

  it('is refused where its issuer is not known', async () => {
    expect(await judged(await codeOf({}), { ...book, issuers: [] })).toBe('issuerUnknown');
  });

  it.each(['', 'hello', 'GXC1.a.b.c', '........', 'GXC1.k.s.zz.key.***.sig.zz.sig', 'https://example.org/'])(
    'is not what %p is',
    async (text) => {
      expect(await judged(text)).toBe('notACard');
    },
  );
});
