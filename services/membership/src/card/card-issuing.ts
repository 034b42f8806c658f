import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { dayMs, newId } from '@gongxiang/domain';
import { type CardContent, certifiedText, toBase64Url } from '@gongxiang/domain/card';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../persons/crypto/personal-data.js';
import type { CardIssuerRow } from './card.entity.js';
import { CardRepository } from './card.repository.js';

/** Cards are issued by a key for a year; its cards expire within {@link validMs} after that. */
const keyAgeMaxMs = 365 * dayMs;
/**
 * A card is issued again whenever its page is opened with a network. Two weeks suffice for a member who is without one, and
 * keep the list of revoked cards short.
 */
export const validMs = 14 * dayMs;

/** Signs certificates by keys that the service makes and keeps, sealed, in its own database. */
@Injectable()
export class CardIssuing {
  constructor(
    private readonly cards: CardRepository,
    private readonly personalData: PersonalData,
  ) {}

  async certificateOf(tx: Transaction, content: Omit<CardContent, 'issuer'>): Promise<string> {
    const issuer = await this.currentIssuer(tx);
    const text = certifiedText({ ...content, issuer: issuer.id });
    const key = createPrivateKey({
      key: Buffer.from(this.personalData.open(issuer.id, 'cardIssuer', issuer.privateKey), 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
    return `${text}.${toBase64Url(signature)}`;
  }

  /** The keys of which a card may not have expired. */
  async publicKeys(tx: Transaction): Promise<Pick<CardIssuerRow, 'id' | 'publicKey'>[]> {
    const issuers = await this.cards.issuers(tx);
    return issuers
      .filter(({ createdAt }) => tx.now.getTime() - createdAt.getTime() <= keyAgeMaxMs + validMs)
      .map(({ id, publicKey }) => ({ id, publicKey }));
  }

  private async currentIssuer(tx: Transaction): Promise<CardIssuerRow> {
    return (await this.youngIssuer(tx)) ?? (await this.newIssuer(tx));
  }

  private async youngIssuer(tx: Transaction): Promise<CardIssuerRow | undefined> {
    const [newest] = await this.cards.issuers(tx);
    return newest !== undefined && tx.now.getTime() - newest.createdAt.getTime() < keyAgeMaxMs
      ? newest
      : undefined;
  }

  private async newIssuer(tx: Transaction): Promise<CardIssuerRow> {
    await this.cards.lockIssuers(tx);
    const others = await this.youngIssuer(tx);
    if (others !== undefined) return others;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const id = newId();
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    const row: CardIssuerRow = {
      id,
      publicKey: toBase64Url(point),
      privateKey: this.personalData.seal(id, 'cardIssuer', pkcs8),
      createdAt: tx.now,
    };
    await this.cards.insertIssuer(tx, row);
    tx.audit({ noun: 'cardIssuer', id, before: null, after: { publicKey: row.publicKey } });
    return row;
  }
}
