import { Injectable } from '@nestjs/common';
import {
  type BulletinAudienceView,
  bulletinContract,
  type BulletinDefinition,
  bulletinExcerptMax,
  type BulletinId,
  bulletinRevisionsMax,
  type BulletinState,
  type BulletinView,
  type BulletinWords,
  type ChangeBulletin,
  type CorrectBulletin,
  type CountBulletinAudience,
  type CreateBulletin,
  type SetBulletinCommenting,
  type WithdrawBulletin,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { pinyinOf, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { type Target, targetKeyOf, targetOf } from '../audience/audience.model.js';
import { AudienceRepository } from '../audience/audience.repository.js';
import { BulletinFiles } from '../bulletin-file/bulletin-files.js';
import { TrustRepository } from '../trust/trust.repository.js';
import { BulletinDueWork } from './bulletin.due.js';
import type { BulletinRow } from './bulletin.entity.js';
import {
  excerptOf,
  nextBulletinState,
  requireNotOver,
  requirePeriod,
  shownFromOf,
} from './bulletin.model.js';
import { BulletinReader } from './bulletin-reader.js';
import { requireManager } from './bulletin.view.js';
import { BulletinRepository } from './bulletin.repository.js';

/** Officers of a union write bulletins, publish and correct them, and take them back. */
@Injectable()
export class BulletinService {
  constructor(
    private readonly transactions: Transactions,
    private readonly bulletins: BulletinRepository,
    private readonly references: ReferenceRepository,
    private readonly reader: BulletinReader,
    private readonly work: BulletinDueWork,
    private readonly trust: TrustRepository,
    private readonly files: BulletinFiles,
    private readonly audiences: AudienceRepository,
  ) {}

  @Handles(bulletinContract.create)
  create(request: CreateBulletin, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinContract.create, request, async (tx) => {
      const { unionId, ...definition } = request;
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.manageBulletins, { paths: union ? [union.path] : [] });
      if (union === null) throw new DomainError('NOT_FOUND');
      const row: BulletinRow = {
        id: newId(),
        version: 1,
        unionId,
        state: 'draft',
        revision: 1,
        ...defined(definition, unionId),
        withdrawReason: null,
        sentBackReason: null,
        remindedAt: null,
        createdBy: tx.personId,
      };
      await this.audiences.requireReachable(tx, row, union.id);
      await this.reader.requireCitable(tx, row, union);
      await this.bulletins.insert(tx, row);
      return this.saved(tx, row, { before: null, words: wordsOf(definition) });
    });
  }

  @Handles(bulletinContract.change)
  change(request: ChangeBulletin, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinContract.change, request, async (tx) => {
      const { bulletinId, ...definition } = request;
      const { row: before, union } = await this.lock(tx, bulletinId);
      const state = nextBulletinState(before.state, 'change');
      const changes = { ...defined(definition, before.unionId), state };
      await this.audiences.requireReachable(tx, changes, union.id);
      await this.reader.requireCitable(tx, { ...before, ...changes }, union);
      // A correction that was sent back is written on: what it says to be different stays.
      const present = await this.bulletins.revision(tx, bulletinId, before.revision);
      return this.save(tx, before, changes, { words: wordsOf(definition), note: present?.note ?? null });
    });
  }

  /** It is shown from now on, or from its time if that is still to come; that of a union with three strikes waits. */
  @Handles(bulletinContract.publish)
  publish({ bulletinId }: BulletinId, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinContract.publish, { bulletinId }, async (tx) => {
      const { row: before, union } = await this.lock(tx, bulletinId);
      const state = await this.stateAfter(tx, 'publish', { row: before, union });
      await this.reader.requireCitable(tx, before, union);
      requireNotOver(before.shownUntil, tx.now);
      if (state === 'waiting') return this.save(tx, before, { state, sentBackReason: null });
      const shownFrom = shownFromOf(before.shownFrom, tx.now);
      await this.work.planFirst(tx, { ...before, shownFrom });
      return this.save(tx, before, { state, shownFrom, sentBackReason: null });
    });
  }

  /** What a union with three strikes corrects is not shown meanwhile: it waits like what it publishes. */
  @Handles(bulletinContract.correct)
  correct(request: CorrectBulletin, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinContract.correct, request, async (tx) => {
      const { row: before, union } = await this.lock(tx, request.bulletinId);
      const state = await this.stateAfter(tx, 'correct', { row: before, union });
      if (before.revision > bulletinRevisionsMax)
        throw new DomainError('BULLETIN_REVISIONS_MAX', { params: { max: bulletinRevisionsMax } });
      const shownUntil = dateOf(request.until);
      requirePeriod(before.shownFrom, shownUntil);
      await this.work.corrected(tx, before);
      if (state === 'waiting') await this.work.notShown(tx, before);
      const words = wordsOf(request);
      const changes = {
        ...headingOf(words),
        state,
        revision: before.revision + 1,
        isPinned: request.pinned,
        shownUntil,
        sentBackReason: null,
      };
      return this.save(tx, before, changes, { words, note: request.note });
    });
  }

  /** Also of what is published; whoever is writing a comment just now comes before or after. */
  @Handles(bulletinContract.setCommenting)
  setCommenting(request: SetBulletinCommenting, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinContract.setCommenting, request, async (tx) => {
      const { row: before } = await this.lock(tx, request.bulletinId);
      return this.save(tx, before, { commenting: request.commenting });
    });
  }

  @Handles(bulletinContract.withdraw)
  withdraw(request: WithdrawBulletin, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinContract.withdraw, request, async (tx) => {
      const { row: before } = await this.lock(tx, request.bulletinId);
      const state = nextBulletinState(before.state, 'withdraw');
      await this.work.notShown(tx, before);
      return this.save(tx, before, { state, withdrawReason: request.reason });
    });
  }

  /**
   * Whoever must read it is notified if they have not been: those who were have it under the same cause. That of a
   * union with three strikes waits.
   */
  @Handles(bulletinContract.restore)
  restore({ bulletinId }: BulletinId, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinContract.restore, { bulletinId }, async (tx) => {
      const { row: before, union } = await this.lock(tx, bulletinId);
      const state = await this.stateAfter(tx, 'restore', { row: before, union });
      requireNotOver(before.shownUntil, tx.now);
      // Its reason stays until it is released: sent back it is withdrawn as before.
      if (state === 'waiting') return this.save(tx, before, { state, sentBackReason: null });
      await this.work.planFirst(tx, before);
      await this.work.standingChanged(tx, before);
      return this.save(tx, before, { state, withdrawReason: null, sentBackReason: null });
    });
  }

  /** How many a bulletin would reach, before it is published. */
  @Handles(bulletinContract.countAudience)
  countAudience(request: CountBulletinAudience, call: CallContext): Promise<BulletinAudienceView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.references.findUnion(tx, request.unionId);
      tx.authorise(actions.manageBulletins, { paths: union ? [union.path] : [] });
      if (union === null) throw new DomainError('NOT_FOUND');
      const target = targetOf(request);
      await this.audiences.requireReachable(tx, target, union.id);
      return this.audiences.count(tx, await this.audiences.addresseesOf(tx, target, union));
    });
  }

  /** Where an act would leave it shown and its union has three strikes, it waits for the union above. */
  private async stateAfter(
    tx: Transaction,
    act: 'publish' | 'correct' | 'restore',
    { row, union }: { readonly row: BulletinRow; readonly union: UnionRef },
  ): Promise<BulletinState> {
    const state = nextBulletinState(row.state, act);
    if (state !== 'published' || !(await this.trust.of(tx, row.unionId)).isHeld) return state;
    const above = await this.references.unionAbove(tx, union.path);
    await this.work.waitForRelease(tx, row, above?.id ?? union.id);
    return nextBulletinState(row.state, 'hold');
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE` */
  private async lock(
    tx: Transaction,
    bulletinId: string,
  ): Promise<{ readonly row: BulletinRow; readonly union: UnionRef }> {
    const row = await this.bulletins.lock(tx, bulletinId);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    requireManager(tx, row, union);
    if (row === null || union === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    return { row, union };
  }

  private async save(
    tx: Transaction,
    before: BulletinRow,
    changes: Partial<BulletinRow>,
    revision: { readonly words?: BulletinWords; readonly note?: string | null } = {},
  ): Promise<BulletinView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.bulletins.update(tx, row);
    await this.work.planReach(tx, row);
    return this.saved(tx, row, { before, ...revision });
  }

  /** @param change with words, these are those of the row's revision; what was said before stays where absent */
  private async saved(
    tx: Transaction,
    row: BulletinRow,
    change: {
      readonly before: BulletinRow | null;
      readonly words?: BulletinWords;
      readonly note?: string | null;
    },
  ): Promise<BulletinView> {
    const { before, words, note = null } = change;
    if (words !== undefined) {
      await this.files.requireOwn(tx, row.unionId, words);
      const revision = { bulletinId: row.id, number: row.revision };
      const written = { words, note, authorId: tx.personId, createdAt: tx.now };
      await this.bulletins.putRevision(tx, { ...revision, ...written });
      await this.files.show(tx, revision, words);
    }
    tx.audit({ noun: 'bulletin', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    const record = await this.bulletins.find(tx, row.id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.reader.view(tx, record);
  }
}

function wordsOf({
  title,
  text,
  kind,
  source,
  pictures,
  attachments,
  ...tags
}: BulletinWords): BulletinWords {
  return {
    title,
    text,
    kind,
    ...tagsOf(tags),
    source: source ?? null,
    pictures: pictures ?? [],
    attachments: attachments ?? [],
  };
}

function tagsOf({
  business = null,
  function: ofFunction = null,
}: Pick<BulletinWords, 'business' | 'function'>): Pick<BulletinRow, 'business' | 'function'> {
  return { business, function: ofFunction };
}

/** What is listed and found by. */
function headingOf({
  title,
  text,
  kind,
  source,
  pictures,
  ...tags
}: BulletinWords): Pick<
  BulletinRow,
  'title' | 'pinyin' | 'excerpt' | 'kind' | 'business' | 'function' | 'sourceName' | 'cover'
> {
  return {
    title,
    pinyin: pinyinOf(title),
    excerpt: excerptOf(text, bulletinExcerptMax),
    kind,
    ...tagsOf(tags),
    sourceName: source?.name ?? null,
    cover: pictures?.[0] ?? null,
  };
}

/** @throws DomainError `BULLETIN_PERIOD_REVERSED` */
function defined(
  definition: BulletinDefinition,
  unionId: string,
): ReturnType<typeof headingOf> &
  Pick<
    BulletinRow,
    | keyof Target
    | 'audienceKey'
    | 'isPinned'
    | 'mustRead'
    | 'shownFrom'
    | 'shownUntil'
    | 'citesId'
    | 'commenting'
  > {
  const { pinned: isPinned, mustRead, from, until, citesId = null } = definition;
  const target = targetOf(definition);
  const commenting = definition.commenting ?? 'off';
  const [shownFrom, shownUntil] = [dateOf(from), dateOf(until)];
  requirePeriod(shownFrom, shownUntil);
  return {
    ...headingOf(definition),
    ...target,
    audienceKey: targetKeyOf(target, unionId),
    isPinned,
    mustRead,
    shownFrom,
    shownUntil,
    citesId,
    commenting,
  };
}

function dateOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}

function auditedOf(row: BulletinRow): Record<string, unknown> {
  const { version, state, revision, title, remindedAt, citesId, commenting } = row;
  return { version, state, revision, title, remindedAt, citesId, commenting };
}
