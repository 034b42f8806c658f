import { Controller } from '@nestjs/common';
import { responseContract, type ResponseReceived, SubmitResponseRequest } from '@gongxiang/contracts';
import { HandlesCommand, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ResponseService } from './response.service.js';

@Controller()
export class ResponseController {
  constructor(private readonly responses: ResponseService) {}

  @HandlesCommand(responseContract.submit)
  submit(@Request() request: SubmitResponseRequest): Promise<Outcome<ResponseReceived>> {
    return this.responses.submit(request);
  }
}
