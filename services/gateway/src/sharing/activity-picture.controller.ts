import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ActivityIdRequest,
  activityPictureContract,
  AddPictureRequest,
  ArrangePicturesRequest,
  EditPictureRequest,
  PictureFileRequest,
  type PictureFileView,
  PictureIdRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { isMatch } from '../http/entity-tag.js';
import { PublicReads } from '../http/public-reads.js';

const tag = 'activities';
const type = 'image/webp';
const base = 'activities/:activityId/pictures';
/** The bytes under an address never change; a day is for pictures that are taken down. */
const keptSeconds = 86_400;

@Controller()
export class ActivityPictureController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
    private readonly files: FileStore,
  ) {}

  @Endpoint('POST', base, activityPictureContract.add, {
    tag,
    summary:
      'Makes a picture of an uploaded file: as WebP in three widths, without what a camera has written into it',
    example: {
      fileKey: '019a0000-0000-7000-8000-0000000000f1',
      caption: '去年的合影',
      alt: '二十多人站在车间门口',
    },
  })
  add(@Input() request: AddPictureRequest, @Call() call: CallContext) {
    return this.rpc.call(activityPictureContract.add, request, call);
  }

  @Endpoint('GET', base, activityPictureContract.list, {
    tag,
    summary: 'Lists the pictures of an activity in their order, and what of them can be brought back',
  })
  list(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityPictureContract.list, request, call);
  }

  @Endpoint('PUT', base, activityPictureContract.arrange, {
    tag,
    summary: 'Puts the pictures in an order, and says which one stands for the activity',
    example: {
      pictureIds: ['019a0000-0000-7000-8000-0000000000f2', '019a0000-0000-7000-8000-0000000000f3'],
      coverId: '019a0000-0000-7000-8000-0000000000f2',
    },
  })
  arrange(@Input() request: ArrangePicturesRequest, @Call() call: CallContext) {
    return this.rpc.call(activityPictureContract.arrange, request, call);
  }

  @Endpoint('PATCH', `${base}/:pictureId`, activityPictureContract.edit, {
    tag,
    summary: 'Says something else beneath a picture, or of what it shows',
    example: { caption: '出发前' },
  })
  edit(@Input() request: EditPictureRequest, @Call() call: CallContext) {
    return this.rpc.call(activityPictureContract.edit, request, call);
  }

  @Endpoint('DELETE', `${base}/:pictureId`, activityPictureContract.remove, {
    tag,
    summary: 'Removes a picture; for 30 days it can be brought back',
  })
  remove(@Input() request: PictureIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityPictureContract.remove, request, call);
  }

  @Endpoint('POST', `${base}/:pictureId/restore`, activityPictureContract.restore, {
    tag,
    summary: 'Brings a removed picture back, as the last one',
    status: 200,
  })
  restore(@Input() request: PictureIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityPictureContract.restore, request, call);
  }

  @Endpoint('GET', `${base}/:pictureId/:width`, activityPictureContract.file, {
    tag,
    summary: 'A picture in one of its widths, for whoever sees the activity',
    files: [type],
    isFileOnly: true,
  })
  async file(
    @Input() request: PictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(activityPictureContract.file, request, call);
    return { ...outcome, body: await this.streamed(outcome.body) };
  }

  @Endpoint('GET', `public/${base}`, activityPictureContract.listPublic, {
    tag: 'public',
    summary: 'Lists the pictures of a published activity',
    public: true,
    cacheSeconds: 10,
  })
  listPublic(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.reads.ask(activityPictureContract.listPublic, request, call);
  }

  @Endpoint('GET', `public/${base}/:pictureId/:width`, activityPictureContract.filePublic, {
    tag: 'public',
    summary: 'A picture of a published activity, in one of its widths',
    public: true,
    cacheSeconds: keptSeconds,
    files: [type],
    isFileOnly: true,
  })
  async filePublic(
    @Input() request: PictureFileRequest,
    @Call() call: CallContext,
    @Req() { headers }: EdgeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile | undefined>> {
    const outcome = await this.reads.ask(activityPictureContract.filePublic, request, call);
    const etag = `"${outcome.body.sha256}"`;
    void reply.header('ETag', etag);
    if (!isMatch(headers['if-none-match'], etag))
      return { ...outcome, body: await this.streamed(outcome.body) };
    void reply.status(304);
    return { ...outcome, body: undefined };
  }

  private async streamed({ fileKey, sha256, size }: PictureFileView): Promise<StreamableFile> {
    return new StreamableFile(await this.files.get(fileKey, null, sha256), { type, length: size });
  }
}
