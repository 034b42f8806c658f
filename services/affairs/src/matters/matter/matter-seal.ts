import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { type Cipher, dataCipher } from '@gongxiang/persistence';

/** The parts of a matter that only its key opens. */
type SealedPart = 'code' | 'answers' | 'contact' | 'reasons' | 'rating' | 'topic-words';
/** Of a paper: what it is called, and what opens its file. */
type PaperPart = 'name' | 'opening';

/** Seals what is said in a matter, each part in its own place: copied elsewhere it does not open. */
@Injectable()
export class MatterSeal {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
  }

  seal(part: SealedPart, matterId: string, plain: string): string {
    return this.cipher.seal(plain, `matter-${part}:${matterId}`);
  }

  open(part: SealedPart, matterId: string, sealed: string | null): string | null {
    return sealed && this.cipher.open(sealed, `matter-${part}:${matterId}`);
  }

  sealPaper(part: PaperPart, paperId: string, plain: string): string {
    return this.cipher.seal(plain, paperContext(part, paperId));
  }

  openPaper(part: PaperPart, paperId: string, sealed: string | null): string | null {
    return sealed && this.cipher.open(sealed, paperContext(part, paperId));
  }

  sealStep(markId: string, plain: string): string {
    return this.cipher.seal(plain, stepContext(markId));
  }

  openStep(markId: string, sealed: string | null): string | null {
    return sealed && this.cipher.open(sealed, stepContext(markId));
  }

  sealPayees(paymentId: string, plain: string): string {
    return this.cipher.seal(plain, `matter-payees:${paymentId}`);
  }

  openPayees(paymentId: string, sealed: string | null): string | null {
    return sealed && this.cipher.open(sealed, `matter-payees:${paymentId}`);
  }

  sealEntry(matterId: string, sequence: number, text: string): string {
    return this.cipher.seal(text, entryContext(matterId, sequence));
  }

  openEntry(matterId: string, sequence: number, sealed: string | null): string | null {
    return sealed && this.cipher.open(sealed, entryContext(matterId, sequence));
  }
}

function stepContext(markId: string): string {
  return `matter-step:${markId}`;
}

function paperContext(part: PaperPart, paperId: string): string {
  return `matter-paper-${part}:${paperId}`;
}

function entryContext(matterId: string, sequence: number): string {
  return `matter-entry:${matterId} ${sequence}`;
}
