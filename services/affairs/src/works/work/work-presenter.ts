import { Injectable } from '@nestjs/common';
import type {
  OwnWorkLine,
  WorkFileLine,
  WorkLine,
  WorkView,
} from '@gongxiang/contracts/affairs/works/work.contract';
import { DomainError } from '@gongxiang/domain';
import { noteLook, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { onlooker, takesWorks, type WorksCallRoles } from '../works-call/works-call.model.js';
import { idsOf, WorksCallPresenter } from '../works-call/works-call-presenter.js';
import { type WorksCallRecord, WorksCallRepository } from '../works-call/works-call.repository.js';
import type { WorkRow } from './work.entity.js';
import { fileNameFor, maySeeWork, workActsOf, type WorkRoles } from './work.model.js';
import { type WorkAuthor, WorkRepository } from './work.repository.js';
import { WorkSeal } from './work-seal.js';

export type RolesOfCall = WorksCallRoles & { readonly jurorId: string | null };

/** A work with its call, and what the caller is to both. */
export interface SeenWork {
  readonly row: WorkRow;
  readonly call: WorksCallRecord;
  readonly roles: WorkRoles & RolesOfCall;
}

/** Shows works: who has made one is for its author and officers, until the result stands. */
@Injectable()
export class WorkPresenter {
  constructor(
    private readonly calls: WorksCallRepository,
    private readonly works: WorkRepository,
    private readonly callPresenter: WorksCallPresenter,
    private readonly seal: WorkSeal,
  ) {}

  /** @throws DomainError `NOT_FOUND` unless the caller may see it */
  async seen(tx: Transaction, workId: string): Promise<SeenWork> {
    tx.authorise(actions.takePart, {});
    const row = await this.works.find(tx, workId);
    const call = row && (await this.calls.find(tx, row.callId));
    if (row === null || call === null) throw new DomainError('NOT_FOUND');
    const roles = this.rolesOf(tx, row, { call, roles: await this.callPresenter.rolesOf(tx, call) });
    if (!maySeeWork({ work: row.state, call: call.state }, roles)) throw new DomainError('NOT_FOUND');
    return { row, call, roles };
  }

  /** @throws DomainError `NOT_FOUND` unless it stands in a gallery for anybody */
  async seenByAnybody(tx: Transaction, workId: string): Promise<SeenWork> {
    const row = await this.works.find(tx, workId);
    const call = row && (await this.callPresenter.shownToAnybody(tx, row.callId));
    if (row === null || call?.state !== 'awarded' || row.state !== 'admitted')
      throw new DomainError('NOT_FOUND');
    return { row, call, roles: { ...onlooker, jurorId: null, isAuthor: false, isTaking: false } };
  }

  async lines(
    tx: Transaction,
    rows: readonly WorkRow[],
    of: { readonly call: WorksCallRecord; readonly roles: RolesOfCall },
  ): Promise<WorkLine[]> {
    const ids = rows.map(({ personId }) => personId);
    const authors = of.roles.isOfficer && ids.length > 0 ? await this.works.authorsOf(tx, ids) : [];
    const byId = new Map(authors.map((author) => [author.personId, author]));
    const workIds = rows.map(({ id }) => id);
    const scores = await this.works.scoresBy(tx, of.roles.jurorId, workIds);
    const covers = await this.works.covers(tx, workIds);
    return rows.map((row) =>
      this.line(row, {
        call: of.call,
        roles: this.rolesOf(tx, row, of),
        author: byId.get(row.personId) ?? null,
        coverId: covers.get(row.id) ?? null,
        isScored: scores.has(row.id),
      }),
    );
  }

  /** As its author sees it in their own list. */
  own(row: WorkRow, call: WorksCallRecord, coverId: string | null): OwnWorkLine {
    const roles = { isOfficer: false, isJuror: false, isAddressed: true, jurorId: null };
    const own = { ...roles, isAuthor: true, isTaking: false };
    const line = this.line(row, { call, roles: own, author: null, coverId, isScored: false });
    return { ...line, reason: this.reasonFor(row, own) };
  }

  /** That an officer sees whose it is, its author learns. */
  async view(tx: Transaction, workId: string): Promise<WorkView> {
    return this.viewOf(tx, await this.seen(tx, workId));
  }

  async viewOf(tx: Transaction, { row, call, roles }: SeenWork): Promise<WorkView> {
    const workId = row.id;
    const [author = null] = roles.isOfficer ? await this.works.authorsOf(tx, [row.personId]) : [];
    if (roles.isOfficer && !roles.isAuthor) noteLook(tx, 'work', [row.personId]);
    const points = (await this.works.scoresBy(tx, roles.jurorId, [workId])).get(workId);
    const files = await this.files(tx, row, roles);
    const coverId = files.find(({ hasPreview }) => hasPreview)?.id ?? null;
    return {
      ...this.line(row, { call, roles, author, coverId, isScored: points !== undefined }),
      text: this.seal.open('text', workId, row.sealedText) ?? '',
      files,
      sentAt: row.sentAt.toISOString(),
      reason: this.reasonFor(row, roles),
      points: (points ?? []).map((given, criterion) => ({ criterion, points: given })),
      score: row.score,
      acts: workActsOf({ work: row.state, call: call.state }, roles).map((act) => ({ act })),
    };
  }

  /** Why it was refused, for its author and officers. */
  private reasonFor({ id, sealedReason }: WorkRow, { isAuthor, isOfficer }: WorkRoles): string | null {
    return isAuthor || isOfficer ? this.seal.open('reason', id, sealedReason) : null;
  }

  /** As they are called before the caller. */
  async files(tx: Transaction, row: WorkRow, roles: WorkRoles): Promise<WorkFileLine[]> {
    const files = await this.works.files(tx, row.id);
    return files.map(({ id, sealedName, contentType, size, sealedPreviewOpening }, index) => {
      const name = this.seal.open('file-name', id, sealedName) ?? '';
      return {
        id,
        name: fileNameFor(roles, { name, contentType, number: index + 1 }),
        contentType,
        bytes: size,
        hasPreview: sealedPreviewOpening !== null,
      };
    });
  }

  private rolesOf(
    tx: Transaction,
    row: WorkRow,
    { call, roles }: { readonly call: WorksCallRecord; readonly roles: RolesOfCall },
  ): WorkRoles & RolesOfCall {
    return { ...roles, isAuthor: idsOf(tx).includes(row.personId), isTaking: takesWorks(call, tx.now) };
  }

  private line(
    row: WorkRow,
    {
      call,
      roles,
      author,
      coverId,
      isScored,
    }: Omit<SeenWork, 'row'> & {
      readonly author: WorkAuthor | null;
      readonly coverId: string | null;
      readonly isScored: boolean;
    },
  ): WorkLine {
    const { id, version, state, title, place, award } = row;
    const shownName =
      call.state === 'awarded' || roles.isAuthor ? this.seal.open('name', id, row.sealedName) : null;
    return {
      id,
      version,
      state,
      worksCallId: call.id,
      worksCallTitle: call.title,
      worksCallState: call.state,
      title,
      coverId,
      isMine: roles.isAuthor,
      authorName: shownName ?? author?.maskedName ?? null,
      unionName: author?.unionName ?? null,
      isScored,
      place,
      award,
    };
  }
}
