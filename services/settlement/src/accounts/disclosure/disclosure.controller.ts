import { Controller } from '@nestjs/common';
import {
  disclosureContract,
  type DisclosurePreviewView,
  type DisclosureReminderView,
  DisclosureRequest,
  type DisclosureSummaryView,
  type DisclosureView,
  ListDisclosuresRequest,
  type Page,
  PageRequest,
  PreviewDisclosureRequest,
  type PrintedFileView,
  PublishDisclosureRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { DisclosureService } from './disclosure.service.js';

@Controller()
export class DisclosureController {
  constructor(private readonly disclosures: DisclosureService) {}

  @HandlesQuery(disclosureContract.preview)
  preview(
    @Request() request: PreviewDisclosureRequest,
    @Call() call: CallContext,
  ): Promise<DisclosurePreviewView> {
    return this.disclosures.preview(request, call);
  }

  @HandlesCommand(disclosureContract.publish)
  publish(
    @Request() request: PublishDisclosureRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<DisclosureView>> {
    return this.disclosures.publish(request, call);
  }

  @HandlesQuery(disclosureContract.list)
  list(
    @Request() request: ListDisclosuresRequest,
    @Call() call: CallContext,
  ): Promise<Page<DisclosureSummaryView>> {
    return this.disclosures.list(request, call);
  }

  @HandlesQuery(disclosureContract.get)
  get(@Request() request: DisclosureRequest, @Call() call: CallContext): Promise<DisclosureView> {
    return this.disclosures.get(request, call);
  }

  @HandlesQuery(disclosureContract.print)
  print(@Request() request: DisclosureRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.disclosures.print(request, call);
  }

  @HandlesQuery(disclosureContract.listReminders)
  listReminders(
    @Request() request: PageRequest,
    @Call() call: CallContext,
  ): Promise<Page<DisclosureReminderView>> {
    return this.disclosures.listReminders(request, call);
  }
}
