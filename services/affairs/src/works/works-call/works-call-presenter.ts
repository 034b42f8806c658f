import { Injectable } from '@nestjs/common';
import type { WorksCallLine, WorksCallView } from '@gongxiang/contracts/affairs/works/works-call.contract';
import { type Actor, DomainError, mayDo } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { isFor } from '../../bulletins/audience/audience.model.js';
import { actions } from '../actions.js';
import { WorkRepository } from '../work/work.repository.js';
import { isShownToAnybody, worksCallActsOf, type WorksCallRoles } from './works-call.model.js';
import { type WorksCallRecord, WorksCallRepository } from './works-call.repository.js';

/** What the caller is to a call, and how it is shown to them. */
@Injectable()
export class WorksCallPresenter {
  constructor(
    private readonly calls: WorksCallRepository,
    private readonly works: WorkRepository,
  ) {}

  /** @returns with the seat on the jury, if they have one */
  async rolesOf(
    tx: Transaction,
    call: WorksCallRecord,
  ): Promise<WorksCallRoles & { readonly jurorId: string | null }> {
    const { actor } = tx.call;
    const juror = actor && (await this.calls.jurorOf(tx, call.id, actor.personId));
    const isOfficer = actor !== null && mayDo(actor, actions.manageWorksCalls, { paths: [call.unionPath] });
    return {
      // Whoever judges sees what jurors see until the result stands, whatever their office.
      isOfficer: isOfficer && (juror === null || call.state === 'awarded'),
      isJuror: juror !== null,
      isAddressed: isFor(call, actor),
      jurorId: juror?.id ?? null,
    };
  }

  /** @throws DomainError `NOT_FOUND` unless it is for the caller, who is on its jury, or an officer of its union */
  async visible(tx: Transaction, id: string): Promise<{ call: WorksCallRecord; roles: WorksCallRoles }> {
    tx.authorise(actions.takePart, {});
    const call = await this.calls.find(tx, id);
    if (call === null) throw new DomainError('NOT_FOUND');
    const roles = await this.rolesOf(tx, call);
    const isShown = call.state !== 'draft' && (roles.isAddressed || roles.isJuror);
    if (!isShown && !isManager(tx.call.actor, call)) throw new DomainError('NOT_FOUND');
    return { call, roles };
  }

  /** @throws DomainError `NOT_FOUND` unless it is for anybody, was made and stands */
  async shownToAnybody(tx: Transaction, id: string): Promise<WorksCallRecord> {
    const call = await this.calls.find(tx, id);
    if (call === null || !isShownToAnybody(call)) throw new DomainError('NOT_FOUND');
    return call;
  }

  line(call: WorksCallRecord): WorksCallLine {
    const { id, version, state, title, unionId, unionName, audience, votesPerPerson } = call;
    return {
      id,
      version,
      state,
      title,
      unionId,
      unionName,
      audience,
      submitFrom: call.submitFrom.toISOString(),
      submitUntil: call.submitUntil.toISOString(),
      judgeFrom: call.judgeFrom.toISOString(),
      judgeUntil: call.judgeUntil.toISOString(),
      votesPerPerson,
    };
  }

  async view(tx: Transaction, id: string): Promise<WorksCallView> {
    const { call, roles } = await this.visible(tx, id);
    return this.viewOf(tx, call, roles);
  }

  async viewOf(tx: Transaction, call: WorksCallRecord, roles: WorksCallRoles): Promise<WorksCallView> {
    const { id } = call;
    const { text, worksPerPerson, fileKinds, criteria, voteShare, awards, cancelReason } = call;
    const jurors = await this.calls.jurors(tx, id);
    return {
      ...this.line(call),
      text,
      worksPerPerson,
      fileKinds,
      criteria,
      voteShare,
      awards,
      cancelReason,
      jurorCount: jurors.length,
      jurors: roles.isOfficer
        ? jurors.map(({ personId, maskedName }) => ({ personId, name: maskedName }))
        : [],
      toAdmitCount: roles.isOfficer ? await this.works.countIn(tx, id, 'sent') : null,
      chosenIds: await this.calls.ballotOf(tx, id, idsOf(tx)),
      acts: worksCallActsOf(call, roles, tx.now).map((act) => ({ act })),
    };
  }
}

/** All ids of the caller, also those of records that were merged into theirs; none where nobody is signed in. */
export function idsOf(tx: Transaction): string[] {
  const { actor } = tx.call;
  return actor === null ? [] : [actor.personId, ...(actor.formerIds ?? [])];
}

function isManager(actor: Actor | null, { unionPath }: WorksCallRecord): boolean {
  return actor !== null && mayDo(actor, actions.manageWorksCalls, { paths: [unionPath] });
}
