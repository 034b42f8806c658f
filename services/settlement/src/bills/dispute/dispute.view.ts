import { Injectable } from '@nestjs/common';
import type { DisputeMessageView, DisputeView } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { DomainError, isWithin, mayDo, partyKey, reachOf, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { actions } from '../actions.js';
import { ConfirmationRow } from '../confirmation/confirmation.entity.js';
import { CostItemRow } from '../cost-pool/cost-pool.entity.js';
import { EntryRow } from '../../ledger/ledger.entity.js';
import { namedParty, type PartyNames, personName } from '../../reference/named-party.js';
import {
  type KnownParty,
  type PersonNames,
  ReferenceRepository,
} from '../../reference/reference.repository.js';
import type { DisputeMessageRow, DisputeRow } from './dispute.entity.js';
import { isReferred, mayDecide, speaksFor, type Standing } from './dispute.model.js';
import { DisputeRepository, type Side } from './dispute.repository.js';

/** A dispute with its confirmation and unions, and the caller's involvement. */
export interface DisputeContext {
  readonly row: DisputeRow;
  readonly about: ConfirmationRow;
  /** The union that posted the entry. */
  readonly entryPath: string;
  readonly claimantPath: string;
  readonly decidingPath: string;
  readonly sides: readonly Side[];
  /** The caller worked on the pool behind the entry. */
  readonly tookPart: boolean;
}

interface Names {
  readonly parties: ReadonlyMap<string, KnownParty>;
  readonly people: PersonNames;
  readonly items: ReadonlyMap<string, CostItemRow>;
}

@Injectable()
export class DisputeViews {
  constructor(
    private readonly disputes: DisputeRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Loads the contexts in a fixed number of reads. @throws DomainError `REFERENCE_PENDING` */
  async contextsOf(tx: Transaction, rows: readonly DisputeRow[]): Promise<DisputeContext[]> {
    const abouts = await tx.sql.findBy(ConfirmationRow, { id: In(rows.map((row) => row.confirmationId)) });
    const entries = await tx.sql.findBy(EntryRow, { id: In(rows.map(({ entryId }) => entryId)) });
    const sides = await this.disputes.sidesOfAll(
      tx,
      rows.map(({ id }) => id),
    );
    const unionIds = [...rows.map((row) => row.decidingUnionId), ...entries.map((entry) => entry.unionId)];
    const parties = await this.references.parties(tx, [
      ...new Set([...unionIds.map(unionKey), ...abouts.map(({ party }) => party)]),
    ]);
    const personId = tx.call.actor?.personId;
    const entryIds = rows.map(({ entryId }) => entryId);
    const handled =
      personId === undefined ? new Set() : await this.disputes.tookPartIn(tx, personId, entryIds);
    const pathOf = (key: string): string => parties.get(key)?.unionPath ?? '';
    return rows.map((row) => {
      const about = abouts.find(({ id }) => id === row.confirmationId);
      const entry = entries.find(({ id }) => id === row.entryId);
      if (about === undefined || entry === undefined)
        throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
      return {
        row,
        about,
        sides: sides.get(row.id) ?? [],
        entryPath: pathOf(unionKey(entry.unionId)),
        claimantPath: pathOf(about.party),
        decidingPath: pathOf(unionKey(row.decidingUnionId)),
        tookPart: handled.has(row.entryId),
      };
    });
  }

  async views(tx: Transaction, contexts: readonly DisputeContext[]): Promise<DisputeView[]> {
    const keys = contexts.flatMap(({ row, about }) => [about.party, unionKey(row.decidingUnionId)]);
    const people = contexts.flatMap(({ row }) => [row.openedBy, row.endedBy]);
    const itemIds = contexts.flatMap(({ row }) => row.itemId ?? []);
    const items = itemIds.length === 0 ? [] : await tx.sql.findBy(CostItemRow, { id: In(itemIds) });
    const names = {
      parties: await this.references.parties(tx, [...new Set(keys)]),
      people: await this.references.namesOf(tx, people),
      items: new Map(items.map((item) => [item.id, item])),
    };
    return contexts.map((context) => viewOf(tx, context, names));
  }

  async messages(tx: Transaction, rows: readonly DisputeMessageRow[]): Promise<DisputeMessageView[]> {
    const names: PartyNames = await this.references.parties(tx, [
      ...new Set(rows.map(({ unionId }) => unionKey(unionId))),
    ]);
    const people = await this.references.namesOf(
      tx,
      rows.map(({ writtenBy }) => writtenBy),
    );
    return rows.map(({ number, unionId, writtenBy, writtenAt, text }) => ({
      number,
      union: namedParty(unionKey(unionId), names),
      writtenBy,
      writtenByName: personName(writtenBy, people),
      writtenAt: writtenAt.toISOString(),
      text,
    }));
  }
}

/** What the caller's roles permit. */
export function standingOf(tx: Transaction, context: DisputeContext): Standing {
  const { actor } = tx.call;
  const approves = (path: string): boolean =>
    actor !== null && mayDo(actor, actions.decideDispute, { paths: path === '' ? [] : [path] });
  return {
    decides: approves(context.decidingPath),
    grants: context.entryPath !== context.claimantPath && approves(context.entryPath),
    isOpener: context.row.openedBy === actor?.personId,
    tookPart: context.tookPart,
  };
}

/** The union the caller speaks for; null if they belong to neither side and are not above them. */
export function voiceOf(tx: Transaction, { sides, row }: DisputeContext): string | null {
  return speaksFor(reachOf(tx.call.actor, actions.speakInDispute), sides, row.decidingUnionId);
}

/** Whether the caller may answer for the disputing side. */
export function isClaimant(tx: Transaction, { claimantPath }: DisputeContext): boolean {
  const reach = reachOf(tx.call.actor, actions.answerConfirmation);
  return claimantPath !== '' && reach.some((held) => isWithin(claimantPath, held));
}

function viewOf(tx: Transaction, context: DisputeContext, { parties, people, items }: Names): DisputeView {
  const { row, about } = context;
  const { id, version, state, title, confirmationId, entryId, costPoolId, reason, endReason, reversalId } =
    row;
  const standing = standingOf(tx, context);
  const isOpen = state === 'open';
  const mayWrite = isOpen && voiceOf(tx, context) !== null;
  const item = items.get(row.itemId ?? '');
  return {
    id,
    version,
    state,
    kind: about.kind,
    title,
    confirmationId,
    entryId,
    costPoolId,
    reason,
    endReason,
    reversalId,
    party: namedParty(about.party, parties),
    owes: toWire(about.owesFen),
    owed: toWire(about.owedFen),
    item: item === undefined ? null : { id: item.id, title: item.title, amount: toWire(item.amountFen) },
    openedBy: row.openedBy,
    openedByName: personName(row.openedBy, people),
    openedAt: row.openedAt.toISOString(),
    talkUntil: row.talkUntil.toISOString(),
    referredAt: row.referredAt?.toISOString() ?? null,
    decidedAt: namedParty(unionKey(row.decidingUnionId), parties),
    endedBy: row.endedBy,
    endedByName: personName(row.endedBy, people),
    endedAt: row.endedAt?.toISOString() ?? null,
    mayWrite,
    mayRefer: mayWrite && !isReferred(row, tx.now),
    mayDismiss: mayDecide(row, 'dismiss', standing, tx.now),
    mayUphold: mayDecide(row, 'uphold', standing, tx.now),
    mayWithdraw: isOpen && isClaimant(tx, context),
  };
}

function unionKey(id: string): string {
  return partyKey({ kind: 'union', id });
}
