import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NoRequest, Page } from '@gongxiang/contracts/core/contract';
import {
  erasureContract,
  erasureDelayDays,
  type ErasureReceipt,
  type ErasureReceiptView,
  type ErasureRecordView,
  type ErasureView,
  type ListErasures,
  type OwnErasureView,
  type PreviewedErasure,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import {
  type ErasureObstaclesView,
  type ErasurePreviewPart,
  type ErasureSubject,
  membershipErasure,
} from '@gongxiang/contracts/words/person-erasure';
import { mergeServices } from '@gongxiang/contracts/words/person-merge';
import { type CallContext, DomainError, newId, reachOf, shanghaiDate } from '@gongxiang/domain';
import { erasureObstaclesOf, previewErasure, schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { CONFIG } from '@gongxiang/messaging/service';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { refuseApiKey } from '../../access/password/current-password-check.js';
import { CredentialProofs } from '../../access/second-factor/credential-proofs.js';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import type { MembershipConfig } from '../../config/config.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { actions } from '../actions.js';
import { ErasureSteps } from './erasure-steps.js';
import { erasureKind } from './erasure-work.js';
import type { ErasureRow } from './erasure.entity.js';
import { erasureBegins, nextErasureState, requireFree } from './erasure.model.js';
import { ErasureRepository } from './erasure.repository.js';
import { erasureLink, erasureView, receiptView, recordView } from './erasure.view.js';

/** What a request has that was made here, and not on paper. */
const notOnPaper = {
  paperKind: null,
  paperDate: null,
  note: null,
  filedBy: null,
  decidedBy: null,
  decidedAt: null,
  refusal: null,
  obstacles: [],
};

/** Requests of people to erase what the platform has of them. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly transactions: Transactions,
    private readonly erasures: ErasureRepository,
    private readonly steps: ErasureSteps,
    private readonly proofs: CredentialProofs,
    private readonly texts: TextMessageSender,
    private readonly personalData: PersonalData,
    @Inject(CONFIG) private readonly config: Pick<MembershipConfig, 'publicUrl'>,
  ) {}

  @Handles(membershipErasure.preview)
  preview(_request: NoRequest, call: CallContext): Promise<ErasurePreviewPart> {
    return this.transactions.read(call, (tx) => previewErasure(tx, this.steps, tx.personId));
  }

  @Handles(membershipErasure.obstacles)
  obstacles({ personId }: ErasureSubject, call: CallContext): Promise<ErasureObstaclesView> {
    return this.transactions.read(call, (tx) => erasureObstaclesOf(tx, this.steps, personId));
  }

  @Handles(erasureContract.getOwn)
  getOwn(_request: NoRequest, call: CallContext): Promise<OwnErasureView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.eraseOwnData, {});
      const row = await this.erasures.findNewest(tx, tx.personId);
      return { erasure: row && (await this.view(tx, row)) };
    });
  }

  /**
   * A message says so, as whoever found a session open must not erase somebody else.
   * @throws DomainError `ERASURE_UNDER_WAY`, `ERASURE_SERVICE_SILENT`, `ERASURE_IN_THE_WAY`, and those of the proof
   */
  @Handles(erasureContract.ask)
  ask({ proof, preview }: PreviewedErasure, call: CallContext): Promise<Outcome<ErasureView>> {
    return this.proofs.command(call, erasureContract.ask, proof, async (tx, person) => {
      const newest = await this.erasures.findNewest(tx, person.id);
      if (newest?.endedAt === null) throw new DomainError('ERASURE_UNDER_WAY');
      requireFree(preview, mergeServices);
      const [id, receipt] = [newId(), randomBytes(15).toString('base64url')];
      const row: ErasureRow = {
        id,
        version: 1,
        state: 'waiting',
        personId: person.id,
        unionId: await this.erasures.lastUnionOf(tx, person.id),
        receipt: this.personalData.seal(id, 'erasure', receipt),
        receiptHash: this.personalData.hash('erasure', receipt),
        askedAt: tx.now,
        effectiveAt: erasureBegins(tx.now, erasureDelayDays),
        endedAt: null,
        ...notOnPaper,
      };
      await this.erasures.insert(tx, row);
      await schedule(tx, { kind: erasureKind, key: id, at: row.effectiveAt });
      tx.audit({ noun: 'erasure', id, before: null, after: { state: row.state, personId: person.id } });
      const link = erasureLink(this.config.publicUrl, receipt);
      await this.texts.tell(tx, person, 'erasureAsked', { day: shanghaiDate(row.effectiveAt), link });
      return this.view(tx, row);
    });
  }

  @Handles(erasureContract.withdraw)
  withdraw(_request: NoRequest, call: CallContext): Promise<Outcome<ErasureView>> {
    refuseApiKey(call.actor);
    return this.transactions.command(
      { ...call, idempotencyKey: null },
      erasureContract.withdraw,
      {},
      async (tx) => {
        tx.authorise(actions.eraseOwnData, {});
        const newest = await this.erasures.findNewest(tx, tx.personId);
        const before = newest && (await this.erasures.lockById(tx, newest.id));
        if (before === null) throw new DomainError('NOT_FOUND');
        const state = nextErasureState(before.state, 'withdraw');
        const row = { ...before, state, version: before.version + 1, endedAt: tx.now };
        await this.erasures.update(tx, row);
        tx.audit({ noun: 'erasure', id: row.id, before: { state: before.state }, after: { state } });
        await awaitsMayChange(tx, 'erasure', row.id);
        return this.view(tx, row);
      },
    );
  }

  /** An unknown receipt is NOT_FOUND. */
  @Handles(erasureContract.receipt)
  receipt({ receipt }: ErasureReceipt, call: CallContext): Promise<ErasureReceiptView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.erasures.findByReceipt(tx, this.personalData.hash('erasure', receipt));
      if (row === null) throw new DomainError('NOT_FOUND');
      return receiptView(row, await this.erasures.partsOf(tx, [row.id]));
    });
  }

  @Handles(erasureContract.list)
  list(request: ListErasures, call: CallContext): Promise<Page<ErasureRecordView>> {
    return this.transactions.read(call, async (tx) => {
      const paths = reachOf(tx.call.actor, actions.seeErasures);
      tx.authorise(actions.seeErasures, { paths, visible: true });
      const rows = await this.erasures.list(tx, paths, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      const parts = await this.erasures.partsOf(
        tx,
        page.items.map(({ id }) => id),
      );
      return { ...page, items: page.items.map((record) => recordView(record, parts)) };
    });
  }

  private async view(tx: Transaction, row: ErasureRow): Promise<ErasureView> {
    const receipt = this.personalData.open(row.id, 'erasure', row.receipt);
    return erasureView(row, await this.erasures.partsOf(tx, [row.id]), receipt);
  }
}
