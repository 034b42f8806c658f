import type { BulletinState } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { dayMs, DomainError } from '@gongxiang/domain';

export type BulletinAct =
  | 'change'
  | 'publish'
  | 'hold'
  | 'release'
  | 'sendBack'
  | 'sendBackRestored'
  | 'correct'
  | 'hide'
  | 'show'
  | 'withdraw'
  | 'restore';

/** To which state each act leads, from those in which it is possible. */
const steps: Readonly<Record<BulletinAct, Partial<Record<BulletinState, BulletinState>>>> = {
  change: { draft: 'draft' },
  publish: { draft: 'published' },
  hold: { draft: 'waiting', published: 'waiting', withdrawn: 'waiting' },
  release: { waiting: 'published' },
  sendBack: { waiting: 'draft' },
  // What readers were told to be withdrawn stays so.
  sendBackRestored: { waiting: 'withdrawn' },
  // What is hidden stays hidden until whoever has hidden it agrees.
  correct: { published: 'published', hidden: 'hidden' },
  hide: { published: 'hidden' },
  show: { hidden: 'published' },
  withdraw: { published: 'withdrawn' },
  restore: { withdrawn: 'published' },
};

/** @throws DomainError `BULLETIN_STATE` */
export function nextBulletinState(state: BulletinState, act: BulletinAct): BulletinState {
  const to = steps[act][state];
  if (to === undefined) throw new DomainError('BULLETIN_STATE');
  return to;
}

/** Since when it is shown if it is published now: at once, or from its time if that is still to come. */
export function shownFromOf(planned: Date | null, now: Date): Date {
  return planned !== null && planned > now ? planned : now;
}

/** @throws DomainError `BULLETIN_PERIOD_REVERSED` */
export function requirePeriod(from: Date | null, until: Date | null): void {
  if (from !== null && until !== null && until <= from)
    throw new DomainError('BULLETIN_PERIOD_REVERSED', { pointer: '/until' });
}

/** @throws DomainError `BULLETIN_PERIOD_OVER` */
export function requireNotOver(until: Date | null, now: Date): void {
  if (until !== null && until <= now) throw new DomainError('BULLETIN_PERIOD_OVER');
}

/** Whether readers see it, or that it was taken back. */
export function isShown(
  {
    state,
    shownFrom,
    shownUntil,
  }: { readonly state: BulletinState; readonly shownFrom: Date | null; readonly shownUntil: Date | null },
  now: Date,
): boolean {
  if (state !== 'published' && state !== 'withdrawn') return false;
  if (shownFrom === null || shownFrom > now) return false;
  return shownUntil === null || shownUntil > now;
}

/** @throws DomainError `BULLETIN_REMINDED` within a day of the last time */
export function requireRemindable(remindedAt: Date | null, now: Date): void {
  if (remindedAt !== null && now.getTime() - remindedAt.getTime() < dayMs)
    throw new DomainError('BULLETIN_REMINDED');
}

/** The first words of a text, without the marks of Markdown. @param max characters */
export function excerptOf(text: string, max: number): string {
  const plain = text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...plain];
  return letters.length <= max ? plain || '…' : `${letters.slice(0, max - 1).join('')}…`;
}
