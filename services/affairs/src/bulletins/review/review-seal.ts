import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { PlaceSeal } from '../../reference/place-seal.js';

/** Seals the words of a report on a bulletin. */
@Injectable()
export class ReviewSeal extends PlaceSeal<'report'> {
  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    super(config, 'bulletin');
  }
}
