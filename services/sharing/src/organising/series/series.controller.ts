import { Controller } from '@nestjs/common';
import {
  activitySeriesContract,
  type ActivitySeriesView,
  type CancelledSeriesView,
  CancelSeriesRequest,
  type CreatedSeriesView,
  CreateSeriesRequest,
  type EditedSeriesView,
  EditSeriesRequest,
  type ExtendedSeriesView,
  ExtendSeriesRequest,
  ListSeriesRequest,
  type Page,
  PreviewSeriesRequest,
  type PublishedSeriesView,
  PublishSeriesRequest,
  seriesExtensionContract,
  SeriesIdRequest,
  type SeriesLineView,
  type SeriesPreviewView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { SeriesActsService } from './series-acts.service.js';
import { SeriesExtensionService } from './series-extension.service.js';
import { SeriesReader } from './series.reader.js';
import { SeriesService } from './series.service.js';

@Controller()
export class SeriesController {
  constructor(
    private readonly series: SeriesService,
    private readonly acts: SeriesActsService,
    private readonly reader: SeriesReader,
    private readonly extension: SeriesExtensionService,
  ) {}

  @HandlesQuery(activitySeriesContract.preview)
  preview(@Request() request: PreviewSeriesRequest, @Call() call: CallContext): Promise<SeriesPreviewView> {
    return this.series.preview(request, call);
  }

  @HandlesCommand(activitySeriesContract.create)
  create(
    @Request() request: CreateSeriesRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CreatedSeriesView>> {
    return this.series.create(request, call);
  }

  @HandlesQuery(activitySeriesContract.list)
  list(@Request() request: ListSeriesRequest, @Call() call: CallContext): Promise<Page<SeriesLineView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(activitySeriesContract.get)
  get(@Request() request: SeriesIdRequest, @Call() call: CallContext): Promise<ActivitySeriesView> {
    return this.reader.get(request, call);
  }

  @HandlesCommand(activitySeriesContract.edit)
  edit(@Request() request: EditSeriesRequest, @Call() call: CallContext): Promise<Outcome<EditedSeriesView>> {
    return this.acts.edit(request, call);
  }

  @HandlesCommand(activitySeriesContract.publish)
  publish(
    @Request() request: PublishSeriesRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PublishedSeriesView>> {
    return this.acts.publish(request, call);
  }

  @HandlesCommand(activitySeriesContract.cancel)
  cancel(
    @Request() request: CancelSeriesRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CancelledSeriesView>> {
    return this.acts.cancel(request, call);
  }

  @HandlesQuery(seriesExtensionContract.previewExtension)
  previewExtension(
    @Request() request: ExtendSeriesRequest,
    @Call() call: CallContext,
  ): Promise<SeriesPreviewView> {
    return this.extension.preview(request, call);
  }

  @HandlesCommand(seriesExtensionContract.extend)
  extend(
    @Request() request: ExtendSeriesRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ExtendedSeriesView>> {
    return this.extension.extend(request, call);
  }
}
