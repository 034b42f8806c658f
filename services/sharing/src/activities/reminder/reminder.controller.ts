import { Controller } from '@nestjs/common';
import {
  ActivityRemindersRequest,
  type Done,
  type OwnReminderWishesView,
  reminderContract,
  type RemindersView,
  ReminderWishRequest,
  type ReminderWishView,
  SetRemindersRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ReminderService } from './reminder.service.js';
import { WishService } from './wish.service.js';

@Controller()
export class ReminderController {
  constructor(
    private readonly reminders: ReminderService,
    private readonly wishes: WishService,
  ) {}

  @HandlesQuery(reminderContract.get)
  get(@Request() request: ActivityRemindersRequest, @Call() call: CallContext): Promise<RemindersView> {
    return this.reminders.get(request, call);
  }

  @HandlesCommand(reminderContract.set)
  set(@Request() request: SetRemindersRequest, @Call() call: CallContext): Promise<Outcome<RemindersView>> {
    return this.reminders.set(request, call);
  }

  @HandlesQuery(reminderContract.wishes)
  list(
    @Request() request: ActivityRemindersRequest,
    @Call() call: CallContext,
  ): Promise<OwnReminderWishesView> {
    return this.wishes.list(request, call);
  }

  @HandlesCommand(reminderContract.ask)
  ask(
    @Request() request: ReminderWishRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ReminderWishView>> {
    return this.wishes.ask(request, call);
  }

  @HandlesCommand(reminderContract.unask)
  unask(@Request() request: ReminderWishRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.wishes.unask(request, call);
  }
}
