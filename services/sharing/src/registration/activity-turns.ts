import { Injectable } from '@nestjs/common';
import { Turns } from '@gongxiang/persistence';

/** Of the ten connections of a process; the others are for whoever does not sign up for anything. */
const activitiesAtOnce = 6;
const waitingMax = 2_000;

/** All that needs the lock of an activity, one after the other. */
@Injectable()
export class ActivityTurns extends Turns {
  constructor() {
    super({ waitingMax, keysAtOnce: activitiesAtOnce });
  }
}
