import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@gongxiang/contracts/core/contract';
import {
  type DisclosureContentView,
  disclosureContract,
  type DisclosurePreviewView,
  type DisclosureReminderView,
  type DisclosureIdRequest,
  type DisclosureSummaryView,
  type DisclosureView,
  type ListDisclosuresRequest,
  type PreviewDisclosureRequest,
  type PublishDisclosureRequest,
} from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import {
  type ActionRule,
  type CallContext,
  DomainError,
  fileNameText,
  fromWire,
  newId,
  partyKey,
  reachOf,
  shanghaiDate,
  toWire,
} from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { canonicalJson, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { disclosureAwaitsDue } from '../awaits-due.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { namedParty } from '../../reference/named-party.js';
import { maySee } from '../../reference/reach.model.js';
import { type KnownParty, ReferenceRepository } from '../../reference/reference.repository.js';
import { DocumentFiles, requesterOf } from '../statement/document-files.service.js';
import { DisclosureContent } from './disclosure-content.service.js';
import { disclosureDocument, disclosureTexts } from './disclosure-document.model.js';
import type { DisclosureRow } from './disclosure.entity.js';
import { DisclosureRepository, type ListedDisclosure } from './disclosure.repository.js';

const nameCharactersMax = 60;

/** A union's yearly disclosure to its members: compiled from the books, frozen, and corrected by new versions. */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly transactions: Transactions,
    private readonly disclosures: DisclosureRepository,
    private readonly references: ReferenceRepository,
    private readonly content: DisclosureContent,
    private readonly documentFiles: DocumentFiles,
  ) {}

  /** The content that would be published now. @throws DomainError 422 `DISCLOSURE_YEAR_AHEAD`, `DISCLOSURE_TOO_LONG` */
  @Handles(disclosureContract.preview)
  preview(request: PreviewDisclosureRequest, call: CallContext): Promise<DisclosurePreviewView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.authorise(tx, request.unionId, actions.publishDisclosure);
      requireBegun(tx, request.year);
      const content = await this.content.draw(tx, union, request.year);
      const latest = await this.disclosures.latest(tx, request.unionId, request.year);
      const contentHash = hashOf(content);
      const isUnchanged = latest?.contentHash === contentHash;
      return { content, contentHash, number: (latest?.number ?? 0) + 1, isUnchanged };
    });
  }

  /**
   * Freezes the year's content from the current books.
   * @throws DomainError 409 `DISCLOSURE_UNCHANGED`, `ALREADY_EXISTS` if another was published concurrently; 422
   * `DISCLOSURE_REASON_REQUIRED` for a correction without one, and as {@link preview}
   */
  @Handles(disclosureContract.publish)
  publish(request: PublishDisclosureRequest, call: CallContext): Promise<Outcome<DisclosureView>> {
    return this.transactions.command(call, disclosureContract.publish, request, async (tx) => {
      const { unionId, year } = request;
      const union = await this.authorise(tx, unionId, actions.publishDisclosure);
      requireBegun(tx, year);
      const latest = await this.disclosures.latest(tx, unionId, year);
      const reason = latest === null ? null : (request.reason ?? null);
      if (latest !== null && reason === null)
        throw new DomainError('DISCLOSURE_REASON_REQUIRED', { pointer: '/reason' });
      const content = await this.content.draw(tx, union, year);
      const contentHash = hashOf(content);
      if (latest?.contentHash === contentHash) throw new DomainError('DISCLOSURE_UNCHANGED');
      const row: DisclosureRow = {
        id: newId(),
        unionId,
        year,
        number: (latest?.number ?? 0) + 1,
        reason,
        content,
        contentHash,
        lastEntryId: await this.disclosures.lastEntryId(tx),
        publishedBy: tx.personId,
        publishedAt: tx.now,
      };
      if (!(await this.disclosures.insert(tx, row))) throw new DomainError('ALREADY_EXISTS');
      await awaitsMayChange(tx, disclosureAwaitsDue, unionId);
      tx.audit({ noun: 'disclosure', id: row.id, after: { unionId, year, number: row.number, contentHash } });
      return viewOf(row, union, true);
    });
  }

  @Handles(disclosureContract.get)
  get({ disclosureId }: DisclosureIdRequest, call: CallContext): Promise<DisclosureView> {
    return this.transactions.read(call, (tx) => this.see(tx, disclosureId));
  }

  /** The printable form of a disclosure. */
  @Handles(disclosureContract.print)
  async print({ disclosureId }: DisclosureIdRequest, call: CallContext): Promise<PrintedFileView> {
    const view = await this.transactions.read(call, (tx) => this.see(tx, disclosureId));
    const requester = requesterOf(call);
    const union = fileNameText(view.content.unionName, nameCharactersMax);
    const name = `${union} ${view.year} ${disclosureTexts(call.locale).title} ${view.number}`;
    return this.documentFiles.render(
      { name, format: 'pdf' },
      () => disclosureDocument(view, requester),
      call,
    );
  }

  @Handles(disclosureContract.list)
  list(request: ListDisclosuresRequest, call: CallContext): Promise<Page<DisclosureSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const reach = reachOf(call.actor, actions.seeDisclosure);
      const unionPath = call.actor?.unionPath ?? null;
      const rows = await this.disclosures.list(tx, request, { reach, unionPath });
      const names = await this.references.parties(tx, [...new Set(rows.map(unionKey))]);
      const views = rows.map((row) => ({
        ...summaryOf(row, row.isLatest),
        union: namedParty(unionKey(row), names),
        borne: toWire(BigInt(row.borne)),
      }));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(disclosureContract.listReminders)
  listReminders(request: PageRequest, call: CallContext): Promise<Page<DisclosureReminderView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const reach = reachOf(call.actor, actions.publishDisclosure);
      const rows = await this.disclosures.reminders(tx, request, reach);
      const names = await this.references.parties(tx, rows.map(unionKey));
      const views = rows.map((row) => ({
        union: namedParty(unionKey(row), names),
        year: row.year,
        remindedAt: row.remindedAt.toISOString(),
      }));
      return toPage(views, { limit: request.limit, cursorOf: ({ year, union }) => [year, union.id] });
    });
  }

  private async see(tx: Transaction, id: string): Promise<DisclosureView> {
    const row = await this.disclosures.findById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const union = await this.authorise(tx, row.unionId, actions.seeDisclosure);
    const latest = await this.disclosures.latest(tx, row.unionId, row.year);
    return viewOf(row, union, latest?.id === row.id);
  }

  /** @throws DomainError `NOT_FOUND` also for an unknown union: a page must not wait for one that may never arrive */
  private async authorise(tx: Transaction, unionId: string, rule: ActionRule): Promise<KnownParty> {
    const key = unionKey({ unionId });
    const union = (await this.references.parties(tx, [key])).get(key);
    if (union === undefined) throw new DomainError('NOT_FOUND');
    const paths = [union.unionPath];
    tx.authorise(rule, { paths, visible: maySee(tx.call.actor, actions.seeDisclosure, paths) });
    return union;
  }
}

/** A hash that anybody can recompute: SHA-256 of the content as canonical JSON. */
export function hashOf(content: DisclosureContentView): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

function requireBegun(tx: Transaction, year: number): void {
  const now = Number(shanghaiDate(tx.now).slice(0, 4));
  if (year > now) throw new DomainError('DISCLOSURE_YEAR_AHEAD', { pointer: '/year', params: { year } });
}

function unionKey({ unionId: id }: { readonly unionId: string }): string {
  return partyKey({ kind: 'union', id });
}

function summaryOf(row: Omit<ListedDisclosure, 'borne' | 'isLatest'>, isLatest: boolean) {
  const { id, year, number, reason, contentHash } = row;
  return { id, year, number, isLatest, reason, contentHash, publishedAt: row.publishedAt.toISOString() };
}

function viewOf(row: DisclosureRow, union: KnownParty, isLatest: boolean): DisclosureView {
  return {
    ...summaryOf(row, isLatest),
    union: { ...union.party, name: union.name },
    borne: toWire(fromWire(row.content.total.borne)),
    lastEntryId: row.lastEntryId,
    content: row.content,
  };
}
