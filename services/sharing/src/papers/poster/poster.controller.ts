import { Controller } from '@nestjs/common';
import { posterContract, type PrintedFileView, RenderPosterRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { PosterService } from './poster.service.js';

@Controller()
export class PosterController {
  constructor(private readonly posters: PosterService) {}

  @HandlesQuery(posterContract.render)
  render(@Request() request: RenderPosterRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.posters.render(request, call);
  }
}
