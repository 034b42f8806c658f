import { Injectable } from '@nestjs/common';
import type { Done } from '@gongxiang/contracts/core/contract';
import {
  albumPictureContract,
  type AlbumPictureIdRequest,
  type AlbumPictureView,
  type HideAlbumPictureRequest,
  type ReportAlbumPictureRequest,
  type ShareAlbumPictureRequest,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { PictureFiles } from '@gongxiang/messaging/uploads';
import { actions } from '../actions.js';
import { erasedAt, requireImpartial, requireStep } from './album-rules.js';
import { AlbumAccess, type FoundPicture } from './album-access.js';
import type { AlbumPictureRow } from './album.entity.js';
import { AlbumNotices } from './album-notices.js';
import { AlbumRepository } from './album.repository.js';
import { albumPictureViewOf } from './album.view.js';

/** Due work: a picture has been hidden long enough to be erased. */
const erasureDue = 'album-erasure';

/** Commands for the pictures of an album. */
@Injectable()
export class AlbumService {
  constructor(
    private readonly transactions: Transactions,
    private readonly album: AlbumAccess,
    private readonly pictures: AlbumRepository,
    private readonly files: PictureFiles,
    private readonly notices: AlbumNotices,
  ) {}

  /** Shows a picture to people of the activity; also one that was hidden, or reported without cause. */
  @Handles(albumPictureContract.approve)
  approve(request: AlbumPictureIdRequest, call: CallContext): Promise<Outcome<AlbumPictureView>> {
    return this.transactions.command(call, albumPictureContract.approve, request, async (tx) => {
      const found = await this.decide(tx, request);
      requireVersion(tx, found.row.version);
      const row = await this.step(tx, found, { state: 'approved', ...decidedBy(tx) });
      await this.notices.shown(tx, row);
      if (found.row.state === 'reported') await this.notices.decided(tx, row, null);
      return this.view(tx, row, found);
    });
  }

  /** From now on only the contributor and the hosts see it. */
  @Handles(albumPictureContract.hide)
  hide(request: HideAlbumPictureRequest, call: CallContext): Promise<Outcome<AlbumPictureView>> {
    return this.transactions.command(call, albumPictureContract.hide, request, async (tx) => {
      const found = await this.decide(tx, request);
      requireVersion(tx, found.row.version);
      const { reason: hideReason } = request;
      const change = { state: 'hidden', hideReason, hiddenAt: tx.now, ...decidedBy(tx) } as const;
      const row = await this.step(tx, found, change);
      const key = `${row.activityId}/${row.id}`;
      await schedule(tx, { kind: erasureDue, key, at: erasedAt(tx.now) });
      await this.notices.hidden(tx, row, hideReason);
      if (found.row.state === 'reported') await this.notices.decided(tx, row, hideReason);
      return this.view(tx, row, found);
    });
  }

  /** Sets whether the public page shows it. @throws DomainError `ALBUM_PICTURE_NOT_OPEN` if it is not approved */
  @Handles(albumPictureContract.share)
  share(request: ShareAlbumPictureRequest, call: CallContext): Promise<Outcome<AlbumPictureView>> {
    return this.transactions.command(call, albumPictureContract.share, request, async (tx) => {
      const found = await this.decide(tx, request);
      if (found.row.state !== 'approved') throw new DomainError('ALBUM_PICTURE_NOT_OPEN');
      const row = await this.save(tx, found, { isPublic: request.isPublic });
      return this.view(tx, row, found);
    });
  }

  /**
   * Anybody who sees it can have it hidden at once; an officer of the hosts decides afterwards. @throws DomainError
   * `ALBUM_REPORT_DECIDED`
   */
  @Handles(albumPictureContract.report)
  report(request: ReportAlbumPictureRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, albumPictureContract.report, request, async (tx) => {
      const found = await this.album.lockPicture(tx, request);
      if (found.row.reportedBy.includes(tx.personId)) throw new DomainError('ALBUM_REPORT_DECIDED');
      const reportedBy = [...found.row.reportedBy, tx.personId];
      const change = { state: 'reported', reportReason: request.reason, reportedBy } as const;
      const row = await this.step(tx, found, change);
      await this.notices.hidden(tx, row, null);
      return { done: true as const };
    });
  }

  /** The contributor may withdraw it at any time: it is deleted completely. */
  @Handles(albumPictureContract.withdraw)
  withdraw(request: AlbumPictureIdRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, albumPictureContract.withdraw, request, async (tx) => {
      const { row, activity } = await this.album.lockPicture(tx, request);
      tx.authorise(actions.withdrawAlbumPicture, { personId: row.personId, visible: true });
      const { activityId, state } = row;
      tx.audit({ noun: 'albumPicture', id: row.id, before: { activityId, state } });
      await this.drop(tx, row);
      await this.notices.changed(tx, activity, { ...row, version: row.version + 1 });
      return { done: true as const };
    });
  }

  /** Checks the time again: it may have been shown, and hidden again later. */
  @OnDue(erasureDue)
  async erase(tx: Transaction, key: string): Promise<void> {
    const [activityId = '', id = ''] = key.split('/');
    await this.album.lock(tx, activityId);
    const row = await this.pictures.find(tx, activityId, id);
    if (row === null || row.hiddenAt === null || erasedAt(row.hiddenAt) > tx.now) return;
    await this.drop(tx, row);
  }

  private async drop(tx: Transaction, row: AlbumPictureRow): Promise<void> {
    await this.pictures.delete(tx, row.activityId, row.id);
    await this.files.forget(
      tx,
      row.files.map(({ key }) => key),
    );
  }

  /** A picture on which the caller decides. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  private async decide(tx: Transaction, request: AlbumPictureIdRequest): Promise<FoundPicture> {
    const found = await this.album.lockPicture(tx, request);
    tx.authorise(actions.moderateAlbum, { paths: found.paths, visible: true });
    requireImpartial(found.row, found.viewer);
    return found;
  }

  /** Clears the fields that belong to the previous state. */
  private step(
    tx: Transaction,
    found: FoundPicture,
    change: Partial<AlbumPictureRow> & Pick<AlbumPictureRow, 'state'>,
  ): Promise<AlbumPictureRow> {
    requireStep(found.row.state, change.state);
    const ended = { isPublic: false, reportReason: null, hideReason: null, hiddenAt: null };
    return this.save(tx, found, { ...ended, ...change });
  }

  /** Captions and reasons may name people: neither is audited. */
  private async save(
    tx: Transaction,
    { row: before, activity }: FoundPicture,
    change: Partial<AlbumPictureRow>,
  ): Promise<AlbumPictureRow> {
    const row = { ...before, ...change, version: before.version + 1 };
    await this.pictures.update(tx, row);
    const auditOf = ({ activityId, state, isPublic }: AlbumPictureRow) => ({ activityId, state, isPublic });
    tx.audit({ noun: 'albumPicture', id: row.id, before: auditOf(before), after: auditOf(row) });
    await this.notices.changed(tx, activity, row);
    return row;
  }

  private async view(
    tx: Transaction,
    row: AlbumPictureRow,
    { viewer }: FoundPicture,
  ): Promise<AlbumPictureView> {
    const maskedName = await this.pictures.maskedNameOf(tx, row.personId);
    return albumPictureViewOf({ ...row, maskedName }, viewer);
  }
}

function decidedBy(tx: Transaction): Pick<AlbumPictureRow, 'decidedBy' | 'decidedAt'> {
  return { decidedBy: tx.personId, decidedAt: tx.now };
}
