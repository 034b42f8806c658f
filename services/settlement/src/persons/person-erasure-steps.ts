import { Injectable } from '@nestjs/common';
import type { ErasureSteps } from '@gongxiang/messaging/events';
import { personData } from './person-data.js';
import { erasurePlan } from './person-erasure.js';

/** What erasing a person does in this service: nothing beside rows. */
@Injectable()
export class PersonErasureSteps implements ErasureSteps {
  readonly plan = erasurePlan;
  readonly data = personData;
}
