import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { Turns } from '@gongxiang/persistence';
import type { SharingConfig } from '../../config/config.js';
import { thingsAtOnce } from '../../config/connection-shares.js';

const waitingMax = 2_000;

/** Serialises requests for the lock of a resource within this process: {@link ResourceRepository} takes both. */
@Injectable()
export class ResourceTurns extends Turns {
  constructor(@Inject(CONFIG) config: Pick<SharingConfig, 'poolSize'>) {
    super({ waitingMax, keysAtOnce: thingsAtOnce('resources', config) });
  }
}
