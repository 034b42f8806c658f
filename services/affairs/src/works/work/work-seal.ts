import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { PlaceSeal } from '../../reference/place-seal.js';

/** Of a work: what it says, the name to which its author consents, why it was refused. Of a file: its name, and what opens it and its preview. */
type SealedPart = 'text' | 'name' | 'reason' | 'file-name' | 'file-opening' | 'file-preview-opening';

/** Seals parts of a work. */
@Injectable()
export class WorkSeal extends PlaceSeal<SealedPart> {
  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    super(config, 'work');
  }
}
