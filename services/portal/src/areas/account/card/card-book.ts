import { fromBase64Url, type VerifySignature } from '@gongxiang/domain/card';
import { useEffect, useState } from 'react';
import { type AnswerAt, useRead } from '../../../api/use-read.js';

type Book = AnswerAt<'/public/card-keys'>;

export interface KeptBook {
  readonly book: Book;
  /** By how much the clock of the platform is ahead of that of this device. */
  readonly aheadMs: number;
}

const place = 'gongxiang.card-book';
const refreshMs = 60_000;

/** What cards are judged by: read again each minute, and kept on this device for times without a network. It is public. */
export function useCardBook(): KeptBook | null {
  const [kept, setKept] = useState(readKept);
  const { data, dataUpdatedAt } = useRead(
    'cardBook',
    '/public/card-keys',
    {},
    { refetchInterval: refreshMs },
  );
  useEffect(() => {
    if (data === undefined) return;
    const fresh = { book: data, aheadMs: Date.parse(data.asOf) - dataUpdatedAt };
    localStorage.setItem(place, JSON.stringify(fresh));
    setKept(fresh);
  }, [data, dataUpdatedAt]);
  return kept;
}

function readKept(): KeptBook | null {
  const text = localStorage.getItem(place);
  return text === null ? null : (JSON.parse(text) as KeptBook);
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };

/** False also where key or signature are none. */
export const verifySignature: VerifySignature = async (key, signature, text) => {
  const [point, bytes] = [fromBase64Url(key), fromBase64Url(signature)];
  if (point === null || bytes === null) return false;
  const imported = await crypto.subtle
    .importKey('raw', point, algorithm, false, ['verify'])
    .catch(() => null);
  return imported !== null && crypto.subtle.verify(signing, imported, bytes, new TextEncoder().encode(text));
};
