import { Injectable } from '@nestjs/common';
import {
  type ApplicationStatusView,
  consentVersion,
} from '@gongxiang/contracts/membership/joining/application.contract';
import {
  type AcceptInvitation,
  invitationContract,
} from '@gongxiang/contracts/membership/joining/invitation.contract';
import { type Actor, type CallContext, DomainError, isWithin, rootPath } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { withoutKey } from '../../access/session/sign-in.service.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { RoleRepository } from '../../unions/role/role.repository.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { ApplicantReader, type ReadApplicant } from '../application/applicant-reader.js';
import { ApplicationAdmission } from '../application/application-admission.js';
import { ApplicationRepository } from '../application/application.repository.js';
import { ApplicationStatus } from '../application/application-status.js';
import { ApplicationWriter } from '../application/application-writer.js';
import { RouteRepository } from '../application/route.repository.js';
import { PhoneCodes } from '../phone-code/phone-codes.js';
import { requireOpen } from './invitation.model.js';
import type { InvitationRow } from './invitation.entity.js';
import { type InvitationOfUnion, InvitationRepository } from './invitation.repository.js';
import { auditedStateOf } from './invitation.service.js';

/**
 * Lets people join by an invitation. It acts in the name of the officer who made it, and no longer than they hold that office.
 * Where somebody on record may be the same person, nobody is admitted at once: an officer looks first, as at any application.
 */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: InvitationRepository,
    private readonly applications: ApplicationRepository,
    private readonly routes: RouteRepository,
    private readonly roles: RoleRepository,
    private readonly codes: PhoneCodes,
    private readonly reader: ApplicantReader,
    private readonly writer: ApplicationWriter,
    private readonly admission: ApplicationAdmission,
    private readonly statuses: ApplicationStatus,
    private readonly personalData: PersonalData,
  ) {}

  /** @throws DomainError the problem of a field; `CODE_WRONG`; `INVITATION_ENDED`; `APPLICATION_CONSENT` */
  @Handles(invitationContract.accept)
  async accept(request: AcceptInvitation, call: CallContext): Promise<Outcome<ApplicationStatusView>> {
    if (request.consentVersion !== consentVersion)
      throw new DomainError('APPLICATION_CONSENT', { pointer: '/consentVersion' });
    const invitation = await this.transactions.read(call, (tx) =>
      this.invitations.findByToken(tx, this.personalData.hash('ticket', request.token)),
    );
    if (invitation === null) throw new DomainError('INVITATION_ENDED');
    const inFavour = withoutKey({ ...call, actor: inviter(invitation) });
    const outcome = await this.transactions.command<ApplicationStatusView | null>(
      inFavour,
      invitationContract.accept,
      {},
      async (tx) => {
        await this.codes.limit(tx, 'send');
        const applicant = this.reader.read(tx, request);
        const verdict = await this.codes.verify(tx, applicant.phoneHash, request.code);
        if (verdict === 'wrong') return null;
        // The lock lets concurrent acceptances count one after the other.
        const row = await this.invitations.lockById(tx, invitation.id);
        const same = await this.invitations.findApplication(tx, {
          ...applicant,
          invitationId: invitation.id,
        });
        if (same !== null) return new ExistingResult(await this.statuses.view(tx, same.id));
        if (row === null || verdict === 'used') return null;
        requireOpen(row, tx.now);
        await this.requireOffice(tx, row, invitation.union);
        return this.join(tx, { ...row, union: invitation.union }, applicant);
      },
    );
    // Thrown after the commit, as a rollback would undo the count of the attempt.
    if (outcome.body === null) throw new DomainError('CODE_WRONG', { pointer: '/code' });
    return { ...outcome, body: outcome.body };
  }

  private async join(
    tx: Transaction,
    { union, ...before }: InvitationOfUnion,
    applicant: ReadApplicant,
  ): Promise<ApplicationStatusView> {
    const place = await this.routes.findUnion(tx, union.id);
    if (place === null) throw new DomainError('INVITATION_ENDED');
    const { enterpriseId } = union;
    const row = this.reader.rowOf(tx, applicant, {
      employerKind: enterpriseId === null ? 'none' : 'enterprise',
      enterpriseId,
      employerHidden: false,
      unionId: union.id,
      consentVersion,
      invitationId: before.id,
    });
    await this.writer.insert(tx, row, place);
    const application = await this.applications.lockById(tx, row.id);
    if (application === null) throw new DomainError('NOT_FOUND');
    const used = { ...before, version: before.version + 1, uses: before.uses + 1 };
    await this.invitations.update(tx, used);
    if (await this.admission.isPlain(tx, application)) {
      const admitted = await this.admission.admit(tx, application, null);
      if (admitted !== null && admitted !== 'transfer')
        await this.writer.end(tx, application, { state: 'admitted', membershipId: admitted.membershipId });
    }
    tx.audit({
      noun: 'joinInvitation',
      id: before.id,
      before: auditedStateOf(before),
      after: { ...auditedStateOf(used), applicationId: row.id },
    });
    return this.statuses.view(tx, row.id);
  }

  /** @throws DomainError `INVITATION_ENDED` if the officer who invited is none any more */
  private async requireOffice(tx: Transaction, { createdBy }: InvitationRow, union: UnionRow): Promise<void> {
    const held = await this.roles.listHeldWithin(tx, createdBy, rootPath);
    const isOfficer = held.some(
      ({ role, unionPath }) => role === 'officer' && isWithin(union.path, unionPath),
    );
    if (!union.active || !isOfficer) throw new DomainError('INVITATION_ENDED');
  }
}

/** The officer in whose name people are admitted. */
function inviter({ createdBy }: InvitationRow): Actor {
  return { personId: createdBy, unionId: null, unionPath: null, roles: [], version: 0 };
}
