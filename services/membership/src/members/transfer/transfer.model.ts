import type {
  TransferAct,
  TransferAsker,
  TransferState,
} from '@gongxiang/contracts/membership/members/transfer.contract';
import { dayMs, isWithin, pathsUpwards, rootPath } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../unions/awaits/whom.js';
import type { TransferRow } from './transfer.entity.js';

/** The old union has no veto: so many days after it was told, its silence is consent. */
const objectionDays = 7;
/** So many days after it was asked for, a transfer to which the person or the new union has not agreed lapses. */
const lapseDays = 30;

export type Side = TransferAsker;

export interface Agreements {
  readonly askedAt: Date;
  readonly personAgreedAt: Date | null;
  readonly newUnionAgreedAt: Date | null;
  readonly oldUnionAgreedAt: Date | null;
}

export function objectUntil({ askedAt }: Pick<Agreements, 'askedAt'>): Date {
  return new Date(askedAt.getTime() + objectionDays * dayMs);
}

export function lapsesAt({ askedAt }: Pick<Agreements, 'askedAt'>): Date {
  return new Date(askedAt.getTime() + lapseDays * dayMs);
}

/** Whether everybody has agreed; the old union also by its silence. */
export function isAgreed(transfer: Agreements, now: Date): boolean {
  const { personAgreedAt, newUnionAgreedAt, oldUnionAgreedAt } = transfer;
  if (personAgreedAt === null || newUnionAgreedAt === null) return false;
  return oldUnionAgreedAt !== null || now >= objectUntil(transfer);
}

/** The path of the nearest union above both; for the root itself the root. */
export function decidedAt(fromPath: string, toPath: string): string {
  const above = pathsUpwards(fromPath).filter((path) => path !== fromPath && path !== toPath);
  return above.findLast((path) => isWithin(toPath, path)) ?? rootPath;
}

/** What each side may do in a state; who asked may withdraw. */
export function actsOf(
  transfer: Agreements & { readonly state: TransferState; readonly askedBy: Side },
  sides: { readonly [side in Side]: boolean } & { readonly above: boolean },
  now: Date,
): TransferAct[] {
  const { state, askedBy } = transfer;
  if (state !== 'asked' && state !== 'disputed') return [];
  const withdrawal: TransferAct[] = sides[askedBy] ? ['withdraw'] : [];
  if (state === 'disputed') return sides.above ? ['decide', ...withdrawal] : withdrawal;
  const mayAnswer = pendingSides(transfer).filter((side) => sides[side]);
  const answers: Readonly<Record<'agree' | 'refuse' | 'object', boolean>> = {
    agree: mayAnswer.length > 0,
    refuse: mayAnswer.some((side) => side !== 'oldUnion'),
    object: mayAnswer.includes('oldUnion') && now < objectUntil(transfer),
  };
  const offered = (['agree', 'refuse', 'object'] as const).filter((act) => answers[act]);
  return [...offered, ...withdrawal];
}

function pendingSides({ personAgreedAt, newUnionAgreedAt, oldUnionAgreedAt }: Agreements): Side[] {
  const agreedAt = { person: personAgreedAt, newUnion: newUnionAgreedAt, oldUnion: oldUnionAgreedAt };
  return (['person', 'newUnion', 'oldUnion'] as const).filter((side) => agreedAt[side] === null);
}

/** Who may answer for each side, and who decides between them. */
export type TransferWhom = Readonly<Record<Side | 'above', Whom>>;

type AwaitedTransfer = Agreements &
  Pick<TransferRow, 'id' | 'state' | 'personId'> & {
    readonly toUnionName: string;
    readonly needsSuccessor: boolean;
  };

/**
 * Whom a transfer waits for, until the time at which silence is consent, or lets it lapse. Nothing in it says whose
 * membership it is, and a new union that has asked by name and number is not among them until the person has agreed.
 */
export function awaitsOfTransfer(transfer: AwaitedTransfer, whom: TransferWhom, now: Date): Await[] {
  const { id, state, personId, toUnionName } = transfer;
  const about = { transferId: id };
  const values = { partyName: toUnionName };
  if (personId === null) return [];
  if (state === 'disputed')
    return [{ ...whom.above, kind: 'transferDisputed', why: 'decidesHere', about, values }];
  if (state !== 'asked') return [];
  if (!isAgreed(transfer, now))
    return pendingSides(transfer).flatMap((side) => answerOf(transfer, side, whom[side], now));
  if (!transfer.needsSuccessor) return [];
  return [{ ...whom.person, kind: 'transferHeldUp', why: 'aboutYou', about, values }];
}

function answerOf(transfer: AwaitedTransfer, side: Side, whom: Whom, now: Date): Await[] {
  const about = { transferId: transfer.id };
  const partyName = transfer.toUnionName;
  if (side === 'oldUnion') {
    const dueAt = objectUntil(transfer);
    const values = { partyName, at: dueAt.toISOString() };
    // Its silence is consent by then.
    if (now >= dueAt) return [];
    return [{ ...whom, kind: 'transferLeaving', why: 'decidesHere', about, values, slot: side, dueAt }];
  }
  const dueAt = lapsesAt(transfer);
  const values = { partyName, side, at: dueAt.toISOString() };
  const why = side === 'person' ? 'aboutYou' : 'decidesHere';
  return [{ ...whom, kind: 'transferAsked', why, about, values, slot: side, dueAt }];
}

/**
 * The state that the new union is shown as long as the person has not agreed: nothing tells whether there is such a
 * person, and that they refused or the old union objected only looks as if nobody had answered.
 */
export function concealedState(
  { state, askedAt }: { readonly state: TransferState; readonly askedAt: Date },
  now: Date,
): TransferState {
  if (state === 'withdrawn') return 'withdrawn';
  return now < lapsesAt({ askedAt }) ? 'asked' : 'lapsed';
}
