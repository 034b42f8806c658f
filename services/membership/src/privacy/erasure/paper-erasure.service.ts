import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import { erasureDelayDays } from '@gongxiang/contracts/membership/privacy/erasure.contract';
import {
  type CheckedConfirmation,
  type FilePaperErasure,
  type ListPaperErasures,
  paperErasureContract,
  paperErasureDays,
  type PaperErasureId,
  type PaperErasureView,
  type RefusePaperErasure,
} from '@gongxiang/contracts/membership/privacy/paper-erasure.contract';
import { mergeServices } from '@gongxiang/contracts/words/person-merge';
import {
  type ActionRule,
  type CallContext,
  DomainError,
  isSelf,
  mayDo,
  newId,
  reachOf,
  shanghaiDate,
} from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { CONFIG } from '@gongxiang/messaging/service';
import {
  canonicalJson,
  requireVersion,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { refuseApiKey } from '../../access/password/current-password-check.js';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import type { MembershipConfig } from '../../config/config.js';
import { MemberRepository } from '../../members/member/member.repository.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { actions } from '../actions.js';
import { erasureKind } from './erasure-work.js';
import type { ErasureRow } from './erasure.entity.js';
import {
  erasureBegins,
  involvedInPaper,
  kindsInTheWay,
  nextErasureState,
  requirePaperDate,
} from './erasure.model.js';
import { ErasureRepository, type PaperErasureRecord } from './erasure.repository.js';
import { erasureLink, paperErasureView } from './erasure.view.js';

/**
 * Requests to erase that people hand in on paper, for whoever has no account, or has died. From the confirmation on each is the
 * same erasure as one that its person has asked for.
 */
@Injectable()
export class PaperErasureService {
  constructor(
    private readonly transactions: Transactions,
    private readonly erasures: ErasureRepository,
    private readonly members: MemberRepository,
    private readonly people: PersonRepository,
    private readonly texts: TextMessageSender,
    private readonly personalData: PersonalData,
    @Inject(CONFIG) private readonly config: Pick<MembershipConfig, 'publicUrl'>,
  ) {}

  /**
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `SAME_PERSON`, `ERASURE_PAPER_AHEAD`, `PERSON_ERASED`, `ERASURE_UNDER_WAY`;
   * `ILLEGAL_TRANSITION` if it is not the union of which the person was last a member
   */
  @Handles(paperErasureContract.file)
  file(request: FilePaperErasure, call: CallContext): Promise<Outcome<PaperErasureView>> {
    return this.command(call, paperErasureContract.file, request, async (tx) => {
      const member = await this.members.findById(tx, request.memberId);
      this.authorise(tx, actions.filePaperErasure, member?.unionPath ?? null);
      if (member === null) throw new DomainError('NOT_FOUND');
      const { personId, unionId } = member;
      if (isCaller(tx, personId)) throw new DomainError('SAME_PERSON');
      requirePaperDate(request.paperDate, shanghaiDate(tx.now));
      // Locked, so that two requests about one person do not begin beside each other.
      const person = await this.people.lockById(tx, personId);
      if (person === null) throw new DomainError('NOT_FOUND');
      if (person.erasedAt !== null) throw new DomainError('PERSON_ERASED');
      if ((await this.erasures.lastUnionOf(tx, personId)) !== unionId)
        throw new DomainError('ILLEGAL_TRANSITION', { pointer: '/memberId' });
      const newest = await this.erasures.findNewest(tx, personId);
      if (newest?.endedAt === null) throw new DomainError('ERASURE_UNDER_WAY');
      const row = this.rowOf(tx, request, { personId, unionId });
      await this.erasures.insert(tx, row);
      await schedule(tx, { kind: erasureKind, key: row.id, at: row.effectiveAt });
      tx.audit({ noun: 'erasure', id: row.id, before: null, after: auditOf(row) });
      await awaitsMayChange(tx, 'erasure', row.id);
      return this.view(tx, row.id);
    });
  }

  @Handles(paperErasureContract.get)
  get({ erasureId }: PaperErasureId, call: CallContext): Promise<PaperErasureView> {
    return this.transactions.read(call, async (tx) => this.viewOf(tx, await this.find(tx, erasureId)));
  }

  @Handles(paperErasureContract.list)
  list(request: ListPaperErasures, call: CallContext): Promise<Page<PaperErasureView>> {
    return this.transactions.read(call, async (tx) => {
      const paths = reachOf(tx.call.actor, actions.seePaperErasures);
      tx.authorise(actions.seePaperErasures, { paths, visible: true });
      const records = await this.erasures.listPapers(tx, paths, request);
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((record) => this.viewOf(tx, record)) };
    });
  }

  /**
   * Stays filed while something is in the way, and keeps what, so that it is confirmed again once that has ended.
   * @throws DomainError `SAME_PERSON`, `VERSION_STALE`, `ILLEGAL_TRANSITION`, `ERASURE_SERVICE_SILENT`
   */
  @Handles(paperErasureContract.confirm)
  confirm(request: CheckedConfirmation, call: CallContext): Promise<Outcome<PaperErasureView>> {
    const { erasureId, services } = request;
    // A repeated request is the same one although other things may be in the way by then.
    return this.command(call, paperErasureContract.confirm, { erasureId }, async (tx) => {
      const before = await this.toDecide(tx, erasureId);
      const state = nextErasureState(before.state, 'confirm');
      const obstacles = kindsInTheWay(services, mergeServices);
      if (await this.erasures.isMerged(tx, before.personId)) obstacles.push('merge');
      if (obstacles.length > 0) return this.save(tx, before, { obstacles: [...new Set(obstacles)] });
      const effectiveAt = erasureBegins(tx.now, erasureDelayDays);
      await schedule(tx, { kind: erasureKind, key: before.id, at: effectiveAt });
      await this.tell(tx, before, effectiveAt);
      return this.save(tx, before, { state, effectiveAt, obstacles, ...decided(tx) });
    });
  }

  /** @throws DomainError `SAME_PERSON`, `VERSION_STALE`, `ILLEGAL_TRANSITION` */
  @Handles(paperErasureContract.refuse)
  refuse(request: RefusePaperErasure, call: CallContext): Promise<Outcome<PaperErasureView>> {
    return this.command(call, paperErasureContract.refuse, request, async (tx) => {
      const before = await this.toDecide(tx, request.erasureId);
      const state = nextErasureState(before.state, 'refuse');
      const refusal = this.personalData.seal(before.id, 'erasure', request.reason);
      return this.save(tx, before, { state, refusal, endedAt: tx.now, ...decided(tx) });
    });
  }

  /** @throws DomainError `VERSION_STALE`, `ILLEGAL_TRANSITION` once it has begun */
  @Handles(paperErasureContract.withdraw)
  withdraw({ erasureId }: PaperErasureId, call: CallContext): Promise<Outcome<PaperErasureView>> {
    return this.command(call, paperErasureContract.withdraw, { erasureId }, async (tx) => {
      const { unionPath } = await this.find(tx, erasureId);
      this.authorise(tx, actions.withdrawPaperErasure, unionPath);
      const before = await this.lock(tx, erasureId);
      const state = nextErasureState(before.state, 'withdraw');
      return this.save(tx, before, { state, endedAt: tx.now });
    });
  }

  /** A program that acts for somebody is no hand of the two. What is written about a person is neither stored nor hashed in the clear. */
  private command(
    call: CallContext,
    route: { readonly subject: string },
    request: object,
    work: (tx: Transaction) => Promise<PaperErasureView>,
  ): Promise<Outcome<PaperErasureView>> {
    const comparable = { keyed: this.personalData.hash('request', canonicalJson(request)) };
    const guarded = (tx: Transaction): Promise<PaperErasureView> => {
      refuseApiKey(tx.call.actor);
      return work(tx);
    };
    return this.transactions.command(call, route, comparable, guarded, { keep: withoutWords });
  }

  /** Nothing of another union is seen; who holds no such office anywhere is told so. */
  private authorise(tx: Transaction, rule: ActionRule, path: string | null): void {
    const visible = reachOf(tx.call.actor, rule).length === 0;
    tx.authorise(rule, { paths: path === null ? [] : [path], visible });
  }

  private async find(tx: Transaction, id: string): Promise<PaperErasureRecord> {
    const record = await this.erasures.findPaper(tx, id);
    this.authorise(tx, actions.seePaperErasures, record?.unionPath ?? null);
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  private async lock(tx: Transaction, id: string): Promise<ErasureRow> {
    const row = await this.erasures.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    return row;
  }

  private async toDecide(tx: Transaction, id: string): Promise<ErasureRow> {
    const { unionPath } = await this.find(tx, id);
    this.authorise(tx, actions.decidePaperErasure, unionPath);
    const row = await this.lock(tx, id);
    if (involvedInPaper(row).some((one) => isCaller(tx, one))) throw new DomainError('SAME_PERSON');
    return row;
  }

  /** By text message to the phone on record, if there is one. Whoever signs in sees it as well, see `ErasureAwaits`. */
  private async tell(tx: Transaction, { id, personId, receipt }: ErasureRow, at: Date): Promise<void> {
    const person = await this.people.findById(tx, personId);
    if (person === null) return;
    const link = erasureLink(this.config.publicUrl, this.personalData.open(id, 'erasure', receipt));
    await this.texts.tell(tx, person, 'erasureOnPaper', { day: shanghaiDate(at), link });
  }

  private async save(
    tx: Transaction,
    before: ErasureRow,
    to: Partial<ErasureRow>,
  ): Promise<PaperErasureView> {
    const row = { ...before, ...to, version: before.version + 1 };
    await this.erasures.update(tx, row);
    tx.audit({ noun: 'erasure', id: row.id, before: auditOf(before), after: auditOf(row) });
    await awaitsMayChange(tx, 'erasure', row.id);
    return this.view(tx, row.id);
  }

  private async view(tx: Transaction, id: string): Promise<PaperErasureView> {
    const record = await this.erasures.findPaper(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.viewOf(tx, record);
  }

  private viewOf(tx: Transaction, record: PaperErasureRecord): PaperErasureView {
    const open = (text: string | null): string | null =>
      text === null ? null : this.personalData.open(record.id, 'erasure', text);
    return paperErasureView(record, {
      note: open(record.note),
      refusal: open(record.refusal),
      isInvolved: involvedInPaper(record).some((one) => isCaller(tx, one)),
      mayDecide:
        tx.call.actor !== null &&
        mayDo(tx.call.actor, actions.decidePaperErasure, { paths: [record.unionPath] }),
    });
  }

  private rowOf(
    tx: Transaction,
    { paperKind, paperDate, note }: FilePaperErasure,
    of: { readonly personId: string; readonly unionId: string },
  ): ErasureRow {
    const [id, receipt] = [newId(), randomBytes(15).toString('base64url')];
    return {
      id,
      version: 1,
      state: 'filed',
      ...of,
      receipt: this.personalData.seal(id, 'erasure', receipt),
      receiptHash: this.personalData.hash('erasure', receipt),
      askedAt: tx.now,
      effectiveAt: erasureBegins(tx.now, paperErasureDays),
      endedAt: null,
      paperKind,
      paperDate,
      note: note ? this.personalData.seal(id, 'erasure', note) : null,
      filedBy: tx.personId,
      decidedBy: null,
      decidedAt: null,
      refusal: null,
      obstacles: [],
    };
  }
}

/** Also by a record that was merged into theirs. */
function isCaller(tx: Transaction, personId: string): boolean {
  return tx.call.actor !== null && isSelf(tx.call.actor, personId);
}

function decided(tx: Transaction): Pick<ErasureRow, 'decidedBy' | 'decidedAt'> {
  return { decidedBy: tx.personId, decidedAt: tx.now };
}

/** The trail never forgets, so it says that something was in the way, and not what. */
function auditOf({ state, personId, paperKind, obstacles }: ErasureRow): Record<string, unknown> {
  return { state, personId, paperKind, isHeldUp: obstacles.length > 0 };
}

function withoutWords(view: PaperErasureView): PaperErasureView {
  return { ...view, note: null, refusal: null };
}
