import { Controller, StreamableFile } from '@nestjs/common';
import {
  ActivityIdRequest,
  AddAlbumPictureRequest,
  albumPictureContract,
  AlbumPictureFileRequest,
  AlbumPictureIdRequest,
  HideAlbumPictureRequest,
  ListAlbumPicturesRequest,
  type PictureFileView,
  ReportAlbumPictureRequest,
  ShareAlbumPictureRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { PublicReads } from '../http/public-reads.js';

const tag = 'activities';
const type = 'image/webp';
const base = 'activities/:activityId/album-pictures';
/** Whoever is in a picture may have it taken down at any moment: nobody in between keeps it for longer. */
const keptSeconds = 10;

@Controller()
export class AlbumPictureController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
    private readonly files: FileStore,
  ) {}

  @Endpoint('POST', base, albumPictureContract.add, {
    tag,
    summary:
      'Adds a picture to the album of an activity, by somebody who was there; the hosts look at it first',
    example: { fileKey: '019a0000-0000-7000-8000-0000000000f1', caption: '颁奖', consent: true },
  })
  add(@Input() request: AddAlbumPictureRequest, @Call() call: CallContext) {
    return this.rpc.call(albumPictureContract.add, request, call);
  }

  @Endpoint('GET', base, albumPictureContract.list, {
    tag,
    summary: 'Lists the pictures of an album that the caller may see, the newest first, by state for hosts',
  })
  list(@Input() request: ListAlbumPicturesRequest, @Call() call: CallContext) {
    return this.rpc.call(albumPictureContract.list, request, call);
  }

  @Endpoint('POST', `${base}/:pictureId/approve`, albumPictureContract.approve, {
    tag,
    summary: 'Shows a picture to those who belong to the activity; also one that was hidden or reported',
    status: 200,
    example: {},
  })
  approve(@Input() request: AlbumPictureIdRequest, @Call() call: CallContext) {
    return this.rpc.call(albumPictureContract.approve, request, call);
  }

  @Endpoint('PATCH', `${base}/:pictureId`, albumPictureContract.share, {
    tag,
    summary: 'Shows an approved picture to anybody, on the public page of the activity, or no longer',
    example: { isPublic: true },
  })
  share(@Input() request: ShareAlbumPictureRequest, @Call() call: CallContext) {
    return this.rpc.call(albumPictureContract.share, request, call);
  }

  @Endpoint('POST', `${base}/:pictureId/hide`, albumPictureContract.hide, {
    tag,
    summary: 'Hides a picture, with a reason that who added it is told; for 30 days it can be shown again',
    status: 200,
    example: { reason: '画面里有人不愿公开' },
  })
  hide(@Input() request: HideAlbumPictureRequest, @Call() call: CallContext) {
    return this.rpc.call(albumPictureContract.hide, request, call);
  }

  @Endpoint('POST', `${base}/:pictureId/report`, albumPictureContract.report, {
    tag,
    summary: 'Has a picture hidden at once, until the hosts have decided; once a person',
    status: 200,
    example: { reason: 'inPicture' },
  })
  report(@Input() request: ReportAlbumPictureRequest, @Call() call: CallContext) {
    return this.rpc.call(albumPictureContract.report, request, call);
  }

  @Endpoint('DELETE', `${base}/:pictureId`, albumPictureContract.withdraw, {
    tag,
    summary: 'Withdraws a picture of one’s own; nothing of it stays',
  })
  withdraw(@Input() request: AlbumPictureIdRequest, @Call() call: CallContext) {
    return this.rpc.call(albumPictureContract.withdraw, request, call);
  }

  @Endpoint('GET', `${base}/:pictureId/:width`, albumPictureContract.file, {
    tag,
    summary: 'A picture of an album in one of its widths, for whoever may see it',
    files: [type],
    isFileOnly: true,
  })
  async file(
    @Input() request: AlbumPictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(albumPictureContract.file, request, call);
    return { ...outcome, body: await this.streamed(outcome.body) };
  }

  @Endpoint('GET', `public/${base}`, albumPictureContract.listPublic, {
    tag: 'public',
    summary: 'Lists the pictures of an album that its hosts show to anybody',
    public: true,
    cacheSeconds: keptSeconds,
  })
  listPublic(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.reads.ask(albumPictureContract.listPublic, request, call);
  }

  @Endpoint('GET', `public/${base}/:pictureId/:width`, albumPictureContract.filePublic, {
    tag: 'public',
    summary: 'A picture of an album that its hosts show to anybody, in one of its widths',
    public: true,
    cacheSeconds: keptSeconds,
    files: [type],
    isFileOnly: true,
  })
  async filePublic(
    @Input() request: AlbumPictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.reads.ask(albumPictureContract.filePublic, request, call);
    return { ...outcome, body: await this.streamed(outcome.body) };
  }

  private async streamed({ fileKey, sha256, size }: PictureFileView): Promise<StreamableFile> {
    return new StreamableFile(await this.files.get(fileKey, null, sha256), { type, length: size });
  }
}
