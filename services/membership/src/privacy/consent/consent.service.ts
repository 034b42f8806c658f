import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  consentContract,
  type ConsentsView,
  type ConsentTextsView,
  type DecideConsent,
  type PublishConsentText,
} from '@gongxiang/contracts/membership/privacy/consent.contract';
import { consentEvents, type ConsentState, purposeFacts, purposes } from '@gongxiang/contracts/words/consent';
import { type CallContext, DomainError, newId, rootPath } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { refuseApiKey } from '../../access/password/current-password-check.js';
import { actions } from '../actions.js';
import type { ConsentTextRow } from './consent.entity.js';
import { isInUse } from './consent.model.js';
import { ConsentRepository } from './consent.repository.js';

/** For what data of people is used, and what they have decided about it. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly consents: ConsentRepository,
  ) {}

  @Handles(consentContract.list)
  list(_request: NoRequest, call: CallContext): Promise<ConsentsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.decideConsent, {});
      return this.view(tx);
    });
  }

  /** Says so again without another record where nothing changes. */
  @Handles(consentContract.decide)
  decide(request: DecideConsent, call: CallContext): Promise<Outcome<ConsentsView>> {
    return this.transactions.command(call, consentContract.decide, request, async (tx) => {
      tx.authorise(actions.decideConsent, {});
      // A program that acts for somebody does not consent for them.
      refuseApiKey(tx.call.actor);
      const { purpose, given, textVersion } = request;
      const present = await this.consents.presentVersion(tx, purpose);
      // Withdrawing is never refused for a text that has changed.
      if (given) requirePresent(present, textVersion, '/textVersion');
      const before = (await this.consents.decisionsOf(tx, tx.personId)).find(
        (one) => one.purpose === purpose,
      );
      const isSame = before?.given === given && (before.textVersion === present || !given);
      if (!isSame) {
        const { personId } = tx;
        const row = {
          id: newId(),
          personId,
          purpose,
          textVersion: given ? present : textVersion,
          given,
          at: tx.now,
        };
        await this.consents.insertDecision(tx, row);
        const at = tx.now.toISOString();
        const state = { personId, purpose, textVersion: row.textVersion, given, at };
        await recordEvent(tx, consentEvents.changed, personId, state);
        const after = { purpose, given, textVersion: row.textVersion };
        tx.audit({ noun: 'consent', id: personId, before: null, after });
      }
      return this.view(tx);
    });
  }

  @Handles(consentContract.texts)
  texts(_request: NoRequest, call: CallContext): Promise<ConsentTextsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.publishConsentText, { paths: [rootPath], visible: true });
      return this.textsView(tx);
    });
  }

  @Handles(consentContract.publishText)
  publishText(request: PublishConsentText, call: CallContext): Promise<Outcome<ConsentTextsView>> {
    return this.transactions.command(call, consentContract.publishText, request, async (tx) => {
      tx.authorise(actions.publishConsentText, { paths: [rootPath], visible: true });
      refuseApiKey(tx.call.actor);
      const { purpose, replaces, textZh, textEn } = request;
      await this.consents.lockTexts(tx, purpose);
      requirePresent(await this.consents.presentVersion(tx, purpose), replaces, '/replaces');
      const version = replaces + 1;
      const row = { purpose, version, textZh, textEn, publishedAt: tx.now, publishedBy: tx.personId };
      await this.consents.insertText(tx, row);
      const id = tx.call.actor?.roles.find(({ path }) => path === rootPath)?.unionId ?? tx.personId;
      await recordEvent(tx, consentEvents.textPublished, id, { purpose, version });
      tx.audit({
        noun: 'consentText',
        id,
        before: { purpose, version: replaces },
        after: { purpose, version },
      });
      return this.textsView(tx);
    });
  }

  /** Records a consent that was given where it was asked for, in another service. */
  async record(tx: Transaction, { personId, purpose, textVersion, given, at }: ConsentState): Promise<void> {
    const row = { id: newId(), personId, purpose, textVersion, given, at: new Date(at) };
    await this.consents.insertDecision(tx, row);
  }

  private async view(tx: Transaction): Promise<ConsentsView> {
    const decisions = await this.consents.decisionsOf(tx, tx.personId);
    const isEnglish = tx.call.locale === 'en';
    const items = inOrder(await this.consents.presentTexts(tx)).map((text) => {
      const { purpose, version } = text;
      const decision = decisions.find((one) => one.purpose === purpose) ?? null;
      return {
        purpose,
        ...purposeFacts[purpose],
        inUse: isInUse(purposeFacts[purpose].basis, version, decision),
        textVersion: version,
        text: isEnglish ? text.textEn : text.textZh,
        decidedVersion: decision?.textVersion ?? null,
        decidedAt: decision?.at.toISOString() ?? null,
      };
    });
    return { items };
  }

  private async textsView(tx: Transaction): Promise<ConsentTextsView> {
    const counts = await this.consents.counts(tx);
    const items = inOrder(await this.consents.presentTexts(tx)).map((text) => {
      const { purpose, version, textZh, textEn, publishedAt } = text;
      const count = counts.find((one) => one.purpose === purpose);
      return {
        purpose,
        basis: purposeFacts[purpose].basis,
        version,
        textZh,
        textEn,
        publishedAt: publishedAt.toISOString(),
        givenCount: count?.given ?? 0,
        outdatedCount: count?.outdated ?? 0,
        withdrawnCount: count?.withdrawn ?? 0,
      };
    });
    return { items };
  }
}

/** @throws DomainError `CONSENT_TEXT_CHANGED` */
function requirePresent(present: number, version: number, pointer: string): void {
  if (version !== present)
    throw new DomainError('CONSENT_TEXT_CHANGED', { pointer, params: { version: present } });
}

function inOrder(texts: readonly ConsentTextRow[]): ConsentTextRow[] {
  return purposes.flatMap((purpose) => texts.find((text) => text.purpose === purpose) ?? []);
}
