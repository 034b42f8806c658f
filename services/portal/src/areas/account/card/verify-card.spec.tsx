import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { certifiedText, shownText, toBase64Url } from '@gongxiang/domain/card';
import { screen } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import type { KeptBook } from './card-book.js';
import { Verifier } from './verify-card-page.js';

const show = pageTests();
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };
const inMs = (ms: number): Date => new Date(Date.now() + ms);

let issuer: webcrypto.CryptoKeyPair;
let device: webcrypto.CryptoKeyPair;
let kept: KeptBook;

const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
const pointOf = async ({ publicKey }: webcrypto.CryptoKeyPair) =>
  toBase64Url(new Uint8Array(await webcrypto.subtle.exportKey('raw', publicKey)));

async function signed({ privateKey }: webcrypto.CryptoKeyPair, text: string): Promise<string> {
  const signature = await webcrypto.subtle.sign(signing, privateKey, new TextEncoder().encode(text));
  return `${text}.${toBase64Url(new Uint8Array(signature))}`;
}

async function codeAt(at: Date): Promise<string> {
  const deviceKey = await pointOf(device);
  const content = {
    issuer: 'k1',
    serial: 's1',
    validUntil: inMs(60_000),
    deviceKey,
    unionName: 'Mill Union',
  };
  return signed(device, shownText(await signed(issuer, certifiedText(content)), at));
}

beforeAll(async () => {
  [issuer, device] = await Promise.all([newKeys(), newKeys()]);
  const publicKey = await pointOf(issuer);
  const book = {
    asOf: new Date().toISOString(),
    issuers: [{ id: 'k1', publicKey }],
    revoked: [],
    revokedLeftOut: 0,
  };
  kept = { book, aheadMs: 0 };
});

async function check(code: string, of = kept) {
  const page = await show(<Verifier kept={of} />, { texts: ['card', 'checkIn'] });
  const press = async (text: string): Promise<void> => {
    await page.user.clear(screen.getByLabelText('Or paste the code’s content'));
    await page.user.click(screen.getByLabelText('Or paste the code’s content'));
    await page.user.paste(text);
    await page.user.click(screen.getByRole('button', { name: 'Check' }));
  };
  await press(code);
  return { ...page, press };
}

describe('whoever checks a card', () => {
  it('sees that it is a member, of which union, and no network is asked', async () => {
    const { sent } = await check(await codeAt(new Date()));
    expect(await screen.findByText('Member, valid')).toBeTruthy();
    expect(screen.getByText(/Mill Union/)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('is warned where the very same code comes again', async () => {
    const code = await codeAt(new Date());
    const { press } = await check(code);
    await screen.findByText('Member, valid');
    expect(screen.queryByText(/This code was already checked/)).toBeNull();
    await press(code);
    expect(await screen.findByText(/This code was already checked/)).toBeTruthy();
  });

  it('refuses a picture of a minute ago', async () => {
    await check(await codeAt(inMs(-62_000)));
    expect(await screen.findByText(/The code is out of date/)).toBeTruthy();
  });

  it('refuses a revoked card', async () => {
    await check(await codeAt(new Date()), { ...kept, book: { ...kept.book, revoked: ['s1'] } });
    expect(await screen.findByText('Revoked')).toBeTruthy();
  });

  it('puts its clock right by the time of the platform', async () => {
    await check(await codeAt(inMs(-3_600_000)), { ...kept, aheadMs: -3_600_000 });
    expect(await screen.findByText('Member, valid')).toBeTruthy();
  });
});
