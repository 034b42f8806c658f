import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { type Cipher, dataCipher } from '@gongxiang/persistence';

/** Of a work: what it says, the name to which its author consents, why it was refused. Of a file: its name, and what opens it and its preview. */
type SealedPart = 'text' | 'name' | 'reason' | 'file-name' | 'file-opening' | 'file-preview-opening';

/** Seals parts of a work, each in its own place: copied elsewhere it does not open. */
@Injectable()
export class WorkSeal {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
  }

  /** @param id of the work, or of the file */
  seal(part: SealedPart, id: string, plain: string): string {
    return this.cipher.seal(plain, `work-${part}:${id}`);
  }

  open(part: SealedPart, id: string, sealed: string | null): string | null {
    return sealed && this.cipher.open(sealed, `work-${part}:${id}`);
  }
}
