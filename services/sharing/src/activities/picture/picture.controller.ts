import { Controller } from '@nestjs/common';
import {
  ActivityIdRequest,
  activityPictureContract,
  AddPictureRequest,
  ArrangePicturesRequest,
  EditPictureRequest,
  PictureFileRequest,
  type PictureFileView,
  PictureIdRequest,
  type PicturesView,
  type PictureView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { PictureIntake } from './picture-intake.service.js';
import { PictureReader } from './picture.reader.js';
import { PictureService } from './picture.service.js';

@Controller()
export class PictureController {
  constructor(
    private readonly intake: PictureIntake,
    private readonly pictures: PictureService,
    private readonly reader: PictureReader,
  ) {}

  @HandlesCommand(activityPictureContract.add)
  add(@Request() request: AddPictureRequest, @Call() call: CallContext): Promise<Outcome<PictureView>> {
    return this.intake.add(request, call);
  }

  @HandlesQuery(activityPictureContract.list)
  list(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<PicturesView> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(activityPictureContract.listPublic)
  listPublic(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<PicturesView> {
    return this.reader.listPublic(request, call);
  }

  @HandlesCommand(activityPictureContract.arrange)
  arrange(
    @Request() request: ArrangePicturesRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PicturesView>> {
    return this.pictures.arrange(request, call);
  }

  @HandlesCommand(activityPictureContract.edit)
  edit(@Request() request: EditPictureRequest, @Call() call: CallContext): Promise<Outcome<PictureView>> {
    return this.pictures.edit(request, call);
  }

  @HandlesCommand(activityPictureContract.remove)
  remove(@Request() request: PictureIdRequest, @Call() call: CallContext): Promise<Outcome<PicturesView>> {
    return this.pictures.remove(request, call);
  }

  @HandlesCommand(activityPictureContract.restore)
  restore(@Request() request: PictureIdRequest, @Call() call: CallContext): Promise<Outcome<PicturesView>> {
    return this.pictures.restore(request, call);
  }

  @HandlesQuery(activityPictureContract.file)
  file(@Request() request: PictureFileRequest, @Call() call: CallContext): Promise<PictureFileView> {
    return this.reader.file(request, call);
  }

  @HandlesQuery(activityPictureContract.filePublic)
  filePublic(@Request() request: PictureFileRequest, @Call() call: CallContext): Promise<PictureFileView> {
    return this.reader.filePublic(request, call);
  }
}
