import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { PlaceSeal } from '../../reference/place-seal.js';

type SealedPart =
  | 'member-name'
  | 'member-reason'
  | 'post-title'
  | 'post-text'
  | 'post-reason'
  | 'post-appeal'
  | 'post-refusal'
  | 'report-words';

/** Seals what people write in circles and under which names; by the id of the membership, the post or the report. */
@Injectable()
export class CircleSeal extends PlaceSeal<SealedPart> {
  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    super(config, 'circle');
  }
}
