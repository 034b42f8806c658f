import { Inject, Injectable } from '@nestjs/common';
import { type OccasionKind, occasionKinds } from '@gongxiang/contracts/affairs/matters/occasion-kind';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { OccasionRow } from './occasion.entity.js';

type SealedPart = 'kind' | 'reason';

/** Seals what a member has told, and why nobody visits them, each in its own place: copied elsewhere it does not open. */
@Injectable()
export class OccasionSeal {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
  }

  seal(part: SealedPart, id: string, plain: string): string {
    return this.cipher.seal(plain, `occasion-${part}:${id}`);
  }

  kindOf({ id, source, sealedKind }: Pick<OccasionRow, 'id' | 'source' | 'sealedKind'>): OccasionKind {
    if (source !== 'told') return source;
    const opened = sealedKind && this.cipher.open(sealedKind, `occasion-kind:${id}`);
    const kind = occasionKinds.find((one) => one === opened);
    if (kind === undefined) throw new Error(`the occasion ${id} has no kind`);
    return kind;
  }

  reasonOf({ id, sealedReason }: Pick<OccasionRow, 'id' | 'sealedReason'>): string | null {
    return sealedReason && this.cipher.open(sealedReason, `occasion-reason:${id}`);
  }
}
