import { toBase64Url } from '@gongxiang/domain/card';
import { cardDatabase, markKeptCard } from './kept-doors.js';

/**
 * The member's card on this device: the key that signs what it shows, which the browser never exports, and the certificate. In
 * IndexedDB, one record; the sign-out, and the sign-in of another person, delete it.
 */
export interface KeptCard {
  readonly personId: string;
  readonly privateKey: CryptoKey;
  /** An uncompressed point of P-256 in base64url. */
  readonly publicKey: string;
  /** Null until it is issued for the first time. */
  readonly issued: IssuedCard | null;
}

export interface IssuedCard {
  readonly certificate: string;
  readonly unionName: string;
  readonly validUntil: string;
  /** By how much the clock of the platform is ahead of that of this device. */
  readonly aheadMs: number;
}

const store = 'cards';
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };

/** The card of this person; null where none is kept here. */
export async function keptCard(personId: string): Promise<KeptCard | null> {
  const kept = await inStore('readonly', (cards) => cards.get(personId) as IDBRequest<KeptCard | undefined>);
  return kept ?? null;
}

/** A new key, kept before it is used. */
export async function newCard(personId: string): Promise<KeptCard> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const point = await crypto.subtle.exportKey('raw', publicKey);
  const card: KeptCard = {
    personId,
    privateKey,
    publicKey: toBase64Url(new Uint8Array(point)),
    issued: null,
  };
  await keepCard(card);
  return card;
}

export async function keepCard(card: KeptCard): Promise<void> {
  markKeptCard(card.personId);
  await inStore('readwrite', (cards) => cards.put(card));
}

/** In base64url. */
export async function signWith({ privateKey }: KeptCard, text: string): Promise<string> {
  const signature = await crypto.subtle.sign(signing, privateKey, new TextEncoder().encode(text));
  return toBase64Url(new Uint8Array(signature));
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  ask: (cards: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = ask(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the card was not kept'));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(cardDatabase, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(store, { keyPath: 'personId' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the vault does not open'));
  });
}
