import { Controller, StreamableFile } from '@nestjs/common';
import {
  AddResourcePictureRequest,
  ArrangeResourcePicturesRequest,
  EditResourcePictureRequest,
  GetResourceRequest,
  resourcePictureContract,
  ResourcePictureFileRequest,
  ResourcePictureIdRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'resources';
const type = 'image/webp';
const base = 'resources/:resourceId/pictures';

@Controller()
export class ResourcePictureController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint('POST', base, resourcePictureContract.add, {
    tag,
    summary:
      'Makes a picture of an uploaded file: as WebP in three widths, without what a camera has written into it',
    example: { fileKey: '019a0000-0000-7000-8000-0000000000f1', alt: '舞台和两侧音响' },
  })
  add(@Input() request: AddResourcePictureRequest, @Call() call: CallContext) {
    return this.rpc.call(resourcePictureContract.add, request, call);
  }

  @Endpoint('GET', base, resourcePictureContract.list, {
    tag,
    summary: 'Lists the pictures of a resource in their order, and what of them can be brought back',
  })
  list(@Input() request: GetResourceRequest, @Call() call: CallContext) {
    return this.rpc.call(resourcePictureContract.list, request, call);
  }

  @Endpoint('PUT', base, resourcePictureContract.arrange, {
    tag,
    summary: 'Puts the pictures in an order; the first stands for the resource',
    example: {
      pictureIds: ['019a0000-0000-7000-8000-0000000000f2', '019a0000-0000-7000-8000-0000000000f3'],
    },
  })
  arrange(@Input() request: ArrangeResourcePicturesRequest, @Call() call: CallContext) {
    return this.rpc.call(resourcePictureContract.arrange, request, call);
  }

  @Endpoint('PATCH', `${base}/:pictureId`, resourcePictureContract.edit, {
    tag,
    summary: 'Says something else of what a picture shows, or beneath it',
    example: { alt: '舞台、幕布和两侧音响' },
  })
  edit(@Input() request: EditResourcePictureRequest, @Call() call: CallContext) {
    return this.rpc.call(resourcePictureContract.edit, request, call);
  }

  @Endpoint('DELETE', `${base}/:pictureId`, resourcePictureContract.remove, {
    tag,
    summary: 'Removes a picture; for 30 days it can be brought back',
  })
  remove(@Input() request: ResourcePictureIdRequest, @Call() call: CallContext) {
    return this.rpc.call(resourcePictureContract.remove, request, call);
  }

  @Endpoint('POST', `${base}/:pictureId/restore`, resourcePictureContract.restore, {
    tag,
    summary: 'Brings a removed picture back, as the last one',
    status: 200,
  })
  restore(@Input() request: ResourcePictureIdRequest, @Call() call: CallContext) {
    return this.rpc.call(resourcePictureContract.restore, request, call);
  }

  @Endpoint('GET', `${base}/:pictureId/:width`, resourcePictureContract.file, {
    tag,
    summary: 'A picture in one of its widths',
    files: [type],
    isFileOnly: true,
  })
  async file(
    @Input() request: ResourcePictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(resourcePictureContract.file, request, call);
    const { fileKey, sha256, size } = outcome.body;
    const content = await this.files.get(fileKey, null, sha256);
    return { ...outcome, body: new StreamableFile(content, { type, length: size }) };
  }
}
