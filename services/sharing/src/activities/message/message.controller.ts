import { Controller } from '@nestjs/common';
import {
  ListMessagesRequest,
  messageContract,
  MessageIdRequest,
  type MessagePreviewView,
  type MessageView,
  type Page,
  PreviewMessageRequest,
  SendMessageRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { MessageService } from './message.service.js';

@Controller()
export class MessageController {
  constructor(private readonly messages: MessageService) {}

  @HandlesQuery(messageContract.preview)
  preview(@Request() request: PreviewMessageRequest, @Call() call: CallContext): Promise<MessagePreviewView> {
    return this.messages.preview(request, call);
  }

  @HandlesCommand(messageContract.send)
  send(@Request() request: SendMessageRequest, @Call() call: CallContext): Promise<Outcome<MessageView>> {
    return this.messages.send(request, call);
  }

  @HandlesQuery(messageContract.list)
  list(@Request() request: ListMessagesRequest, @Call() call: CallContext): Promise<Page<MessageView>> {
    return this.messages.list(request, call);
  }

  @HandlesCommand(messageContract.withdraw)
  withdraw(@Request() request: MessageIdRequest, @Call() call: CallContext): Promise<Outcome<MessageView>> {
    return this.messages.withdraw(request, call);
  }
}
