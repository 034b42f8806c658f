import { Injectable } from '@nestjs/common';
import { consentEvents, type ConsentState, type ConsentTextState } from '@gongxiang/contracts/words/consent';
import { DomainError } from '@gongxiang/domain';
import { Consumer, Consumes, recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ConsentRepository } from '../../reference/consent/consent.repository.js';
import { InterestErasure } from './interest-erasure.js';

const purpose = 'mutualInterest';

/** Nobody takes part without their consent to the present text; whoever withdraws it takes part no more. */
@Consumer('consent-consumer')
@Injectable()
export class InterestConsent {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly erasure: InterestErasure,
  ) {}

  /** The version to which the caller has yet to agree; null if they have. */
  async asked(tx: Transaction): Promise<number | null> {
    const version = await this.consents.presentVersion(tx, purpose);
    const known = await this.consents.find(tx, tx.personId, purpose);
    return known?.given === true && known.textVersion === version ? null : version;
  }

  /** Records the consent that is given with the request, unless there is one. @throws DomainError `CONSENT_NEEDED` */
  async require(tx: Transaction, agreedVersion: number | null): Promise<void> {
    const version = await this.asked(tx);
    if (version === null) return;
    if (agreedVersion !== version)
      throw new DomainError('CONSENT_NEEDED', { pointer: '/consentVersion', params: { version } });
    const { personId } = tx;
    const state = { personId, purpose, textVersion: version, given: true, at: tx.now.toISOString() } as const;
    await this.consents.save(tx, state);
    await recordEvent(tx, consentEvents.given, personId, state);
  }

  @Consumes(consentEvents.changed)
  async changed(tx: Transaction, state: ConsentState): Promise<void> {
    const isLatest = await this.consents.save(tx, state);
    if (!isLatest || state.given || state.purpose !== purpose) return;
    await this.erasure.leaveAll(tx, state.personId);
  }

  @Consumes(consentEvents.textPublished)
  textPublished(tx: Transaction, state: ConsentTextState): Promise<void> {
    return this.consents.saveText(tx, state);
  }
}
