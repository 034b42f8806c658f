import { Injectable } from '@nestjs/common';
import {
  activityStatementContract,
  type ActivityStatementRequest,
  type ActivityStatementView,
  type RenderActivityStatementRequest,
} from '@gongxiang/contracts/settlement/accounts/activity-statement.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError, fileNameText, partyKey, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../reference/actions.js';
import { namedParty, type PartyNames } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { activityDocument } from './activity-document.js';
import { activityTexts } from './activity-texts.model.js';
import {
  type ActivityAccount,
  type ActivityPool,
  billed,
  type NamedAccount,
  partsOf,
  totalsOf,
} from './activity-statement.model.js';
import { ActivityStatementRepository } from './activity-statement.repository.js';
import { DocumentFiles, requesterOf } from './document-files.service.js';

const titleCharactersMax = 60;

/** The costs of an activity: its pools, shares and payers, and unpaid debts. */
@Injectable()
export class ActivityStatementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: ActivityStatementRepository,
    private readonly references: ReferenceRepository,
    private readonly documentFiles: DocumentFiles,
  ) {}

  /** @throws DomainError `NOT_FOUND` for a caller who sees none of its pools */
  @Handles(activityStatementContract.get)
  async get({ activityId }: ActivityStatementRequest, call: CallContext): Promise<ActivityStatementView> {
    return viewOf(await this.read(activityId, call));
  }

  @Handles(activityStatementContract.render)
  async render(request: RenderActivityStatementRequest, call: CallContext): Promise<PrintedFileView> {
    const named = await this.read(request.activityId, call);
    const title = fileNameText(named.account.title, titleCharactersMax);
    const name = `${title} ${activityTexts(call.locale).title}`;
    const requester = requesterOf(call);
    return this.documentFiles.render(
      { name, format: request.format },
      () => activityDocument(named, requester),
      call,
    );
  }

  private read(activityId: string, call: CallContext): Promise<NamedAccount> {
    return this.transactions.read(call, async (tx) => {
      const account = await this.account(tx, activityId);
      const pools = account.pools.flatMap((pool) => partsOf(pool).map(({ party }) => party));
      const debts = account.debts.flatMap(({ debtor, creditor }) => [debtor, creditor]);
      const keys = new Set([account.union, ...pools, ...debts]);
      return { account, names: await this.references.parties(tx, [...keys]) };
    });
  }

  private async account(tx: Transaction, activityId: string): Promise<ActivityAccount> {
    const activity = await this.statements.activity(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    const union = partyKey({ kind: 'union', id: activity.unionId });
    const known = (await this.references.parties(tx, [union])).get(union);
    const paths = await this.statements.pathsOf(tx, activityId);
    tx.authorise(actions.seeCostPool, { paths: known === undefined ? paths : [known.unionPath, ...paths] });
    const pools = await this.statements.poolsOf(tx, activityId);
    const debts = await this.statements.debtsOf(
      tx,
      pools.map(({ id }) => id),
    );
    const heads = await this.statements.headsOf(tx, activityId);
    return { activityId, title: activity.title, union, heads, pools, debts, readAt: tx.now };
  }
}

function viewOf({ account, names }: NamedAccount): ActivityStatementView {
  const { total, subsidy, unpaid } = totalsOf(account);
  const { activityId, title, heads } = account;
  return {
    activityId,
    title,
    heads,
    union: namedParty(account.union, names),
    total: toWire(total),
    subsidy: toWire(subsidy),
    unpaid: toWire(unpaid),
    pools: account.pools.map((pool) => poolView(pool, names)),
    debts: account.debts.map(({ debtor, creditor, amount, ...debt }) => ({
      ...debt,
      debtor: namedParty(debtor, names),
      creditor: namedParty(creditor, names),
      amount: toWire(amount),
    })),
  };
}

function poolView(pool: ActivityPool, names: PartyNames) {
  return {
    costPoolId: pool.id,
    state: pool.state,
    createdAt: pool.createdAt.toISOString(),
    approvedAt: pool.approvedAt?.toISOString() ?? null,
    total: toWire(billed(pool)),
    subsidy: pool.subsidy === null ? null : toWire(pool.subsidy),
    bills: pool.bills.map(({ payer, amount, ...bill }) => ({
      ...bill,
      payer: namedParty(payer, names),
      amount: toWire(amount),
    })),
    parts: partsOf(pool).map(({ party, share, paid, net }) => ({
      party: namedParty(party, names),
      share: toWire(share),
      paid: toWire(paid),
      net: toWire(net),
    })),
  };
}
