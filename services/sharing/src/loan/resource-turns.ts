import { Injectable } from '@nestjs/common';
import { Turns } from '@gongxiang/persistence';

/** Of the ten connections of a process; sign-ups take six, and the others are for whoever does not ask for a loan. */
const resourcesAtOnce = 3;
const waitingMax = 2_000;

/** All who ask for a resource, one after the other. */
@Injectable()
export class ResourceTurns extends Turns {
  constructor() {
    super({ waitingMax, keysAtOnce: resourcesAtOnce });
  }
}
