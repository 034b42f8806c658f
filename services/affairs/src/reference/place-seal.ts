import type { DataKeyConfig } from '@gongxiang/observability';
import { type Cipher, dataCipher } from '@gongxiang/persistence';

/** Seals parts of things, each in its own place: copied elsewhere they do not open. */
export abstract class PlaceSeal<Part extends string> {
  private readonly cipher: Cipher;

  /** @param things what they are parts of, such as `work` */
  protected constructor(
    config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>,
    private readonly things: string,
  ) {
    this.cipher = dataCipher(config);
  }

  /** @param id of the thing, or of what the part belongs to */
  seal(part: Part, id: string, plain: string): string {
    return this.cipher.seal(plain, this.placeOf(part, id));
  }

  open(part: Part, id: string, sealed: string | null): string | null {
    return sealed && this.cipher.open(sealed, this.placeOf(part, id));
  }

  private placeOf(part: Part, id: string): string {
    return `${this.things}-${part}:${id}`;
  }
}
