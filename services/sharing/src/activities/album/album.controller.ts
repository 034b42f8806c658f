import { Controller } from '@nestjs/common';
import {
  ActivityIdRequest,
  AddAlbumPictureRequest,
  type AlbumPage,
  albumPictureContract,
  AlbumPictureFileRequest,
  AlbumPictureIdRequest,
  type AlbumPictureView,
  type Done,
  HideAlbumPictureRequest,
  ListAlbumPicturesRequest,
  type PictureFileView,
  type PublicAlbumView,
  ReportAlbumPictureRequest,
  ShareAlbumPictureRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { AlbumIntake } from './album-intake.service.js';
import { AlbumReader } from './album.reader.js';
import { AlbumService } from './album.service.js';

@Controller()
export class AlbumController {
  constructor(
    private readonly intake: AlbumIntake,
    private readonly album: AlbumService,
    private readonly reader: AlbumReader,
  ) {}

  @HandlesCommand(albumPictureContract.add)
  add(
    @Request() request: AddAlbumPictureRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AlbumPictureView>> {
    return this.intake.add(request, call);
  }

  @HandlesQuery(albumPictureContract.list)
  list(@Request() request: ListAlbumPicturesRequest, @Call() call: CallContext): Promise<AlbumPage> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(albumPictureContract.listPublic)
  listPublic(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<PublicAlbumView> {
    return this.reader.listPublic(request, call);
  }

  @HandlesCommand(albumPictureContract.approve)
  approve(
    @Request() request: AlbumPictureIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AlbumPictureView>> {
    return this.album.approve(request, call);
  }

  @HandlesCommand(albumPictureContract.share)
  share(
    @Request() request: ShareAlbumPictureRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AlbumPictureView>> {
    return this.album.share(request, call);
  }

  @HandlesCommand(albumPictureContract.hide)
  hide(
    @Request() request: HideAlbumPictureRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AlbumPictureView>> {
    return this.album.hide(request, call);
  }

  @HandlesCommand(albumPictureContract.report)
  report(@Request() request: ReportAlbumPictureRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.album.report(request, call);
  }

  @HandlesCommand(albumPictureContract.withdraw)
  withdraw(@Request() request: AlbumPictureIdRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.album.withdraw(request, call);
  }

  @HandlesQuery(albumPictureContract.file)
  file(@Request() request: AlbumPictureFileRequest, @Call() call: CallContext): Promise<PictureFileView> {
    return this.reader.file(request, call);
  }

  @HandlesQuery(albumPictureContract.filePublic)
  filePublic(
    @Request() request: AlbumPictureFileRequest,
    @Call() call: CallContext,
  ): Promise<PictureFileView> {
    return this.reader.filePublic(request, call);
  }
}
