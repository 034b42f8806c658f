import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateInvitation,
  invitationContract,
  type InvitationId,
  type InvitationView,
  type ListInvitations,
  type PublicInvitationRequest,
  type PublicInvitationView,
  type SendInvitation,
  type SentInvitationView,
} from '@gongxiang/contracts/membership/joining/invitation.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type CallContext, dayMs, DomainError, newId, reachOf } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { CONFIG } from '@gongxiang/messaging/service';
import {
  canonicalJson,
  requireVersion,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { TextMessageSeal } from '../../access/text-message/text-message-seal.js';
import type { MembershipConfig } from '../../config/config.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { isPhone, normalisePhone } from '../../persons/person/person.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { PhoneCodes } from '../phone-code/phone-codes.js';
import type { InvitationRow } from './invitation.entity.js';
import { checkExpiry, linkOf, requireOpen, stateOf } from './invitation.model.js';
import { newToken } from './invitation-token.js';
import { type InvitationOfUnion, InvitationRepository } from './invitation.repository.js';

/** Links by which people join a union, and messages with them. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: InvitationRepository,
    private readonly unions: UnionRepository,
    private readonly codes: PhoneCodes,
    private readonly personalData: PersonalData,
    private readonly textMessages: TextMessageSeal,
    @Inject(CONFIG) private readonly config: Pick<MembershipConfig, 'publicUrl'>,
  ) {}

  /** @throws DomainError `INVITATION_EXPIRY` */
  @Handles(invitationContract.create)
  create(request: CreateInvitation, call: CallContext): Promise<Outcome<InvitationView>> {
    return this.transactions.command(call, invitationContract.create, request, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      tx.authorise(actions.invite, { paths: union ? [union.path] : [], visible: true });
      if (union === null || !union.active) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
      const [id, token] = [newId(), newToken()];
      const row: InvitationRow = {
        id,
        version: 1,
        unionId: union.id,
        token: this.personalData.seal(id, 'application', token),
        tokenHash: this.personalData.hash('ticket', token),
        note: request.note?.trim() || null,
        usesMax: request.usesMax,
        uses: 0,
        messages: 0,
        expiresAt: checkExpiry(new Date(request.expiresAt), tx.now),
        createdBy: tx.personId,
        createdAt: tx.now,
        revokedAt: null,
      };
      await this.invitations.insert(tx, row);
      tx.audit({ noun: 'joinInvitation', id, before: null, after: auditedStateOf(row) });
      return this.viewOf(tx, { ...row, union });
    });
  }

  @Handles(invitationContract.get)
  get({ invitationId }: InvitationId, call: CallContext): Promise<InvitationView> {
    return this.transactions.read(call, async (tx) => this.viewOf(tx, await this.seen(tx, invitationId)));
  }

  @Handles(invitationContract.list)
  list(request: ListInvitations, call: CallContext): Promise<Page<InvitationView>> {
    return this.transactions.read(call, async (tx) => {
      const union = request.union === undefined ? null : await this.unions.findById(tx, request.union);
      if (request.union !== undefined && union === null)
        throw new DomainError('NOT_FOUND', { pointer: '/union' });
      const within = union === null ? reachOf(tx.call.actor, actions.invite) : [union.path];
      tx.authorise(actions.invite, { paths: within, visible: true });
      const rows = await this.invitations.list(tx, { ...request, within });
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((row) => this.viewOf(tx, row)) };
    });
  }

  @Handles(invitationContract.revoke)
  revoke({ invitationId }: InvitationId, call: CallContext): Promise<Outcome<InvitationView>> {
    return this.transactions.command(call, invitationContract.revoke, { invitationId }, async (tx) => {
      const { union, ...before } = await this.locked(tx, invitationId);
      requireVersion(tx, before.version);
      if (before.revokedAt !== null) throw new DomainError('INVITATION_ENDED');
      const row = { ...before, version: before.version + 1, revokedAt: tx.now };
      await this.save(tx, before, row);
      return this.viewOf(tx, { ...row, union });
    });
  }

  /**
   * Sends a text message to each person of a list. Names and phones are not kept: they are sealed to the consumer that sends.
   * @throws DomainError `INVITATION_ENDED`, `INVITATION_PEOPLE`
   */
  @Handles(invitationContract.sendMessages)
  sendMessages(request: SendInvitation, call: CallContext): Promise<Outcome<SentInvitationView>> {
    const comparable = { keyed: this.personalData.hash('request', canonicalJson(request)) };
    return this.transactions.command(call, invitationContract.sendMessages, comparable, async (tx) => {
      const { union, ...before } = await this.locked(tx, request.invitationId);
      requireOpen(before, tx.now);
      const people = request.people.map(({ name, phone }, index) => ({
        name,
        phone: normalisePhone(phone),
        line: index + 1,
      }));
      const reached = people.filter(({ phone }) => isPhone(phone));
      if (before.messages + reached.length > before.usesMax)
        throw new DomainError('INVITATION_PEOPLE', { pointer: '/people' });
      const token = this.personalData.open(before.id, 'application', before.token);
      const code = linkOf(this.config.publicUrl, token);
      const until = new Date(Math.min(before.expiresAt.getTime(), tx.now.getTime() + dayMs)).toISOString();
      const { locale } = tx.call;
      const events = await Promise.all(
        reached.map(async ({ name, phone }) => {
          const id = newId();
          const sealed = await this.textMessages.seal({ phone, name, code, locale, union: union.name });
          return { about: id, data: { id, purpose: 'invitation' as const, sealed, until } };
        }),
      );
      await recordEvents(tx, membershipEvents.codeIssued, events);
      const row = {
        ...before,
        version: before.version + 1,
        messages: before.messages + reached.length,
      };
      await this.save(tx, before, row);
      const refused = people.filter(({ phone }) => !isPhone(phone)).map(({ line }) => ({ line }));
      return { sent: reached.length, refused };
    });
  }

  /** An unknown token and one that has ended get the same answer apart from the name of the union. */
  @Handles(invitationContract.getPublic)
  getPublic({ token }: PublicInvitationRequest, call: CallContext): Promise<PublicInvitationView> {
    return this.transactions.read(call, async (tx) => {
      await this.codes.limit(tx, 'search');
      const found = await this.invitations.findByToken(tx, this.personalData.hash('ticket', token));
      if (found === null) throw new DomainError('NOT_FOUND');
      const { union, expiresAt } = found;
      const isOpen = union.active && stateOf(found, tx.now) === 'open';
      return { unionId: union.id, unionName: union.name, isOpen, expiresAt: expiresAt.toISOString() };
    });
  }

  private async seen(tx: Transaction, id: string): Promise<InvitationOfUnion> {
    const found = await this.invitations.findById(tx, id);
    tx.authorise(actions.invite, { paths: found ? [found.union.path] : [] });
    if (found === null) throw new DomainError('NOT_FOUND');
    return found;
  }

  private async locked(tx: Transaction, id: string): Promise<InvitationOfUnion> {
    const row = await this.invitations.lockById(tx, id);
    const { union } = await this.seen(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return { ...row, union };
  }

  private async save(tx: Transaction, before: InvitationRow, row: InvitationRow): Promise<void> {
    await this.invitations.update(tx, row);
    tx.audit({
      noun: 'joinInvitation',
      id: row.id,
      before: auditedStateOf(before),
      after: auditedStateOf(row),
    });
  }

  private viewOf(tx: Transaction, row: InvitationOfUnion): InvitationView {
    const { id, version, union, note, usesMax, uses, messages, expiresAt, createdAt } = row;
    return {
      id,
      version,
      unionId: union.id,
      unionName: union.name,
      state: stateOf(row, tx.now),
      token: this.personalData.open(id, 'application', row.token),
      note,
      usesMax,
      uses,
      messages,
      expiresAt: expiresAt.toISOString(),
      createdAt: createdAt.toISOString(),
    };
  }
}

export function auditedStateOf({
  version,
  unionId,
  usesMax,
  uses,
  messages,
  expiresAt,
  revokedAt,
}: InvitationRow): Record<string, unknown> {
  const ends = { expiresAt: expiresAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null };
  return { version, unionId, usesMax, uses, messages, ...ends };
}
