import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { cardEveryMs, shownText } from '@gongxiang/domain/card';
import { newUuid } from '../../../api/new-uuid.js';
import { session } from '../../../api/platform.js';
import { request } from '../../../api/request.js';
import { type KeptCard, keepCard, keptCard, newCard, signWith } from '../../../session/vault/card-vault.js';
import { canSeal } from '../../../session/vault/door-vault.js';

interface CardState {
  readonly card: KeptCard | null;
  /** Why it could not be issued or issued again. */
  readonly error: unknown;
  readonly isLoading: boolean;
}

/** The card on this device: from what is kept here at once, and issued again where the platform can be reached. */
export function useCard() {
  const [state, setState] = useState<CardState>({ card: null, error: null, isLoading: true });
  const queryClient = useQueryClient();
  const load = useCallback(
    async (isGone: () => boolean): Promise<void> => {
      const personId = session.personId();
      let card: KeptCard | null = null;
      try {
        card = (await keptCard(personId)) ?? (await newCard(personId));
        if (!isGone() && card.issued !== null) setState({ card, error: null, isLoading: true });
        card = await issuedAgain(card);
        if (!isGone()) setState({ card, error: null, isLoading: false });
        // The list of devices has this one from now on.
        void queryClient.invalidateQueries({ queryKey: ['card'] });
      } catch (error) {
        // What is kept can be shown all the same.
        if (!isGone()) setState({ card, error, isLoading: false });
      }
    },
    [queryClient],
  );
  useEffect(() => {
    let isGone = false;
    if (canSeal()) void load(() => isGone);
    return () => {
      isGone = true;
    };
  }, [load]);
  return { ...state, isSupported: canSeal(), retry: () => void load(() => false) };
}

async function issuedAgain(card: KeptCard): Promise<KeptCard> {
  const { publicKey } = card;
  const { certificate, unionName, validUntil, now } = await request(
    'post',
    '/me/card',
    { body: { publicKey } },
    { key: newUuid() },
  );
  const issued = { certificate, unionName, validUntil, aheadMs: Date.parse(now) - Date.now() };
  const renewed: KeptCard = { ...card, issued };
  await keepCard(renewed);
  return renewed;
}

/** What the card shows at this moment, anew every 30 seconds; null until it is signed, and once the card has expired. */
export function useShownCode(card: KeptCard | null): string | null {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    const sign = async (): Promise<void> => {
      const shown = card === null ? null : await codeOf(card);
      if (!isGone) setCode(shown);
    };
    const signAgain = (): void => void sign();
    signAgain();
    const timer = setInterval(signAgain, cardEveryMs);
    // Browsers hold timers back while a page is out of sight.
    document.addEventListener('visibilitychange', signAgain);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', signAgain);
    };
  }, [card]);
  return code;
}

export async function codeOf(card: KeptCard): Promise<string | null> {
  const { issued } = card;
  if (issued === null) return null;
  const now = new Date(Date.now() + issued.aheadMs);
  if (new Date(issued.validUntil) <= now) return null;
  const text = shownText(issued.certificate, now);
  return `${text}.${await signWith(card, text)}`;
}
