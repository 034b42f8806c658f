import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { type Cipher, dataCipher } from '@gongxiang/persistence';

/** The number of a certificate, why a record was refused or revoked, and the name under which it may be found. */
type SealedPart = 'number' | 'reason' | 'name';

/** Seals parts of a record, each in its own place: copied elsewhere it does not open. */
@Injectable()
export class RecordSeal {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
  }

  seal(part: SealedPart, recordId: string, plain: string | null): string | null {
    return plain === null ? null : this.cipher.seal(plain, `record-${part}:${recordId}`);
  }

  open(part: SealedPart, recordId: string, sealed: string | null): string | null {
    return sealed && this.cipher.open(sealed, `record-${part}:${recordId}`);
  }
}
