import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { PlaceSeal } from '../../reference/place-seal.js';

/** Seals what people write under bulletins, by the id of the comment or the report. */
@Injectable()
export class CommentSeal extends PlaceSeal<'text' | 'reason' | 'report' | 'appeal' | 'refusal'> {
  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    super(config, 'bulletin-comment');
  }
}
