import { Controller } from '@nestjs/common';
import {
  activityContract,
  ActivityIdRequest,
  CancelActivityRequest,
  CreateActivityRequest,
  EditActivityRequest,
  ListActivitiesRequest,
  ListPublicActivitiesRequest,
  PreviewMarkdownRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { PublicReads } from '../http/public-reads.js';

const tag = 'activities';

@Controller()
export class ActivityController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
  ) {}

  @Endpoint('POST', 'activities', activityContract.create, {
    tag,
    summary: 'Drafts an activity',
    example: {
      organiser: { kind: 'union', id: '019a0000-0000-7000-8000-000000000001' },
      title: '亲子工厂一日游',
      kind: 'parentChild',
      function: 'facility',
      business: 'culture',
      venue: '一号车间参观通道',
      startsAt: '2026-11-21T09:00:00+08:00',
      endsAt: '2026-11-21T16:00:00+08:00',
      signUpClosesAt: '2026-11-19T18:00:00+08:00',
      companionsMax: 2,
    },
  })
  create(@Input() request: CreateActivityRequest, @Call() call: CallContext) {
    return this.rpc.call(activityContract.create, request, call);
  }

  @Endpoint('GET', 'activities', activityContract.list, {
    tag,
    summary: 'Lists activities by their start: what is published, and the drafts that the caller may see',
  })
  list(@Input() request: ListActivitiesRequest, @Call() call: CallContext) {
    return this.rpc.call(activityContract.list, request, call);
  }

  @Endpoint('GET', 'activities/:activityId', activityContract.get, { tag, summary: 'Shows an activity' })
  get(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityContract.get, request, call);
  }

  @Endpoint('POST', 'previews/markdown', activityContract.previewMarkdown, {
    tag: 'previews',
    summary: 'Shows how a description in Markdown will look, and saves nothing',
    status: 200,
    idempotent: false,
    example: { text: '带好**饮用水**。\n\n- 集合：东门\n- 返回：16:00' },
  })
  previewMarkdown(@Input() request: PreviewMarkdownRequest, @Call() call: CallContext) {
    return this.rpc.call(activityContract.previewMarkdown, request, call);
  }

  @Endpoint('GET', 'public/activities/:activityId', activityContract.getPublic, {
    tag: 'public',
    summary: 'Shows a published activity to anyone, without persons',
    public: true,
    cacheSeconds: 10,
  })
  getPublic(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.reads.ask(activityContract.getPublic, request, call);
  }

  @Endpoint('GET', 'public/unions/:unionId/activities', activityContract.listPublic, {
    tag: 'public',
    summary:
      'Lists what is published and has not begun, of a union and of those below it, the next one first',
    public: true,
    cacheSeconds: 10,
  })
  listPublic(@Input() request: ListPublicActivitiesRequest, @Call() call: CallContext) {
    return this.reads.ask(activityContract.listPublic, request, call);
  }

  @Endpoint('PATCH', 'activities/:activityId', activityContract.edit, {
    tag,
    summary: 'Edits an activity that has not begun to close',
    ifMatch: true,
    example: { venue: '职工之家三楼' },
  })
  edit(@Input() request: EditActivityRequest, @Call() call: CallContext) {
    return this.rpc.call(activityContract.edit, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/publish', activityContract.publish, {
    tag,
    summary: 'Publishes a draft that lacks nothing required of its checklist',
    status: 200,
  })
  publish(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityContract.publish, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/cancel', activityContract.cancel, {
    tag,
    summary: 'Cancels an activity, with the reason',
    status: 200,
    example: { reason: '场地临时检修' },
  })
  cancel(@Input() request: CancelActivityRequest, @Call() call: CallContext) {
    return this.rpc.call(activityContract.cancel, request, call);
  }
}
