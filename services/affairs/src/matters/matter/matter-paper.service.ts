import { Injectable } from '@nestjs/common';
import { matterPapersMax, type MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import {
  type AddMatterPaper,
  matterPaperBytesMax,
  matterPaperContract,
  type MatterPaperFileView,
  type MatterPaperId,
} from '@gongxiang/contracts/affairs/matters/matter-paper.contract';
import { paperTypes } from '@gongxiang/contracts/words/media-types';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { type SealedUpload, StoredFiles, takeIn } from '@gongxiang/messaging/files';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, noteLook, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import type { MatterRow } from './matter.entity.js';
import { mayRead } from './matter.model.js';
import { MatterPresenter } from './matter-presenter.js';
import { MatterRepository } from './matter.repository.js';
import { MatterSeal } from './matter-seal.js';
import { MatterWriter } from './matter-writer.js';

/** Papers with a matter. An upload is stored sealed under a new key, and dropped as soon as the paper is there. */
@Injectable()
export class MatterPaperService {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterRepository,
    private readonly services: ServiceItemRepository,
    private readonly presenter: MatterPresenter,
    private readonly seal: MatterSeal,
    private readonly writer: MatterWriter,
    private readonly files: StoredFiles,
  ) {}

  @Handles(matterPaperContract.add)
  add(request: AddMatterPaper, call: CallContext): Promise<Outcome<MatterView>> {
    return takeIn(this.transactions, call, {
      contract: matterPaperContract.add,
      request,
      look: (tx) => this.look(tx, request),
      prepare: (ownerId) => this.take(request, ownerId),
      save: (tx, taken) => this.save(tx, request, taken),
    });
  }

  @Handles(matterPaperContract.remove)
  remove(request: MatterPaperId, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterPaperContract.remove, request, async (tx) => {
      const before = await this.writer.lockToAdd(tx, request.matterId, 'addPaper');
      const paper = await this.matters.findPaper(tx, before.id, request.paperId);
      if (paper === null) throw new DomainError('NOT_FOUND');
      if (paper.addedBy !== adderOf(tx, before)) throw new DomainError('NOT_PERMITTED');
      await this.matters.removePaper(tx, paper.id);
      await this.files.forget(tx, [paper.fileKey]);
      const text = this.seal.openPaper('name', paper.id, paper.sealedName);
      await this.writer.save(tx, before, {}, { event: 'paperRemoved', text });
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterPaperContract.file)
  file({ matterId, paperId }: MatterPaperId, call: CallContext): Promise<MatterPaperFileView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnMatters, {});
      const matter = await this.matters.find(tx, matterId);
      const isReader = matter && mayRead(matter, await this.presenter.rolesOf(tx, matter, matter.unionPath));
      const paper = isReader === true ? await this.matters.findPaper(tx, matterId, paperId) : null;
      const opening = paper && this.seal.openPaper('opening', paperId, paper.sealedOpening);
      if (matter === null || paper === null || opening === null) throw new DomainError('NOT_FOUND');
      if (matter.personId !== null) noteLook(tx, 'matter', [matter.personId]);
      const { fileKey, sha256, size, contentType } = paper;
      const name = this.seal.openPaper('name', paperId, paper.sealedName) ?? '';
      return { fileKey, sha256, opening, size, name, contentType };
    });
  }

  /** @returns whose upload it has to be; null if it was made a paper before */
  private async look(tx: Transaction, { matterId, fileKey }: AddMatterPaper): Promise<string | null> {
    tx.authorise(actions.seeOwnMatters, {});
    const matter = await this.matters.find(tx, matterId);
    if (matter === null || !mayRead(matter, await this.presenter.rolesOf(tx, matter, matter.unionPath)))
      throw new DomainError('NOT_FOUND');
    return (await this.matters.paperOf(tx, matterId, fileKey)) === null ? tx.personId : null;
  }

  private take({ fileKey, matterId }: AddMatterPaper, ownerId: string): Promise<SealedUpload> {
    const upload = { fileKey, ownerId, missing: 'MATTER_PAPER_MISSING', requireBytes } as const;
    return this.files.storeSealed(upload, { aboutId: matterId, types: paperTypes, unfit: wrongFormat });
  }

  private async save(
    tx: Transaction,
    request: AddMatterPaper,
    taken: SealedUpload | null,
  ): Promise<MatterView | ExistingResult<MatterView>> {
    const before = await this.writer.lockToAdd(tx, request.matterId, 'addPaper');
    if ((await this.matters.paperOf(tx, before.id, request.fileKey)) !== null)
      return new ExistingResult(await this.writer.view(tx, before.id));
    if (taken === null) throw new DomainError('MATTER_PAPER_MISSING', { pointer: '/fileKey' });
    await this.requirePlace(tx, before, request.asked ?? null);
    const id = newId();
    const { file, opening, contentType, size } = taken;
    await this.matters.insertPaper(tx, {
      id,
      matterId: before.id,
      asked: request.asked ?? null,
      contentType,
      size,
      fileKey: file.key,
      sha256: file.sha256,
      sourceKey: request.fileKey,
      sealedName: this.seal.sealPaper('name', id, request.name),
      sealedOpening: this.seal.sealPaper('opening', id, opening),
      addedBy: adderOf(tx, before),
      addedAt: tx.now,
      removedAt: null,
    });
    await this.files.need(tx, [file]);
    await this.files.forget(tx, [request.fileKey]);
    await this.writer.save(tx, before, {}, { event: 'paperAdded', text: request.name });
    return this.writer.view(tx, before.id);
  }

  /** @throws DomainError `MATTER_PAPERS_MAX`, `MATTER_PAPER_UNKNOWN` */
  private async requirePlace(
    tx: Transaction,
    { id, serviceId, edition }: MatterRow,
    asked: string | null,
  ): Promise<void> {
    if ((await this.matters.papers(tx, id)).length >= matterPapersMax)
      throw new DomainError('MATTER_PAPERS_MAX', { params: { max: matterPapersMax } });
    const { papers } = await this.services.edition(tx, serviceId, edition);
    if (asked !== null && !papers?.some((paper) => paper.id === asked))
      throw new DomainError('MATTER_PAPER_UNKNOWN', { pointer: '/asked' });
  }
}

/** Nobody is named where it is whoever brought the matter. */
function adderOf(tx: Transaction, { personId }: MatterRow): string | null {
  return tx.personId === personId ? null : tx.personId;
}

function requireBytes(bytes: number): void {
  if (bytes > matterPaperBytesMax) throw wrongFormat();
}

function wrongFormat(): DomainError {
  return new DomainError('MATTER_PAPER_FORMAT', { pointer: '/fileKey' });
}
