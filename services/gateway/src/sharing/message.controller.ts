import { Controller } from '@nestjs/common';
import {
  ListMessagesRequest,
  messageContract,
  MessageIdRequest,
  PreviewMessageRequest,
  SendMessageRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'notices';
const filter = { states: ['confirmed'] };

@Controller()
export class MessageController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/messages/preview', messageContract.preview, {
    tag,
    summary: 'Counts whom a message would reach',
    example: { filter },
  })
  preview(@Input() request: PreviewMessageRequest, @Call() call: CallContext) {
    return this.rpc.call(messageContract.preview, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/messages', messageContract.send, {
    tag,
    summary:
      'Writes to those who are registered, or to a part of them; it goes to their inboxes step by step',
    example: { subject: '集合地点', text: '请在东门集合，带好水杯。', filter },
  })
  send(@Input() request: SendMessageRequest, @Call() call: CallContext) {
    return this.rpc.call(messageContract.send, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/messages', messageContract.list, {
    tag,
    summary: 'Lists the messages of an activity, the newest first, with how many got and have read them',
  })
  list(@Input() request: ListMessagesRequest, @Call() call: CallContext) {
    return this.rpc.call(messageContract.list, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/messages/:messageId/withdraw', messageContract.withdraw, {
    tag,
    summary: 'Withdraws a message: who has not got it gets none, who has sees that it was withdrawn',
    status: 200,
    example: {},
  })
  withdraw(@Input() request: MessageIdRequest, @Call() call: CallContext) {
    return this.rpc.call(messageContract.withdraw, request, call);
  }
}
