import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, mayDo, type Party, type RoleName, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { type Host, missingHosts, signerAmong } from './agreement.model.js';

/** Who sees an agreement, and who signs it for whom. */
@Injectable()
export class AgreementAccess {
  constructor(private readonly references: ReferenceRepository) {}

  /** The roles of every host's union see the whole of it. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` where visible */
  async see(tx: Transaction, hosts: readonly Host[], visible = false): Promise<void> {
    const paths = await this.references.pathsOf(tx, unionIdsOf(hosts));
    const own = hosts.find((host) => host.kind === 'person' && host.id === tx.call.actor?.personId);
    tx.authorise(actions.seeAgreement, {
      paths,
      visible,
      ...(own === undefined ? {} : { personId: own.id }),
    });
  }

  /**
   * The host for whom the caller signs.
   * @param party for whom he says that he signs; where he does not say it, it must be plain
   * @throws DomainError `AGREEMENT_PARTY_UNKNOWN`, `SIGNING_PARTY_REQUIRED`, `NOT_PERMITTED`
   */
  async signer(tx: Transaction, hosts: readonly Host[], party: Party | null): Promise<Host> {
    const { actor } = tx.call;
    if (actor === null) throw new DomainError('NOT_SIGNED_IN');
    const wanted =
      party === null ? hosts : hosts.filter((host) => missingHosts([host], [party]).length === 0);
    if (wanted.length === 0) throw new DomainError('AGREEMENT_PARTY_UNKNOWN', { pointer: '/party' });
    const subjects = await this.subjectsOf(tx, wanted);
    const mayFor = wanted.filter((host) => mayDo(actor, actions.signAgreement, subjects(host)));
    if (mayFor.length === 0) throw new DomainError('NOT_PERMITTED');
    const chosen = signerAmong(mayFor, unionsOf(actor));
    tx.authorise(actions.signAgreement, subjects(chosen));
    return chosen;
  }

  /** Tells of each of these hosts whether the caller may sign for it. */
  async signing(tx: Transaction, hosts: readonly Host[]): Promise<(host: Host) => boolean> {
    const { actor } = tx.call;
    const subjects = await this.subjectsOf(tx, hosts);
    return (host) => actor !== null && mayDo(actor, actions.signAgreement, subjects(host));
  }

  private async subjectsOf(tx: Transaction, hosts: readonly Host[]): Promise<(host: Host) => Subject> {
    const places = await this.references.placesOf(tx, unionIdsOf(hosts));
    return (host) => subjectOf(host, places);
  }
}

function unionIdsOf(hosts: readonly Host[]): string[] {
  return hosts.map((host) => host.unionId);
}

/** @param places the paths of unions, by id */
function subjectOf(host: Host, places: ReadonlyMap<string, string>): Subject {
  const path = places.get(host.unionId);
  const own = host.kind === 'person' ? { personId: host.id } : {};
  return { paths: path === undefined ? [] : [path], visible: true, ...own };
}

/** The unions at which the actor himself holds a role that signs. */
function unionsOf(actor: Actor): string[] {
  const signing: readonly RoleName[] = actions.signAgreement.roles;
  return actor.roles.filter((held) => signing.includes(held.role)).map((held) => held.unionId);
}
