import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateLetterTemplateRequest,
  letterTemplateContract,
  type LetterTemplateIdRequest,
  type LetterTemplateView,
  type ListLetterTemplatesRequest,
  type SampleLetterRequest,
} from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, dateIn, DomainError, networkTimeZone, newId } from '@gongxiang/domain';
import { PrintedFiles } from '@gongxiang/messaging/files';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { LetterTemplateRow } from './letter-template.entity.js';
import { LetterTemplateRepository } from './letter-template.repository.js';
import { letterMediaTypes } from './media-types.js';
import { sampleOf } from './placeholders.model.js';
import { TemplateFiles } from './template-files.js';

const inUseMax = 100;

/** A union's own letter templates. */
@Injectable()
export class LetterTemplateService {
  constructor(
    private readonly transactions: Transactions,
    private readonly templates: LetterTemplateRepository,
    private readonly references: ReferenceRepository,
    private readonly files: TemplateFiles,
    private readonly prints: PrintedFiles,
  ) {}

  /**
   * The file is checked first: the transaction must not wait for the network. @throws DomainError as {@link
   * TemplateFiles.check} does
   */
  @Handles(letterTemplateContract.create)
  async create(
    request: CreateLetterTemplateRequest,
    call: CallContext,
  ): Promise<Outcome<LetterTemplateView>> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    await this.transactions.read(call, (tx) => this.guardUnion(tx, request.unionId));
    const checked = await this.files.check(request.fileKey, request.kind, call);
    return this.transactions.command(call, letterTemplateContract.create, request, async (tx) => {
      await this.guardUnion(tx, request.unionId);
      const { unionId, kind, name, fileKey } = request;
      if ((await this.templates.countInUse(tx, unionId)) >= inUseMax)
        throw new DomainError('TEMPLATES_TOO_MANY', { params: { max: inUseMax } });
      const row: LetterTemplateRow = {
        id: newId(),
        version: 1,
        unionId,
        kind,
        name,
        fileKey,
        ...checked,
        retiredAt: null,
        createdBy: tx.personId,
        createdAt: tx.now,
      };
      await this.templates.insert(tx, row);
      tx.audit({ noun: 'letterTemplate', id: row.id, after: { unionId, kind, name, sha256: row.sha256 } });
      return this.viewOf(tx, row);
    });
  }

  @Handles(letterTemplateContract.list)
  list(request: ListLetterTemplatesRequest, call: CallContext): Promise<Page<LetterTemplateView>> {
    return this.transactions.read(call, async (tx) => {
      await this.guardUnion(tx, request.unionId);
      const rows = await this.templates.list(tx, request);
      const [unionName = ''] = await this.references.namesOf(tx, [request.unionId]);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((row) => templateViewOf(row, unionName)) };
    });
  }

  @Handles(letterTemplateContract.get)
  get(request: LetterTemplateIdRequest, call: CallContext): Promise<LetterTemplateView> {
    return this.transactions.read(call, async (tx) =>
      this.viewOf(tx, await this.seen(tx, request.templateId)),
    );
  }

  /** No more letters are created from it; existing ones stay, and it can be restored. */
  @Handles(letterTemplateContract.retire)
  retire(request: LetterTemplateIdRequest, call: CallContext): Promise<Outcome<LetterTemplateView>> {
    return this.transactions.command(call, letterTemplateContract.retire, request, (tx) =>
      this.step(tx, request.templateId, tx.now),
    );
  }

  /** @throws DomainError `TEMPLATES_TOO_MANY` */
  @Handles(letterTemplateContract.restore)
  restore(request: LetterTemplateIdRequest, call: CallContext): Promise<Outcome<LetterTemplateView>> {
    return this.transactions.command(call, letterTemplateContract.restore, request, (tx) =>
      this.step(tx, request.templateId, null),
    );
  }

  /** The template filled with an invented person, as a preview. */
  @Handles(letterTemplateContract.sample)
  async sample(request: SampleLetterRequest, call: CallContext): Promise<PrintedFileView> {
    const { row, unionName, today } = await this.transactions.read(call, async (tx) => {
      const found = await this.seen(tx, request.templateId);
      const [name = ''] = await this.references.namesOf(tx, [found.unionId]);
      return { row: found, unionName: name, today: dateIn(networkTimeZone, tx.now) };
    });
    const format = request.as ?? 'pdf';
    const values = sampleOf(unionName, today);
    const order = { values, title: row.name, locale: call.locale, madeAt: new Date(), stamp: null };
    return this.prints.print(call, async () => ({
      bytes: await this.files.render(format, row, order, call),
      contentType: letterMediaTypes[format],
      fileName: `${row.name}（样张）.${format}`,
    }));
  }

  /** Retiring twice changes nothing. */
  private async step(tx: Transaction, id: string, retiredAt: Date | null): Promise<LetterTemplateView> {
    const before = await this.templates.lockById(tx, id);
    if (before === null) throw new DomainError('NOT_FOUND');
    await this.guardUnion(tx, before.unionId);
    if ((before.retiredAt === null) === (retiredAt === null)) return this.viewOf(tx, before);
    if (retiredAt === null && (await this.templates.countInUse(tx, before.unionId)) >= inUseMax)
      throw new DomainError('TEMPLATES_TOO_MANY', { params: { max: inUseMax } });
    const row = { ...before, retiredAt, version: before.version + 1 };
    await this.templates.update(tx, row);
    const auditOf = ({ retiredAt: at }: LetterTemplateRow) => ({ retired: at !== null });
    tx.audit({ noun: 'letterTemplate', id, before: auditOf(before), after: auditOf(row) });
    return this.viewOf(tx, row);
  }

  private async seen(tx: Transaction, id: string): Promise<LetterTemplateRow> {
    const row = await this.templates.findById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.guardUnion(tx, row.unionId);
    return row;
  }

  /** For other unions a template does not exist. */
  private async guardUnion(tx: Transaction, unionId: string): Promise<void> {
    tx.authorise(actions.manageLetterTemplates, { paths: await this.references.pathsOf(tx, [unionId]) });
  }

  private async viewOf(tx: Transaction, row: LetterTemplateRow): Promise<LetterTemplateView> {
    const [unionName = ''] = await this.references.namesOf(tx, [row.unionId]);
    return templateViewOf(row, unionName);
  }
}

function templateViewOf(row: LetterTemplateRow, unionName: string): LetterTemplateView {
  const { id, version, unionId, kind, name, placeholders, warnings, pages, retiredAt, createdAt } = row;
  return {
    id,
    version,
    unionId,
    unionName,
    kind,
    name,
    placeholders,
    warnings,
    pages,
    retiredAt: retiredAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
