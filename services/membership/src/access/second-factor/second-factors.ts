import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { PasskeyRow } from '../passkey/passkey.entity.js';
import { PasskeyRepository } from '../passkey/passkey.repository.js';
import { RecoveryCodes } from '../recovery-code/recovery-codes.js';
import type { TotpRow } from './totp.entity.js';
import { TotpRepository } from './totp.repository.js';

export type FactorMethod = 'code' | 'passkey';

/** The factors of a person besides the password. */
export interface FactorState {
  /** Null unless it is confirmed. */
  readonly totp: TotpRow | null;
  readonly passkeys: readonly PasskeyRow[];
  readonly recoveryCodesLeft: number;
}

/** Recovery codes alone are no factor: they stand in for one. */
export function hasSecondFactor({ totp, passkeys }: Pick<FactorState, 'totp' | 'passkeys'>): boolean {
  return totp !== null || passkeys.length > 0;
}

/** How a sign-in can be completed; empty without a second factor. */
export function methodsOf(state: FactorState): FactorMethod[] {
  if (!hasSecondFactor(state)) return [];
  const hasCode = state.totp !== null || state.recoveryCodesLeft > 0;
  return [
    ...(hasCode ? (['code'] as const) : []),
    ...(state.passkeys.length > 0 ? (['passkey'] as const) : []),
  ];
}

@Injectable()
export class SecondFactors {
  constructor(
    private readonly totps: TotpRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  async stateOf(tx: Transaction, personId: string): Promise<FactorState> {
    const totp = await this.totps.find(tx, personId);
    return {
      totp: totp?.confirmedAt ? totp : null,
      passkeys: await this.passkeys.listOf(tx, personId),
      recoveryCodesLeft: await this.recoveryCodes.countLeft(tx, personId),
    };
  }

  /**
   * To be called after a factor was added: the first one comes with recovery codes.
   * @returns them in the clear, or null where there are some already
   */
  async firstCodes(tx: Transaction, personId: string): Promise<string[] | null> {
    return (await this.recoveryCodes.countLeft(tx, personId)) > 0
      ? null
      : this.recoveryCodes.renew(tx, personId);
  }

  /** To be called after a factor was removed: without any, recovery codes stand in for nothing. */
  async dropCodesOfNone(tx: Transaction, personId: string): Promise<void> {
    if (!hasSecondFactor(await this.stateOf(tx, personId))) await this.recoveryCodes.deleteAll(tx, personId);
  }
}
