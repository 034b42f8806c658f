import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CardBookView,
  cardContract,
  type CardView,
  type IssueCard,
  type ListOwnCards,
  type OwnCardId,
  type OwnCardView,
  revokedCardsMax,
} from '@gongxiang/contracts/membership/card/card.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from './actions.js';
import { CardIssuing, validMs } from './card-issuing.js';
import type { CardRow } from './card.entity.js';
import { CardRepository, type ListedCard } from './card.repository.js';

@Injectable()
export class CardService {
  constructor(
    private readonly transactions: Transactions,
    private readonly cards: CardRepository,
    private readonly issuing: CardIssuing,
  ) {}

  /** A device that has a valid card gets it again, with a later end. */
  @Handles(cardContract.issue)
  issue({ publicKey }: IssueCard, call: CallContext): Promise<Outcome<CardView>> {
    return this.transactions.command(call, cardContract.issue, { publicKey }, async (tx) => {
      tx.authorise(actions.useOwnCards, {});
      const sessionId = tx.call.actor?.sessionId;
      // A program has no device to show a card on.
      if (sessionId === undefined || !(await this.cards.lockSession(tx, sessionId)))
        throw new DomainError('CARD_NEEDS_SESSION');
      const membership = await this.cards.lockMembership(tx, tx.personId);
      if (membership === null) throw new DomainError('CARD_NEEDS_MEMBERSHIP');
      const row = await this.rowOf(tx, { membershipId: membership.id, sessionId, deviceKey: publicKey });
      const { id, serial, validUntil } = row;
      const { unionName } = membership;
      const certificate = await this.issuing.certificateOf(tx, {
        serial,
        validUntil,
        deviceKey: publicKey,
        unionName,
      });
      return {
        id,
        serial,
        certificate,
        unionName,
        validUntil: validUntil.toISOString(),
        now: tx.now.toISOString(),
      };
    });
  }

  @Handles(cardContract.list)
  list(request: ListOwnCards, call: CallContext): Promise<Page<OwnCardView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.useOwnCards, {});
      const rows = await this.cards.list(tx, { ...request, personId: tx.personId });
      const views = rows.map((row) => viewOf(tx, row));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(cardContract.revoke)
  revoke({ cardId }: OwnCardId, call: CallContext): Promise<Outcome<OwnCardView>> {
    return this.transactions.command(call, cardContract.revoke, { cardId }, async (tx) => {
      const before = await this.cards.lockById(tx, cardId);
      tx.authorise(actions.revokeCard, { personId: before?.personId ?? '' });
      if (before === null) throw new DomainError('NOT_FOUND');
      const unionName = await this.cards.unionNameOf(tx, before.membershipId);
      if (before.revokedAt !== null) return viewOf(tx, { ...before, unionName });
      const row: CardRow = {
        ...before,
        version: before.version + 1,
        revokedAt: tx.now,
        revokedBy: 'revokedByOwner',
      };
      await this.cards.update(tx, row);
      tx.audit({
        noun: 'card',
        id: row.id,
        before: { revokedBy: null },
        after: { revokedBy: row.revokedBy },
      });
      return viewOf(tx, { ...row, unionName });
    });
  }

  @Handles(cardContract.book)
  book(_request: object, call: CallContext): Promise<CardBookView> {
    return this.transactions.read(call, async (tx) => {
      const { serials, count } = await this.cards.revoked(tx, revokedCardsMax);
      return {
        asOf: tx.now.toISOString(),
        issuers: await this.issuing.publicKeys(tx),
        revoked: serials,
        revokedLeftOut: count - serials.length,
      };
    });
  }

  private async rowOf(
    tx: Transaction,
    place: Pick<CardRow, 'membershipId' | 'sessionId' | 'deviceKey'>,
  ): Promise<CardRow> {
    const validUntil = new Date(tx.now.getTime() + validMs);
    const before = await this.cards.lockOfDevice(tx, tx.personId, place.deviceKey);
    if (before !== null) {
      const row = { ...before, ...place, version: before.version + 1, validUntil };
      await this.cards.update(tx, row);
      return row;
    }
    const row: CardRow = {
      ...place,
      id: newId(),
      version: 1,
      serial: randomBytes(16).toString('base64url'),
      personId: tx.personId,
      issuedAt: tx.now,
      validUntil,
      revokedAt: null,
      revokedBy: null,
    };
    await this.cards.insert(tx, row);
    tx.audit({
      noun: 'card',
      id: row.id,
      before: null,
      after: { membershipId: row.membershipId, sessionId: row.sessionId },
    });
    return row;
  }
}

function viewOf(tx: Transaction, row: ListedCard): OwnCardView {
  const { id, version, serial, unionName, issuedAt, validUntil, sessionId, revokedAt, revokedBy } = row;
  return {
    id,
    version,
    serial,
    unionName,
    issuedAt: issuedAt.toISOString(),
    validUntil: validUntil.toISOString(),
    isThisDevice: sessionId === tx.call.actor?.sessionId,
    revokedAt: revokedAt?.toISOString() ?? null,
    revokedBy,
  };
}
