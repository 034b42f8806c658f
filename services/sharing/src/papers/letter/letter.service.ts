import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type IssuedLettersView,
  type IssueLettersRequest,
  letterContract,
  type LetterView,
  type ListLettersRequest,
  type RevokeLetterRequest,
} from '@gongxiang/contracts/sharing/papers/letter.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import type { LetterTemplateRow } from '../letter-template/letter-template.entity.js';
import { LetterAccess } from './letter-access.js';
import type { LetterRow } from './letter.entity.js';
import {
  chosenOf,
  codeBytes,
  codeOf,
  factsOf,
  numberOf,
  type Recipient,
  requireTime,
} from './letter.model.js';
import { LetterRepository, type ListedLetter } from './letter.repository.js';

/** Letters of an activity, for the officers who issue them. */
@Injectable()
export class LetterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly access: LetterAccess,
    private readonly letters: LetterRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /**
   * Assigns a number and a code to everybody who has no letter of this kind yet; files are rendered on request.
   * @throws DomainError as `requireTime` and `chosenOf` do; `TEMPLATE_OF_OTHER_UNION`, `TEMPLATE_RETIRED`
   */
  @Handles(letterContract.issue)
  issue(request: IssueLettersRequest, call: CallContext): Promise<Outcome<IssuedLettersView>> {
    return this.transactions.command(call, letterContract.issue, request, async (tx) => {
      const activity = await this.activities.lock(tx, request.activityId);
      await this.access.guard(tx, activity);
      const template = await this.access.templateOf(tx, activity, request.templateId);
      const { kind } = template;
      requireTime(kind, activity, tx.now);
      const all = await (kind === 'invitation'
        ? this.letters.seated(tx, activity.id)
        : this.letters.present(tx, activity.id));
      const chosen = chosenOf(all, request.registrationIds);
      const holders = await this.letters.holders(tx, activity.id, kind);
      const fresh = chosen.filter(({ personId }) => !holders.has(personId));
      const rows = fresh.length === 0 ? [] : await this.numberLetters(tx, activity, template, fresh);
      await this.letters.insert(tx, rows);
      await this.writer.write(tx, [
        {
          personIds: rows.map(({ personId }) => personId),
          kind: 'letterIssued',
          why: 'registered',
          about: { activityId: activity.id },
          cause: `letterIssued/${activity.id}/${rows[0]?.number ?? ''}`,
          values: { letter: kind },
        },
      ]);
      const [firstNumber = null, lastNumber = null] = [rows[0]?.number, rows.at(-1)?.number];
      const view = { issued: rows.length, alreadyHad: chosen.length - rows.length, firstNumber, lastNumber };
      // One audit entry for all of them: the letters themselves name their holders.
      tx.audit({ noun: 'letters', id: activity.id, after: { templateId: template.id, kind, ...view } });
      await this.access.hint(tx, activity, rows);
      return { activityId: activity.id, ...view };
    });
  }

  @Handles(letterContract.list)
  list(request: ListLettersRequest, call: CallContext): Promise<Page<LetterView>> {
    return this.transactions.read(call, async (tx) => {
      await this.access.guard(tx, await this.access.activity(tx, request.activityId));
      const rows = await this.letters.list(tx, request);
      return toPage(rows.map(letterViewOf), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** It is no longer genuine, and the person may get another. @throws DomainError `LETTER_REVOKED` */
  @Handles(letterContract.revoke)
  revoke(request: RevokeLetterRequest, call: CallContext): Promise<Outcome<LetterView>> {
    return this.transactions.command(call, letterContract.revoke, request, async (tx) => {
      const activity = await this.activities.lock(tx, request.activityId);
      await this.access.guard(tx, activity);
      const before = await this.letters.find(tx, activity.id, request.letterId);
      if (before === null) throw new DomainError('NOT_FOUND');
      requireVersion(tx, before.version);
      if (before.revokedAt !== null) throw new DomainError('LETTER_REVOKED');
      const row = { ...before, revokedAt: tx.now, revokeReason: request.reason, version: before.version + 1 };
      await this.letters.update(tx, row);
      const { id, number } = row;
      tx.audit({ noun: 'letter', id, before: { number, revoked: false }, after: { number, revoked: true } });
      await this.access.hint(tx, activity, [row]);
      return letterViewOf({ ...row, templateName: await this.access.templateName(tx, row.templateId) });
    });
  }

  private async numberLetters(
    tx: Transaction,
    activity: ActivityRow,
    template: LetterTemplateRow,
    recipients: readonly Recipient[],
  ): Promise<LetterRow[]> {
    const { unionId, kind, id: templateId } = template;
    const facts = factsOf(activity, await this.access.issuerName(tx, unionId), tx.now);
    const year = Number(facts.issuedOn.slice(0, 4));
    const last = await this.letters.take(tx, unionId, year, recipients.length);
    const random = randomBytes(recipients.length * codeBytes);
    return recipients.map(({ personId, maskedName, companions }, index) => ({
      activityId: activity.id,
      id: newId(),
      version: 1,
      personId,
      unionId,
      templateId,
      kind,
      number: numberOf(year, last - recipients.length + 1 + index),
      code: codeOf(random.subarray(index * codeBytes, (index + 1) * codeBytes)),
      maskedName,
      companions,
      facts,
      issuedBy: tx.personId,
      issuedAt: tx.now,
      revokedAt: null,
      revokeReason: null,
    }));
  }
}

function letterViewOf(row: ListedLetter): LetterView {
  const { id, version, activityId, kind, number, personId, maskedName } = row;
  const { templateName, issuedAt, revokedAt } = row;
  return {
    id,
    version,
    activityId,
    kind,
    number,
    personId,
    maskedName,
    templateName,
    issuedAt: issuedAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
