import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { Turns } from '@gongxiang/persistence';
import type { SharingConfig } from '../config.js';
import { thingsAtOnce } from '../connection-shares.js';

const waitingMax = 2_000;

/** All that needs the lock of an activity, one after the other. */
@Injectable()
export class ActivityTurns extends Turns {
  constructor(@Inject(CONFIG) config: Pick<SharingConfig, 'poolSize'>) {
    super({ waitingMax, keysAtOnce: thingsAtOnce('activities', config) });
  }
}
