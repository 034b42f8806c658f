import { Controller } from '@nestjs/common';
import {
  InterestChoiceRequest,
  type InterestNotedView,
  mutualInterestContract,
  MutualInterestRequest,
  type MutualInterestView,
  TakePartInInterestRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { MutualInterestService } from './mutual-interest.service.js';

type Noted = Promise<Outcome<InterestNotedView>>;

@Controller()
export class MutualInterestController {
  constructor(private readonly interests: MutualInterestService) {}

  @HandlesQuery(mutualInterestContract.get)
  get(@Request() request: MutualInterestRequest, @Call() call: CallContext): Promise<MutualInterestView> {
    return this.interests.get(request, call);
  }

  @HandlesCommand(mutualInterestContract.takePart)
  takePart(@Request() request: TakePartInInterestRequest, @Call() call: CallContext): Noted {
    return this.interests.takePart(request, call);
  }

  @HandlesCommand(mutualInterestContract.leave)
  leave(@Request() request: MutualInterestRequest, @Call() call: CallContext): Noted {
    return this.interests.leave(request, call);
  }

  @HandlesCommand(mutualInterestContract.choose)
  choose(@Request() request: InterestChoiceRequest, @Call() call: CallContext): Noted {
    return this.interests.choose(request, call);
  }

  @HandlesCommand(mutualInterestContract.withdraw)
  withdraw(@Request() request: InterestChoiceRequest, @Call() call: CallContext): Noted {
    return this.interests.withdraw(request, call);
  }
}
