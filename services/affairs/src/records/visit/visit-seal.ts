import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { PlaceSeal } from '../../reference/place-seal.js';

type SealedPart = 'reason' | 'brought' | 'amount' | 'found' | 'promise' | 'outcome' | 'withdrawal';

/** Seals what is said of a visit, each part in its own place. */
@Injectable()
export class VisitSeal extends PlaceSeal<SealedPart> {
  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    super(config, 'visit');
  }
}
