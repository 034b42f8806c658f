import { Injectable } from '@nestjs/common';
import { Done, type NoRequest } from '@gongxiang/contracts/core/contract';
import {
  type ChangeRelative,
  type DismissCompanion,
  familyContract,
  type KeepRelative,
  type RelativeIdRequest,
} from '@gongxiang/contracts/sharing/seats/family.contract';
import {
  type FamilyView,
  registrationContract,
  type RelativeView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { hasChild, requireGuardianConsent } from '../registration/eligibility.model.js';
import { RegistrationRepository } from '../registration/registration.repository.js';
import { familyOf, type Known, type Offered, requirePlace } from './family.model.js';
import { RelativeRepository } from './relative.repository.js';

/** Companions of a person are read back as far as this. */
const broughtMax = 200;

/** Whom a person brings along: kept by themselves, and seen by nobody else. No registration follows a change of it. */
@Injectable()
export class FamilyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly relatives: RelativeRepository,
    private readonly registrations: RegistrationRepository,
  ) {}

  @Handles(registrationContract.family)
  list(_request: NoRequest, call: CallContext): Promise<FamilyView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.manageOwnFamily, {});
      const known = await this.relatives.ofPerson(tx, tx.personId);
      const brought = await this.registrations.companionsOfPerson(tx, tx.personId, broughtMax);
      return { items: familyOf(known, brought).map(viewOf) };
    });
  }

  /** @throws DomainError `GUARDIAN_CONSENT_REQUIRED`, `RELATIVE_THERE`, `RELATIVES_TOO_MANY` */
  @Handles(familyContract.keep)
  keep(request: KeepRelative, call: CallContext): Promise<Outcome<RelativeView>> {
    return this.transactions.command(call, familyContract.keep, request, async (tx) => {
      const known = await this.lock(tx);
      const relative = { ...this.entered(tx, request), id: newId() };
      requirePlace(known, relative.name, null);
      await this.offerAgain(tx, known, relative.name);
      await this.relatives.insert(tx, {
        ...relative,
        personId: tx.personId,
        isKept: true,
        createdAt: tx.now,
      });
      await this.dismissFormer(tx, known, request.broughtAs?.trim(), relative.name);
      tx.audit({ noun: 'relative', id: relative.id, after: { ageBand: relative.ageBand } });
      return viewOf(relative);
    });
  }

  /** @throws DomainError `NOT_FOUND`; as {@link keep} does */
  @Handles(familyContract.change)
  change(request: ChangeRelative, call: CallContext): Promise<Outcome<RelativeView>> {
    return this.transactions.command(call, familyContract.change, request, async (tx) => {
      const known = await this.lock(tx);
      const before = keptOf(known, request.relativeId);
      const relative = { ...this.entered(tx, request), id: before.id };
      requirePlace(known, relative.name, before.id);
      await this.offerAgain(tx, known, relative.name);
      await this.relatives.update(tx, before.id, relative);
      if (relative.name !== before.name) await this.dismissBrought(tx, before.name);
      tx.audit({
        noun: 'relative',
        id: before.id,
        before: { ageBand: before.ageBand },
        after: { ageBand: relative.ageBand, isRenamed: relative.name !== before.name },
      });
      return viewOf(relative);
    });
  }

  /** @throws DomainError `NOT_FOUND` */
  @Handles(familyContract.remove)
  remove({ relativeId }: RelativeIdRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, familyContract.remove, { relativeId }, async (tx) => {
      const { id, name, ageBand } = keptOf(await this.lock(tx), relativeId);
      await this.relatives.remove(tx, id);
      await this.dismissBrought(tx, name);
      tx.audit({ noun: 'relative', id, before: { ageBand }, after: null });
      return new Done();
    });
  }

  /** @throws DomainError `COMPANIONS_NOT_THERE`, `RELATIVE_THERE` for somebody who is kept */
  @Handles(familyContract.dismiss)
  dismiss(request: DismissCompanion, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, familyContract.dismiss, request, async (tx) => {
      const known = await this.lock(tx);
      const name = request.name.trim();
      const there = known.find((one) => one.name === name);
      if (there?.isKept) throw new DomainError('RELATIVE_THERE', { pointer: '/name' });
      if (there === undefined && !(await this.dismissBrought(tx, name)))
        throw new DomainError('COMPANIONS_NOT_THERE', { pointer: '/name' });
      return new Done();
    });
  }

  private async lock(tx: Transaction): Promise<Known[]> {
    tx.authorise(actions.manageOwnFamily, {});
    await this.relatives.lockPerson(tx, tx.personId);
    return this.relatives.ofPerson(tx, tx.personId);
  }

  /** Consent is given anew with each change, as it is about what is stored. */
  private entered(
    tx: Transaction,
    { name, ageBand = null, guardianConsent = false }: KeepRelative | ChangeRelative,
  ) {
    const relative = { name: name.trim(), ageBand };
    requireGuardianConsent([relative], guardianConsent);
    return { ...relative, guardianConsentAt: hasChild([relative]) ? tx.now : null };
  }

  /** Whoever is kept again is not dismissed any more. */
  private async offerAgain(tx: Transaction, known: readonly Known[], name: string): Promise<void> {
    for (const one of known) if (!one.isKept && one.name === name) await this.relatives.remove(tx, one.id);
  }

  /** Whoever is kept under another name than they came along with is not offered under both. */
  private async dismissFormer(
    tx: Transaction,
    known: readonly Known[],
    former: string | undefined,
    name: string,
  ): Promise<void> {
    if (former === undefined || former === name || known.some((one) => one.name === former)) return;
    await this.dismissBrought(tx, former);
  }

  /** A name under which somebody came along would otherwise be offered again. @returns whether it was one */
  private async dismissBrought(tx: Transaction, name: string): Promise<boolean> {
    const brought = await this.registrations.companionsOfPerson(tx, tx.personId, broughtMax);
    if (!brought.some((one) => one.name === name)) return false;
    const id = newId();
    await this.relatives.insert(tx, {
      id,
      personId: tx.personId,
      name,
      ageBand: null,
      guardianConsentAt: null,
      isKept: false,
      createdAt: tx.now,
    });
    tx.audit({ noun: 'relative', id, after: { isKept: false } });
    return true;
  }
}

/** @throws DomainError `NOT_FOUND` */
function keptOf(known: readonly Known[], id: string): Known {
  const found = known.find((one) => one.isKept && one.id === id);
  if (found === undefined) throw new DomainError('NOT_FOUND');
  return found;
}

function viewOf({ id, name, ageBand = null }: Offered): RelativeView {
  return { id, name, ageBand };
}
