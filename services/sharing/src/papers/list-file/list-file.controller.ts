import { Controller } from '@nestjs/common';
import { listFileContract, type PrintedFileView, RenderListRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { ListFileService } from './list-file.service.js';

@Controller()
export class ListFileController {
  constructor(private readonly lists: ListFileService) {}

  @HandlesQuery(listFileContract.render)
  render(@Request() request: RenderListRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.lists.render(request, call);
  }
}
