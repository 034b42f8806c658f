import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type KeptToken, KeptTokens } from './kept-tokens.js';
import { movedTokenAddress, movedTokenIn, takeMovedToken } from './moved-token.js';

const personId = '01936d5e-0000-7000-8000-0000000000aa';
const askingId = '01936d5e-0000-7000-8000-0000000000bb~union~01936d5e-0000-7000-8000-0000000000cc';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...publicKey.export({ format: 'jwk' }), alg: 'PS384', ext: true, key_ops: ['verify'] };
const token = Buffer.from(Array.from({ length: 32 }, (_unused, index) => 255 - index * 8)).toString('base64');
const pss = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
const signature = sign('sha384', Buffer.from(token, 'base64'), pss).toString('base64');
const moved = { askingId, token, signature };
const page = 'https://gongxiang.example/surveys/01936d5e/answer?as=1';

function keptWith(here: KeptToken | null): KeptTokens {
  const texts = new Map<string, string>();
  const kept = new KeptTokens({
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  });
  if (here !== null) kept.write(personId, askingId, here);
  return kept;
}

describe('a token that moves to another device', () => {
  it('stands behind the # alone, which is sent to nobody, and arrives as it was', () => {
    const address = new URL(movedTokenAddress(page, moved));
    expect(address.href.split('#')[0]).toBe(page);
    expect(movedTokenIn(address.hash)).toEqual(moved);
  });

  it.each(['', '#', '#token=', '#token=a.b', '#token=a.b.c.d', '#token=%.b.c', '#section'])(
    'is not read from %j',
    (hash) => expect(movedTokenIn(hash)).toBeNull(),
  );

  it.each<[string, KeptToken | null]>([
    ['nothing is', null],
    ['it is said that the token is elsewhere', { step: 'over', why: 'issuedElsewhere' }],
    ['it was before', { step: 'over', why: 'moved' }],
  ])('is kept where %s', async (_where, here) => {
    const kept = keptWith(here);
    expect(await takeMovedToken(kept, personId, jwk, moved)).toBe(true);
    expect(kept.read(personId, askingId)).toEqual({ step: 'ready', token, signature });
  });

  it.each<[string, KeptToken]>([
    ['a token is', { step: 'ready', token: 'b3duLi4u', signature: 'b3du' }],
    ['answers wait', { step: 'outgoing', token, signature, receipt: '', answers: { place: 4 } }],
    ['answers were sent', { step: 'over', why: 'sent' }],
  ])('takes the place of nothing where %s', async (_where, here) => {
    const kept = keptWith(here);
    expect(await takeMovedToken(kept, personId, jwk, moved)).toBe(false);
    expect(kept.read(personId, askingId)).toEqual(here);
  });

  it.each([
    ['another token', { token: Buffer.alloc(32).toString('base64') }],
    ['what is no signature', { signature: 'not base64!' }],
  ])('is refused with %s', async (_what, changed) => {
    const kept = keptWith(null);
    expect(await takeMovedToken(kept, personId, jwk, { ...moved, ...changed })).toBe(false);
    expect(kept.read(personId, askingId)).toBeNull();
  });
});
