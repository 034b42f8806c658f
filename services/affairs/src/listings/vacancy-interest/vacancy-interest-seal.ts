import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { VacancyInterestRow } from './vacancy-interest.entity.js';

type SealedPart = 'name' | 'words' | 'phone';

/** Seals what somebody says about themselves, each part in its own place: copied elsewhere it does not open. */
@Injectable()
export class VacancyInterestSeal {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
  }

  seal(part: SealedPart, interestId: string, plain: string): string {
    return this.cipher.seal(plain, `vacancy-interest-${part}:${interestId}`);
  }

  open({ id, sealedName, sealedWords, sealedPhone }: VacancyInterestRow) {
    const opened = (part: SealedPart, sealed: string): string =>
      this.cipher.open(sealed, `vacancy-interest-${part}:${id}`);
    return {
      name: opened('name', sealedName),
      words: sealedWords && opened('words', sealedWords),
      phone: opened('phone', sealedPhone),
    };
  }
}
