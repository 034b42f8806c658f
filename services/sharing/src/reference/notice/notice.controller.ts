import { Controller } from '@nestjs/common';
import {
  type Done,
  ListNoticesRequest,
  noticeContract,
  NoticeIdRequest,
  type NoticePage,
  type NoticeView,
  ReadNoticesRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { NoticeService } from './notice.service.js';

@Controller()
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  @HandlesQuery(noticeContract.list)
  list(@Request() request: ListNoticesRequest, @Call() call: CallContext): Promise<NoticePage> {
    return this.notices.list(request, call);
  }

  @HandlesCommand(noticeContract.read)
  read(@Request() request: NoticeIdRequest, @Call() call: CallContext): Promise<Outcome<NoticeView>> {
    return this.notices.read(request, call);
  }

  @HandlesCommand(noticeContract.readAll)
  readAll(@Request() request: ReadNoticesRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.notices.readAll(request, call);
  }
}
