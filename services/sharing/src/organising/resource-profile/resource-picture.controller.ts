import { Controller } from '@nestjs/common';
import {
  AddResourcePictureRequest,
  ArrangeResourcePicturesRequest,
  EditResourcePictureRequest,
  GetResourceRequest,
  type PictureFileView,
  type PictureView,
  resourcePictureContract,
  ResourcePictureFileRequest,
  ResourcePictureIdRequest,
  type ResourcePicturesView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ResourcePictureReader } from './resource-picture.reader.js';
import { ResourcePictureService } from './resource-picture.service.js';

@Controller()
export class ResourcePictureController {
  constructor(
    private readonly pictures: ResourcePictureService,
    private readonly reader: ResourcePictureReader,
  ) {}

  @HandlesCommand(resourcePictureContract.add)
  add(
    @Request() request: AddResourcePictureRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PictureView>> {
    return this.pictures.add(request, call);
  }

  @HandlesQuery(resourcePictureContract.list)
  list(@Request() request: GetResourceRequest, @Call() call: CallContext): Promise<ResourcePicturesView> {
    return this.reader.list(request, call);
  }

  @HandlesCommand(resourcePictureContract.arrange)
  arrange(
    @Request() request: ArrangeResourcePicturesRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourcePicturesView>> {
    return this.pictures.arrange(request, call);
  }

  @HandlesCommand(resourcePictureContract.edit)
  edit(
    @Request() request: EditResourcePictureRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PictureView>> {
    return this.pictures.edit(request, call);
  }

  @HandlesCommand(resourcePictureContract.remove)
  remove(
    @Request() request: ResourcePictureIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourcePicturesView>> {
    return this.pictures.remove(request, call);
  }

  @HandlesCommand(resourcePictureContract.restore)
  restore(
    @Request() request: ResourcePictureIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourcePicturesView>> {
    return this.pictures.restore(request, call);
  }

  @HandlesQuery(resourcePictureContract.file)
  file(@Request() request: ResourcePictureFileRequest, @Call() call: CallContext): Promise<PictureFileView> {
    return this.reader.file(request, call);
  }
}
