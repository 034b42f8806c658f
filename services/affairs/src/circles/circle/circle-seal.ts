import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { type Cipher, dataCipher } from '@gongxiang/persistence';

type SealedPart =
  'member-name' | 'member-reason' | 'post-title' | 'post-text' | 'post-reason' | 'report-words';

/** Seals what people write in circles and under which names, each in its own place: copied elsewhere it does not open. */
@Injectable()
export class CircleSeal {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
  }

  /** @param id of the membership, the post or the report */
  seal(part: SealedPart, id: string, plain: string): string {
    return this.cipher.seal(plain, `circle-${part}:${id}`);
  }

  open(part: SealedPart, id: string, sealed: string | null): string | null {
    return sealed && this.cipher.open(sealed, `circle-${part}:${id}`);
  }
}
