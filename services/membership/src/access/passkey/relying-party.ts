import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { MembershipConfig } from '../../config/config.js';

/**
 * For which site passkeys are (WebAuthn, 5.4.2): that of `PUBLIC_URL`. Without it passkeys are for this machine alone,
 * as `http://localhost` at any port: browsers let no other site use them.
 */
@Injectable()
export class RelyingParty {
  readonly id: string;
  readonly name: string;
  private readonly origin: string | null;

  constructor(
    @Inject(CONFIG) { publicUrl, federationName }: Pick<MembershipConfig, 'publicUrl' | 'federationName'>,
  ) {
    const url = publicUrl === undefined ? null : new URL(publicUrl);
    this.id = url?.hostname ?? 'localhost';
    this.origin = url?.origin ?? null;
    this.name = federationName;
  }

  /** Whether pages of this origin are ours. */
  owns(origin: string): boolean {
    return this.origin === null ? /^http:\/\/localhost(:\d{1,5})?$/.test(origin) : origin === this.origin;
  }
}
