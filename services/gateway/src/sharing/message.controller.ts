import { Controller } from '@nestjs/common';
import { type Page, pageOf, query } from '@gongxiang/contracts/core/contract';
import { noticeContract } from '@gongxiang/contracts/notification/notice.contract';
import {
  ListMessagesRequest,
  messageContract,
  MessageView,
} from '@gongxiang/contracts/sharing/activities/message.contract';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { askServices } from '../membership/ask-every-service.js';

const list = query('operations.list-messages', ListMessagesRequest, pageOf(MessageView), {
  http: 'GET activities/:activityId/messages',
  tag: 'notices',
  summary: 'Lists the messages of an activity, the newest first, with how many got and have read them',
});

/** Sharing has the messages and says who may see them; how many have read them knows the service of the inboxes. */
@Controller()
export class MessageController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(list)
  async list(
    @Input() request: ListMessagesRequest,
    @Call() call: CallContext,
  ): Promise<{ readonly body: Page<MessageView>; readonly existing: boolean }> {
    const page = (await this.rpc.call(messageContract.list, request, call)).body;
    const reads = await this.readsOf(page.items, call);
    const readOf = (id: string): number | null => (reads === null ? null : (reads.get(id) ?? 0));
    const items = page.items.map((message) => ({ ...message, read: readOf(message.id) }));
    return { body: { ...page, items }, existing: false };
  }

  /** Null where that service is silent: the messages are shown all the same. */
  private async readsOf(
    messages: readonly MessageView[],
    call: CallContext,
  ): Promise<ReadonlyMap<string, number> | null> {
    if (messages.length === 0) return new Map();
    const request = { textIds: messages.map(({ id }) => id) };
    const [answer] = await askServices(
      ['notification'] as const,
      call,
      (_service, asked) => this.rpc.call(noticeContract.countReads, request, asked),
      { counts: [] },
    );
    if (answer?.answered !== true) return null;
    return new Map(answer.counts.map(({ textId, read }) => [textId, read]));
  }
}
