import { Controller } from '@nestjs/common';
import {
  activitySeriesContract,
  CancelSeriesRequest,
  CreateSeriesRequest,
  EditSeriesRequest,
  ExtendSeriesRequest,
  ListSeriesRequest,
  PreviewSeriesRequest,
  PublishSeriesRequest,
  seriesExtensionContract,
  SeriesIdRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'activities';
const example = {
  activityId: '019a0000-0000-7000-8000-000000000001',
  rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=10',
  except: ['2027-02-16'],
  holidays: 'skip',
};

@Controller()
export class ActivitySeriesController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activity-series/preview', activitySeriesContract.preview, {
    tag,
    summary:
      'Shows which occurrences a series would have, and which days it would skip or move, with the reasons',
    example,
  })
  preview(@Input() request: PreviewSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(activitySeriesContract.preview, request, call);
  }

  @Endpoint('POST', 'activity-series', activitySeriesContract.create, {
    tag,
    summary: 'Drafts an activity again on each day of a rule; says which days were skipped or moved, and why',
    example,
  })
  create(@Input() request: CreateSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(activitySeriesContract.create, request, call);
  }

  @Endpoint('GET', 'activity-series', activitySeriesContract.list, {
    tag,
    summary: 'Lists the series that the caller prepares, the newest first',
  })
  list(@Input() request: ListSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(activitySeriesContract.list, request, call);
  }

  @Endpoint('GET', 'activity-series/:seriesId', activitySeriesContract.get, {
    tag,
    summary: 'Shows a series with those of its occurrences that the caller may see, and their seats',
  })
  get(@Input() request: SeriesIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activitySeriesContract.get, request, call);
  }

  @Endpoint('PATCH', 'activity-series/:seriesId', activitySeriesContract.edit, {
    tag,
    summary:
      'Changes this and the following occurrences; each keeps what was changed for it alone, which is said',
    ifMatch: true,
    example: { fromActivityId: example.activityId, changes: { venue: '职工之家三楼', startTime: '18:30' } },
  })
  edit(@Input() request: EditSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(activitySeriesContract.edit, request, call);
  }

  @Endpoint('POST', 'activity-series/:seriesId/publish', activitySeriesContract.publish, {
    tag,
    summary: 'Publishes the drafts that lack nothing required; says which could not be, and why',
    status: 200,
    example: {},
  })
  publish(@Input() request: PublishSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(activitySeriesContract.publish, request, call);
  }

  @Endpoint('POST', 'activity-series/:seriesId/cancel', activitySeriesContract.cancel, {
    tag,
    summary: 'Cancels this and the following occurrences, with the reason',
    status: 200,
    example: { fromActivityId: example.activityId, reason: '场地停用' },
  })
  cancel(@Input() request: CancelSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(activitySeriesContract.cancel, request, call);
  }

  @Endpoint('POST', 'activity-series/:seriesId/extend/preview', seriesExtensionContract.previewExtension, {
    tag,
    summary:
      'Shows by which occurrences a series would go on until a later end, and which days it would skip',
    example: { count: 20 },
  })
  previewExtension(@Input() request: ExtendSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(seriesExtensionContract.previewExtension, request, call);
  }

  @Endpoint('POST', 'activity-series/:seriesId/extend', seriesExtensionContract.extend, {
    tag,
    summary: 'Lets a series go on until a later end, by the same rule; what is there stays as it is',
    status: 200,
    example: { until: '2027-06-30' },
  })
  extend(@Input() request: ExtendSeriesRequest, @Call() call: CallContext) {
    return this.rpc.call(seriesExtensionContract.extend, request, call);
  }
}
