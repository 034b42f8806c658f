import { Injectable } from '@nestjs/common';
import {
  type AddWorkFile,
  type ListWorks,
  type OwnWorkLine,
  type RefuseWork,
  type ScoreWork,
  type SendWork,
  type WorkAct,
  workContract,
  type WorkFileContentView,
  type WorkFileId,
  workFilesMax,
  workFileTypes,
  type WorkId,
  type WorkLine,
  workMediaBytesMax,
  type WorkView,
} from '@gongxiang/contracts/affairs/works/work.contract';
import { worksPerCallMax } from '@gongxiang/contracts/affairs/works/works-call.contract';
import type { Page, PageRequest } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { type SealedUpload, StoredFiles, takeIn, type UploadWish } from '@gongxiang/messaging/files';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import type { TaskRequester } from '@gongxiang/messaging/threads';
import { bareMedia, BarePictures } from '@gongxiang/messaging/uploads';
import {
  ExistingResult,
  requireVersion,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { WorksCallDueWork } from '../works-call/works-call.due.js';
import type { WorksCallRow } from '../works-call/works-call.entity.js';
import { takesWorks } from '../works-call/works-call.model.js';
import { idsOf, WorksCallPresenter } from '../works-call/works-call-presenter.js';
import { WorksCallRepository } from '../works-call/works-call.repository.js';
import type { WorkFileRow, WorkRow } from './work.entity.js';
import { bytesMaxOf, fileKindOf } from './work-file-kind.js';
import { isPossible, isWhoActs, pointsOf } from './work.model.js';
import { type SeenWork, WorkPresenter } from './work-presenter.js';
import { WorkRepository } from './work.repository.js';
import { WorkSeal } from './work-seal.js';

/** Members send works, officers admit them, jurors score them. All acts but reading lock the call first. */
@Injectable()
export class WorkService {
  constructor(
    private readonly transactions: Transactions,
    private readonly calls: WorksCallRepository,
    private readonly works: WorkRepository,
    private readonly callPresenter: WorksCallPresenter,
    private readonly presenter: WorkPresenter,
    private readonly seal: WorkSeal,
    private readonly work: WorksCallDueWork,
    private readonly files: StoredFiles,
    private readonly pictures: BarePictures,
  ) {}

  @Handles(workContract.send)
  send(request: SendWork, call: CallContext): Promise<Outcome<WorkView>> {
    return this.transactions.command(call, workContract.send, request, async (tx) => {
      const { worksCallId, title, text, showName, name } = request;
      const locked = await this.calls.lock(tx, worksCallId);
      const { roles } = await this.callPresenter.visible(tx, worksCallId);
      if (locked === null) throw new DomainError('NOT_FOUND');
      if (!roles.isAddressed) throw new DomainError('WORKS_NOT_FOR_YOU');
      if (roles.isJuror) throw new DomainError('WORKS_JUROR_SENDS');
      if (!takesWorks(locked, tx.now)) throw new DomainError('WORKS_CLOSED');
      await this.requirePlace(tx, locked);
      const id = newId();
      const row: WorkRow = {
        id,
        version: 1,
        callId: worksCallId,
        personId: tx.personId,
        state: 'sent',
        title,
        sealedText: this.seal.seal('text', id, text),
        sealedName: showName ? this.seal.seal('name', id, name) : null,
        sealedReason: null,
        decidedBy: null,
        sentAt: tx.now,
        juryScore: null,
        votes: null,
        score: null,
        place: null,
        award: null,
      };
      await this.works.insert(tx, row);
      return this.saved(tx, null, row);
    });
  }

  @Handles(workContract.addFile)
  addFile(request: AddWorkFile, call: CallContext): Promise<Outcome<WorkView>> {
    return takeIn(this.transactions, call, {
      contract: workContract.addFile,
      request,
      look: (tx) => this.look(tx, request),
      prepare: (ownerId) => this.take(request, { person: ownerId, deadline: call.deadline }),
      save: (tx, taken) => this.saveFile(tx, request, taken),
    });
  }

  @Handles(workContract.withdraw)
  withdraw({ workId }: WorkId, call: CallContext): Promise<Outcome<WorkView>> {
    return this.transactions.command(call, workContract.withdraw, { workId }, async (tx) => {
      const { row } = await this.lock(tx, workId, 'withdraw');
      requireVersion(tx, row.version);
      const files = await this.works.files(tx, workId);
      await this.works.removeFiles(tx, workId);
      await this.files.forget(
        tx,
        files.flatMap(({ fileKey, previewKey }) => (previewKey === null ? [fileKey] : [fileKey, previewKey])),
      );
      return this.save(tx, row, { state: 'withdrawn' });
    });
  }

  @Handles(workContract.admit)
  admit({ workId }: WorkId, call: CallContext): Promise<Outcome<WorkView>> {
    return this.transactions.command(call, workContract.admit, { workId }, async (tx) => {
      const { row, call: worksCall } = await this.lock(tx, workId, 'admit');
      requireVersion(tx, row.version);
      await this.tellAuthor(tx, { row, call: worksCall }, 'workAdmitted');
      return this.save(tx, row, { state: 'admitted', decidedBy: tx.personId });
    });
  }

  @Handles(workContract.refuse)
  refuse({ workId, reason }: RefuseWork, call: CallContext): Promise<Outcome<WorkView>> {
    return this.transactions.command(call, workContract.refuse, { workId, reason }, async (tx) => {
      const { row, call: worksCall } = await this.lock(tx, workId, 'refuse');
      requireVersion(tx, row.version);
      await this.tellAuthor(tx, { row, call: worksCall }, 'workRefused');
      const sealedReason = this.seal.seal('reason', workId, reason);
      return this.save(tx, row, { state: 'refused', decidedBy: tx.personId, sealedReason });
    });
  }

  /** Written over until the call is closed; no juror's points change the version that others see. */
  @Handles(workContract.score)
  score({ workId, points }: ScoreWork, call: CallContext): Promise<Outcome<WorkView>> {
    return this.transactions.command(call, workContract.score, { workId, points }, async (tx) => {
      const { call: locked, roles } = await this.lock(tx, workId, 'score');
      const given = pointsOf(points, locked.criteria.length);
      if (given === null || roles.jurorId === null)
        throw new DomainError('WORK_POINTS', { pointer: '/points' });
      await this.works.putScore(tx, { workId, jurorId: roles.jurorId, points: given });
      await this.work.sync(tx, locked);
      tx.audit({ noun: 'work-score', id: workId, before: null, after: { scored: true } });
      return this.presenter.view(tx, workId);
    });
  }

  @Handles(workContract.get)
  get({ workId }: WorkId, call: CallContext): Promise<WorkView> {
    return this.transactions.read(call, (tx) => this.presenter.view(tx, workId));
  }

  @Handles(workContract.file)
  file({ workId, fileId }: WorkFileId, call: CallContext): Promise<WorkFileContentView> {
    return this.transactions.read(call, async (tx) =>
      this.fileOf(tx, await this.presenter.seen(tx, workId), fileId),
    );
  }

  @Handles(workContract.filePublic)
  filePublic({ workId, fileId }: WorkFileId, call: CallContext): Promise<WorkFileContentView> {
    return this.transactions.read(call, async (tx) =>
      this.fileOf(tx, await this.presenter.seenByAnybody(tx, workId), fileId),
    );
  }

  @Handles(workContract.preview)
  preview({ workId, fileId }: WorkFileId, call: CallContext): Promise<WorkFileContentView> {
    return this.transactions.read(call, async (tx) =>
      this.previewOf(tx, await this.presenter.seen(tx, workId), fileId),
    );
  }

  @Handles(workContract.previewPublic)
  previewPublic({ workId, fileId }: WorkFileId, call: CallContext): Promise<WorkFileContentView> {
    return this.transactions.read(call, async (tx) =>
      this.previewOf(tx, await this.presenter.seenByAnybody(tx, workId), fileId),
    );
  }

  @Handles(workContract.getPublic)
  getPublic({ workId }: WorkId, call: CallContext): Promise<WorkView> {
    return this.transactions.read(call, async (tx) =>
      this.presenter.viewOf(tx, await this.presenter.seenByAnybody(tx, workId)),
    );
  }

  @Handles(workContract.list)
  list({ worksCallId, state, ...paging }: ListWorks, call: CallContext): Promise<Page<WorkLine>> {
    return this.transactions.read(call, async (tx) => {
      const { call: found } = await this.callPresenter.visible(tx, worksCallId);
      const roles = await this.callPresenter.rolesOf(tx, found);
      const isGallery = found.state === 'awarded' && (state === undefined || state === 'admitted');
      const isShown = ['judging', 'closing', 'awarded'].includes(found.state);
      if (!roles.isOfficer && !isShown) throw new DomainError('WORKS_CALL_STATE');
      const shown = roles.isOfficer && !isGallery ? state : 'admitted';
      const rows = await this.works.ofCall(tx, worksCallId, {
        ...paging,
        isGallery,
        ...(shown === undefined ? {} : { state: shown }),
      });
      const page = toPage(rows, {
        limit: paging.limit,
        cursorOf: ({ place, id }) => [isGallery ? place : null, id],
      });
      return { ...page, items: await this.presenter.lines(tx, page.items, { call: found, roles }) };
    });
  }

  @Handles(workContract.listMine)
  listMine(request: PageRequest, call: CallContext): Promise<Page<OwnWorkLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.takePart, {});
      const page = toPage(await this.works.ofPerson(tx, tx.personId, request), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
      const calls = await this.calls.byIds(tx, [...new Set(page.items.map(({ callId }) => callId))]);
      const byId = new Map(calls.map((one) => [one.id, one]));
      const covers = await this.works.covers(
        tx,
        page.items.map(({ id }) => id),
      );
      const items = page.items.flatMap((row) => {
        const found = byId.get(row.callId);
        return found === undefined ? [] : [this.presenter.own(row, found, covers.get(row.id) ?? null)];
      });
      return { ...page, items };
    });
  }

  private async fileOf(
    tx: Transaction,
    { row, roles }: SeenWork,
    fileId: string,
  ): Promise<WorkFileContentView> {
    const file = await this.works.findFile(tx, row.id, fileId);
    const opening = file && this.seal.open('file-opening', fileId, file.sealedOpening);
    if (file === null || opening === null) throw new DomainError('NOT_FOUND');
    const { fileKey, sha256, size, contentType } = file;
    const name = (await this.presenter.files(tx, row, roles)).find(({ id }) => id === fileId)?.name ?? '';
    return { fileKey, sha256, opening, size, name, contentType };
  }

  private async previewOf(tx: Transaction, { row }: SeenWork, fileId: string): Promise<WorkFileContentView> {
    const file = await this.works.findFile(tx, row.id, fileId);
    if (file === null) throw new DomainError('NOT_FOUND');
    const { previewKey, previewSize, previewSha256, sealedPreviewOpening } = file;
    const opening = this.seal.open('file-preview-opening', fileId, sealedPreviewOpening);
    if (previewKey === null || previewSize === null || previewSha256 === null || opening === null)
      throw new DomainError('NOT_FOUND');
    const shown = { name: 'preview.webp', contentType: 'image/webp' };
    return { fileKey: previewKey, sha256: previewSha256, opening, size: previewSize, ...shown };
  }

  /** @throws DomainError `WORKS_MAX`, `WORKS_CALL_FULL` */
  private async requirePlace(tx: Transaction, { id, worksPerPerson }: WorksCallRow): Promise<void> {
    if ((await this.works.count(tx, id, idsOf(tx))) >= worksPerPerson)
      throw new DomainError('WORKS_MAX', { params: { max: worksPerPerson } });
    if ((await this.works.count(tx, id)) >= worksPerCallMax)
      throw new DomainError('WORKS_CALL_FULL', { params: { max: worksPerCallMax } });
  }

  /** @returns whose upload it has to be; null if it was made a file of the work before */
  private async look(tx: Transaction, { workId, fileKey }: AddWorkFile): Promise<string | null> {
    const { roles } = await this.presenter.seen(tx, workId);
    if (!roles.isAuthor) throw new DomainError('NOT_PERMITTED');
    return (await this.works.hasFileOf(tx, workId, fileKey)) ? null : tx.personId;
  }

  /** Metadata name the author, the place and the device: a jury that judges blind must not get them. */
  private take({ fileKey, posterKey, workId }: AddWorkFile, author: TaskRequester): Promise<SealedUpload> {
    return this.files.storeSealed(uploadOf(fileKey, author.person), {
      aboutId: workId,
      types: workFileTypes,
      unfit: wrongFormat,
      anew: async (uploaded, contentType) => {
        const kind = fileKindOf(contentType);
        if (uploaded.length > bytesMaxOf(kind)) throw wrongFormat();
        if (kind === 'picture') return this.pictures.make(uploaded, author);
        if (kind === 'document') return { bytes: uploaded, preview: null };
        const preview =
          kind === 'video' && posterKey !== undefined ? await this.poster(posterKey, author) : null;
        return { bytes: bareMedia(uploaded, contentType, 'WORK_FILE_FORMAT'), preview };
      },
    });
  }

  /** A picture out of a video, which the sender's browser takes: the platform plays none. */
  private async poster(posterKey: string, author: TaskRequester): Promise<Buffer> {
    const picture = await this.files.read(uploadOf(posterKey, author.person));
    return (await this.pictures.make(picture, author)).preview;
  }

  private async saveFile(
    tx: Transaction,
    { workId, fileKey, posterKey, name }: AddWorkFile,
    taken: SealedUpload | null,
  ): Promise<WorkView | ExistingResult<WorkView>> {
    const { row, call } = await this.lock(tx, workId, 'addFile');
    if (await this.works.hasFileOf(tx, workId, fileKey))
      return new ExistingResult(await this.presenter.view(tx, workId));
    if (taken === null) throw new DomainError('WORK_FILE_MISSING', { pointer: '/fileKey' });
    if (!call.fileKinds.includes(fileKindOf(taken.contentType))) throw wrongFormat();
    if ((await this.works.files(tx, workId)).length >= workFilesMax)
      throw new DomainError('WORK_FILES_MAX', { params: { max: workFilesMax } });
    const id = newId();
    const { file, opening, contentType, size, preview } = taken;
    await this.works.insertFile(tx, {
      id,
      workId,
      contentType,
      size,
      fileKey: file.key,
      sha256: file.sha256,
      sourceKey: fileKey,
      sealedName: this.seal.seal('file-name', id, name),
      sealedOpening: this.seal.seal('file-opening', id, opening),
      ...this.previewColumns(id, preview),
      addedAt: tx.now,
    });
    await this.files.need(tx, preview === null ? [file] : [file, preview.file]);
    await this.files.forget(tx, posterKey === undefined ? [fileKey] : [fileKey, posterKey]);
    return this.save(tx, row, {});
  }

  private previewColumns(
    id: string,
    preview: SealedUpload['preview'],
  ): Pick<WorkFileRow, 'previewKey' | 'previewSize' | 'previewSha256' | 'sealedPreviewOpening'> {
    return {
      previewKey: preview && preview.file.key,
      previewSize: preview && preview.size,
      previewSha256: preview && preview.file.sha256,
      sealedPreviewOpening: preview && this.seal.seal('file-preview-opening', id, preview.opening),
    };
  }

  /**
   * Locks the call of a work for an act: a work changes under that lock alone.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `WORKS_CLOSED`, `WORK_STATE`
   */
  private async lock(
    tx: Transaction,
    workId: string,
    act: WorkAct,
  ): Promise<{ readonly row: WorkRow; readonly call: WorksCallRow; readonly roles: SeenWork['roles'] }> {
    const found = await this.works.find(tx, workId);
    const call = found && (await this.calls.lock(tx, found.callId));
    const { row, roles } = await this.presenter.seen(tx, workId);
    if (call === null) throw new DomainError('NOT_FOUND');
    if (!isWhoActs(act, { ...roles, isTaking: true })) throw new DomainError('NOT_PERMITTED');
    if (!isPossible(act, row.state, call.state)) throw new DomainError('WORK_STATE');
    if (!isWhoActs(act, roles)) throw new DomainError('WORKS_CLOSED');
    return { row, call, roles };
  }

  private async save(tx: Transaction, before: WorkRow, changes: Partial<WorkRow>): Promise<WorkView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.works.update(tx, row);
    return this.saved(tx, before, row);
  }

  private async saved(tx: Transaction, before: WorkRow | null, row: WorkRow): Promise<WorkView> {
    const call = await this.calls.find(tx, row.callId);
    if (call === null) throw new DomainError('NOT_FOUND');
    await this.work.sync(tx, call);
    tx.audit({ noun: 'work', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    return this.presenter.view(tx, row.id);
  }

  /** By the name of the call: the title of the work is its author's, and is told nowhere. */
  private tellAuthor(
    tx: Transaction,
    { row: { id, personId }, call: { title } }: { readonly row: WorkRow; readonly call: WorksCallRow },
    kind: 'workAdmitted' | 'workRefused',
  ): Promise<void> {
    return raiseNotices(tx, 'affairs', [
      { kind, why: 'sentWork', personIds: [personId], about: { workId: id }, title, cause: `${kind}/${id}` },
    ]);
  }
}

/** Neither what it says nor whose it is. */
function auditedOf({ version, state }: WorkRow): Record<string, unknown> {
  return { version, state };
}

function uploadOf(fileKey: string, ownerId: string): UploadWish {
  return { fileKey, ownerId, missing: 'WORK_FILE_MISSING', requireBytes };
}

/** Of what kind it is, only its content says: here nothing is read of which no kind may have as much. */
function requireBytes(bytes: number): void {
  if (bytes > workMediaBytesMax) throw wrongFormat();
}

function wrongFormat(): DomainError {
  return new DomainError('WORK_FILE_FORMAT', { pointer: '/fileKey' });
}
