import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { type Cipher, dataCipher } from '@gongxiang/persistence';

/** Seals the words of a report, each in its own place: copied elsewhere they do not open. */
@Injectable()
export class ListingReviewSeal {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
  }

  seal(reportId: string, words: string): string {
    return this.cipher.seal(words, `listing-report:${reportId}`);
  }

  open(reportId: string, sealed: string | null): string | null {
    return sealed && this.cipher.open(sealed, `listing-report:${reportId}`);
  }
}
