import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, mayDo, type Party, type RoleName, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type Host, hostsOf, missingHosts, signerAmong } from './agreement.model.js';

/** Who sees an agreement, who proposes it, and who signs it for whom. */
@Injectable()
export class AgreementAccess {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly activities: ActivityAccess,
  ) {}

  /** The roles of every host's union see all of it. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` if visible */
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
   * The host the caller signs for.
   * @param party the host named by the caller; required unless only one is possible
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
    const chosen = signerAmong(mayFor, unionsOf(actor, actions.signAgreement.roles));
    tx.authorise(actions.signAgreement, subjects(chosen));
    return chosen;
  }

  /**
   * Every host may propose a version.
   * @returns the host the caller acts for: a party of their own union before one below it, the organiser before
   * others
   * @throws DomainError `NOT_PERMITTED`, `NOT_FOUND`
   */
  async propose(tx: Transaction, activity: ActivityRow): Promise<Host> {
    const hosts = hostsOf(activity);
    const subjects = await this.subjectsOf(tx, hosts);
    const paths = hosts.flatMap((host) => subjects(host).paths ?? []);
    tx.authorise(actions.proposeAgreement, {
      paths,
      visible: await this.activities.isVisible(tx, activity),
    });
    const { actor } = tx.call;
    if (actor === null) throw new DomainError('NOT_SIGNED_IN');
    const mayFor = hosts.filter((host) => mayDo(actor, actions.proposeAgreement, subjects(host)));
    const own = unionsOf(actor, actions.proposeAgreement.roles);
    const chosen = mayFor.find((host) => own.includes(host.unionId)) ?? mayFor[0];
    if (chosen === undefined) throw new DomainError('NOT_PERMITTED');
    return chosen;
  }

  /**
   * The proposing host or the organiser may withdraw a version. @throws DomainError `NOT_PERMITTED`, `NOT_FOUND`
   */
  async withdraw(tx: Transaction, activity: ActivityRow, proposedFor: Host): Promise<void> {
    const visible = await this.activities.isVisible(tx, activity);
    const paths = await this.references.pathsOf(tx, [proposedFor.unionId]);
    tx.authorise(actions.proposeAgreement, { paths: [activity.unionPath, ...paths], visible });
  }

  /** Determines for each of these hosts whether the caller may sign for it. */
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

/** The unions at which the actor holds one of the roles directly. */
function unionsOf(actor: Actor, roles: readonly RoleName[]): string[] {
  return actor.roles.filter((held) => roles.includes(held.role)).map((held) => held.unionId);
}
