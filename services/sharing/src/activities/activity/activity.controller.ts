import { Controller } from '@nestjs/common';
import {
  activityContract,
  type ActivityDetailView,
  ActivityIdRequest,
  type ActivityView,
  CancelActivityRequest,
  CreateActivityRequest,
  EditActivityRequest,
  ListActivitiesRequest,
  type MarkdownPreviewView,
  type Page,
  PreviewMarkdownRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityReader } from './activity.reader.js';
import { ActivityService } from './activity.service.js';

@Controller()
export class ActivityController {
  constructor(
    private readonly activities: ActivityService,
    private readonly reader: ActivityReader,
  ) {}

  @HandlesCommand(activityContract.create)
  create(
    @Request() request: CreateActivityRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ActivityView>> {
    return this.activities.create(request, call);
  }

  @HandlesCommand(activityContract.edit)
  edit(@Request() request: EditActivityRequest, @Call() call: CallContext): Promise<Outcome<ActivityView>> {
    return this.activities.edit(request, call);
  }

  @HandlesCommand(activityContract.cancel)
  cancel(
    @Request() request: CancelActivityRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ActivityView>> {
    return this.activities.cancel(request, call);
  }

  @HandlesQuery(activityContract.get)
  get(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<ActivityDetailView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(activityContract.previewMarkdown)
  previewMarkdown(
    @Request() request: PreviewMarkdownRequest,
    @Call() call: CallContext,
  ): Promise<MarkdownPreviewView> {
    return this.reader.previewMarkdown(request, call);
  }

  @HandlesQuery(activityContract.list)
  list(@Request() request: ListActivitiesRequest, @Call() call: CallContext): Promise<Page<ActivityView>> {
    return this.reader.list(request, call);
  }

  @Republishes('activity')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.reader.republish(tx, afterId, limit);
  }
}
