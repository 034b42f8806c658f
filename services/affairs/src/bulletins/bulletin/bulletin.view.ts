import type {
  BulletinRevisionView,
  BulletinSummary,
  BulletinToConfirm,
  BulletinView,
  CitedBulletinView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { type Actor, mayDo } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { actions } from '../actions.js';
import type { BulletinRevisionRow, BulletinRow } from './bulletin.entity.js';
import { isAsked, isFor, isTargeted } from '../audience/audience.model.js';
import { isShown } from './bulletin.model.js';
import type { BulletinRecord } from './bulletin.repository.js';

export type ShownFiles = Pick<BulletinView, 'pictures' | 'attachments'>;

export interface BulletinParts {
  readonly present: BulletinRevisionRow;
  readonly revisions: readonly Pick<BulletinRevisionRow, 'number' | 'note' | 'createdAt'>[];
  /** What the present revision shows. */
  readonly files: ShownFiles;
  readonly confirmedAt: Date | null;
  /** What it cites, as far as it is shown to the reader. */
  readonly cites: BulletinRecord | null;
  readonly citedByUnions: number;
  /** Whether the caller releases it, or sends it back. */
  readonly isReleasable: boolean;
  readonly commentCount: number;
  /** Null for whoever does not decide on comments. */
  readonly commentsWaiting: number | null;
}

type Heading = Omit<BulletinSummary, 'excerpt' | 'sourceName' | 'cover'>;

/** Officers of the union and above change it, and see it before it is shown and after. */
export function mayManage({ unionPath }: BulletinRecord, actor: Actor | null): boolean {
  return actor !== null && mayDo(actor, actions.manageBulletins, { paths: [unionPath] });
}

/** Whether somebody sees it, or at least that it was taken back. */
export function maySee(record: BulletinRecord, actor: Actor | null, now: Date): boolean {
  return mayManage(record, actor) || (isShown(record, now) && isForReader(record, actor));
}

/** Whether the caller belongs to whom it is for. */
export function isForReader(record: BulletinRecord, actor: Actor | null): boolean {
  const { audience } = record;
  return isTargeted(audience) ? record.isTarget : isFor({ ...record, audience }, actor);
}

/** Whether the caller has to confirm it. */
export function isAskedOfReader(record: BulletinRecord, actor: Actor | null): boolean {
  const { audience } = record;
  return isTargeted(audience) ? record.mustRead && record.isTarget : isAsked({ ...record, audience }, actor);
}

/** Whether a member who may read it comments on it now. */
export function mayComment(record: BulletinRecord, actor: Actor | null, now: Date): boolean {
  if (actor === null || actor.unionPath === null) return false;
  return record.commenting !== 'off' && record.state === 'published' && isShown(record, now);
}

/**
 * To whoever else reads what more than the tree decides on, it is as if it was not there.
 * @throws DomainError `NOT_FOUND`, or `NOT_PERMITTED` to whom it is shown
 */
export function requireManager(tx: Transaction, row: BulletinRow | null, union: UnionRef | null): void {
  const record = row && union && { ...row, unionName: union.name, unionPath: union.path, isTarget: false };
  const visible = record !== null && maySee(record, tx.call.actor, tx.now);
  tx.authorise(actions.manageBulletins, { paths: union === null ? [] : [union.path], visible });
}

export function bulletinView(
  record: BulletinRecord,
  parts: BulletinParts,
  { actor, now }: { readonly actor: Actor | null; readonly now: Date },
): BulletinView {
  const { present, revisions, files, confirmedAt, cites, citedByUnions, isReleasable } = parts;
  const changeable = mayManage(record, actor);
  const isHidden = record.state === 'withdrawn' && !changeable;
  const forManagers = changeable ? record : { sentBackReason: null, remindedAt: null };
  const shown = isHidden
    ? { text: null, pictures: [], attachments: [], cites: null }
    : { text: present.words.text, ...files, cites: cites && citedView(cites) };
  return {
    ...headingOf(record, confirmedAt, actor),
    ...shown,
    source: present.words.source ?? null,
    citedByUnions,
    revisions: revisions.map(({ number, note, createdAt }) => ({
      number,
      note,
      at: createdAt.toISOString(),
    })),
    withdrawReason: record.withdrawReason,
    sentBackReason: forManagers.sentBackReason,
    releasable: isReleasable,
    confirmedAt: confirmedAt?.toISOString() ?? null,
    changeable,
    remindedAt: forManagers.remindedAt?.toISOString() ?? null,
    sizeClass: record.sizeClass,
    neighbourKm: record.neighbourKm,
    commenting: record.commenting,
    commentCount: parts.commentCount,
    commentable: mayComment(record, actor, now),
    commentsWaiting: parts.commentsWaiting,
  };
}

export function bulletinSummary(
  record: BulletinRecord,
  confirmedAt: Date | null,
  actor: Actor | null,
): BulletinSummary {
  const { excerpt, sourceName, cover } = record;
  return { ...headingOf(record, confirmedAt, actor), excerpt, sourceName, cover };
}

export function toConfirmView({
  id,
  title,
  unionName,
  shownFrom,
  shownUntil,
}: BulletinRecord): BulletinToConfirm {
  if (shownFrom === null) throw new Error(`Bulletin ${id} is shown without a time.`);
  return {
    id,
    title,
    unionName,
    shownFrom: shownFrom.toISOString(),
    shownUntil: shownUntil?.toISOString() ?? null,
  };
}

/** Of what was withdrawn the title and the fact alone. */
function citedView({ id, title, unionName, state, excerpt, shownFrom }: BulletinRecord): CitedBulletinView {
  const isThere = state === 'published';
  return {
    id,
    title,
    unionName,
    state,
    excerpt: isThere ? excerpt : null,
    shownFrom: isThere ? (shownFrom?.toISOString() ?? null) : null,
  };
}

export function revisionView(
  { number, note, createdAt, words }: BulletinRevisionRow,
  files: ShownFiles,
): BulletinRevisionView {
  return { ...words, ...files, number, note, at: createdAt.toISOString() };
}

function headingOf(record: BulletinRecord, confirmedAt: Date | null, actor: Actor | null): Heading {
  const { id, version, state, title, kind, unionId, unionName, audience, isPinned, mustRead } = record;
  return {
    id,
    version,
    state,
    title,
    kind,
    business: record.business,
    function: record.function,
    unionId,
    unionName,
    audience,
    pinned: isPinned,
    mustRead,
    shownFrom: record.shownFrom?.toISOString() ?? null,
    shownUntil: record.shownUntil?.toISOString() ?? null,
    toConfirm: confirmedAt === null && state === 'published' && isAskedOfReader(record, actor),
  };
}
