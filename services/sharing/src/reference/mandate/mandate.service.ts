import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type GiveMandateRequest,
  type ListMandatesRequest,
  type ListMandateUsesRequest,
  mandateContract,
  type MandateIdRequest,
  type MandateSide,
  type MandateUseView,
  type MandateView,
  type RevokeMandateRequest,
} from '@gongxiang/contracts/sharing/reference/mandate.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import {
  type ActionRule,
  type CallContext,
  DomainError,
  mayDo,
  newId,
  reachOf,
  toWire,
} from '@gongxiang/domain';
import { recordEvent, Republishes } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  ExistingResult,
  requireVersion,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference.repository.js';
import { RoleHints } from '../role-hints.js';
import type { MandateRow } from './mandate.entity.js';
import { entryLimitOf, mandatesMax, mandateState, mandateTerm } from './mandate.model.js';
import { MandateRepository } from './mandate.repository.js';

/** One union lets another act for it. Both see it, and its uses; either ends it at once. */
@Injectable()
export class MandateService {
  constructor(
    private readonly transactions: Transactions,
    private readonly mandates: MandateRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
  ) {}

  @Handles(mandateContract.give)
  grant(request: GiveMandateRequest, call: CallContext): Promise<Outcome<MandateView>> {
    return this.transactions.command(call, mandateContract.give, request, async (tx) => {
      // Locked, so that two concurrent grants are counted one after the other.
      const from = await this.references.unionLocked(tx, request.fromUnionId, '/fromUnionId');
      tx.authorise(actions.grantMandate, { paths: [from.path], visible: true });
      const term = mandateTerm(request, tx.now);
      const entryLimitFen = entryLimitOf(request);
      await this.references.union(tx, request.toUnionId, '/toUnionId');
      if ((await this.mandates.countGranted(tx, from.id)) >= mandatesMax)
        throw new DomainError('MANDATES_TOO_MANY', { params: { max: mandatesMax } });
      const row: MandateRow = {
        id: newId(),
        version: 1,
        fromUnionId: from.id,
        toUnionId: request.toUnionId,
        scopes: [...new Set(request.scopes)],
        validFrom: term.start,
        validUntil: term.end,
        note: request.note ?? null,
        givenBy: tx.personId,
        createdAt: tx.now,
        entryLimitFen,
        revokedAt: null,
        revokedBy: null,
        revokeReason: null,
      };
      await this.mandates.insert(tx, row);
      return this.changed(tx, row, null);
    });
  }

  /** By an officer of either side; an officer of both acts for the granting one. */
  @Handles(mandateContract.revoke)
  revoke(request: RevokeMandateRequest, call: CallContext): Promise<Outcome<MandateView>> {
    return this.transactions.command(call, mandateContract.revoke, request, async (tx) => {
      const before = await this.mandates.lockById(tx, request.mandateId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const revokedBy = await this.authorise(tx, before, actions.endMandate);
      requireVersion(tx, before.version);
      if (before.revokedAt !== null) return new ExistingResult(await this.view(tx, before));
      const reason = request.reason ?? null;
      const ended = { revokedAt: tx.now, revokedBy, revokeReason: reason, version: before.version + 1 };
      const row = { ...before, ...ended };
      await this.mandates.update(tx, row);
      return this.changed(tx, row, before);
    });
  }

  @Handles(mandateContract.get)
  get(request: MandateIdRequest, call: CallContext): Promise<MandateView> {
    return this.transactions.read(call, async (tx) => this.view(tx, await this.seen(tx, request.mandateId)));
  }

  @Handles(mandateContract.list)
  list(request: ListMandatesRequest, call: CallContext): Promise<Page<MandateView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listMandates, {});
      const paths = reachOf(call.actor, actions.seeMandate);
      const rows = await this.mandates.list(tx, { ...request, paths });
      const names = await this.namesOf(tx, rows);
      const views = rows.map((row) => viewOf(row, tx.now, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(mandateContract.uses)
  uses(request: ListMandateUsesRequest, call: CallContext): Promise<Page<MandateUseView>> {
    return this.transactions.read(call, async (tx) => {
      const { id: mandateId } = await this.seen(tx, request.mandateId);
      const rows = await this.mandates.uses(tx, { ...request, mandateId });
      const views = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** Publishes a page of mandates again. @returns the last id, or null at the end */
  @Republishes('mandate')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.mandates.after(tx, afterId, limit);
    for (const row of rows) await publish(tx, row);
    return rows.at(-1)?.id ?? null;
  }

  private async seen(tx: Transaction, mandateId: string): Promise<MandateRow> {
    tx.authorise(actions.listMandates, {});
    const row = await this.mandates.findById(tx, mandateId);
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.authorise(tx, row, actions.seeMandate);
    return row;
  }

  /** @returns the caller's side; people who see it but may not act get 403, all others 404 */
  private async authorise(tx: Transaction, row: MandateRow, rule: ActionRule): Promise<MandateSide> {
    const places = await this.references.placesOf(tx, [row.fromUnionId, row.toUnionId]);
    const paths = [...places.values()];
    const { actor } = tx.call;
    const visible = actor !== null && mayDo(actor, actions.seeMandate, { paths });
    tx.authorise(rule, { paths, visible });
    const given = places.get(row.fromUnionId);
    const isGiver = actor !== null && given !== undefined && mayDo(actor, rule, { paths: [given] });
    return isGiver ? 'given' : 'taken';
  }

  private async changed(tx: Transaction, row: MandateRow, before: MandateRow | null): Promise<MandateView> {
    const { id, version, fromUnionId, toUnionId } = row;
    tx.audit({ noun: 'mandate', id, before: before && recordOf(before), after: recordOf(row) });
    await publish(tx, row);
    const audience = { rule: actions.seeMandate, unionIds: [fromUnionId, toUnionId] };
    await this.hints.send(tx, { resource: 'mandate', id, version }, audience);
    return this.view(tx, row);
  }

  private async view(tx: Transaction, row: MandateRow): Promise<MandateView> {
    return viewOf(row, tx.now, await this.namesOf(tx, [row]));
  }

  private namesOf(tx: Transaction, rows: readonly MandateRow[]): Promise<ReadonlyMap<string, string>> {
    return this.references.unionNames(
      tx,
      rows.flatMap(({ fromUnionId, toUnionId }) => [fromUnionId, toUnionId]),
    );
  }
}

/** For the bookkeeping service; the whole state each time, so that order does not matter. */
async function publish(tx: Transaction, row: MandateRow): Promise<void> {
  const { id, version, fromUnionId, toUnionId, scopes } = row;
  await recordEvent(tx, sharingEvents.mandateChanged, id, {
    id,
    version,
    fromUnionId,
    toUnionId,
    scopes,
    from: row.validFrom.toISOString(),
    until: row.validUntil.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    entryLimit: limitView(row),
  });
}

function limitView({ entryLimitFen }: MandateRow): MandateView['entryLimit'] {
  return entryLimitFen === null ? null : toWire(entryLimitFen);
}

function recordOf({ entryLimitFen, ...row }: MandateRow): Record<string, unknown> {
  return { ...row, entryLimitFen: entryLimitFen === null ? null : String(entryLimitFen) };
}

function viewOf(row: MandateRow, now: Date, names: ReadonlyMap<string, string>): MandateView {
  const { givenBy: _by, validFrom, validUntil, entryLimitFen: _limit, ...rest } = row;
  return {
    ...rest,
    fromUnionName: names.get(row.fromUnionId) ?? '',
    toUnionName: names.get(row.toUnionId) ?? '',
    from: validFrom.toISOString(),
    until: validUntil.toISOString(),
    state: mandateState(row, now),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    entryLimit: limitView(row),
  };
}
