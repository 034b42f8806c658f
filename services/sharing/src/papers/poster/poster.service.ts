import { Injectable } from '@nestjs/common';
import {
  posterContract,
  type RenderPosterRequest,
} from '@gongxiang/contracts/sharing/papers/poster.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { PrintedFiles } from '@gongxiang/messaging/files';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { posterOf } from './poster-paper.js';
import { type PostedActivity, type PostedRules, posterTexts } from './poster.model.js';

/** Posters of activities, for everybody who sees them. */
@Injectable()
export class PosterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly references: ReferenceRepository,
    private readonly prints: PrintedFiles,
  ) {}

  /** Renders the file and stores it for minutes. @throws DomainError `NOT_FOUND`, `TIME_UP` */
  @Handles(posterContract.render)
  async render(request: RenderPosterRequest, call: CallContext): Promise<PrintedFileView> {
    const activity = await this.transactions.read(call, (tx) => this.find(tx, request.activityId));
    const locale = request.lang ?? call.locale;
    const address = `${request.origin}/public/activities/${request.activityId.toLowerCase()}`;
    return this.prints.print(call, async () => ({
      bytes: await posterOf({ activity, size: request.size ?? 'a4', locale, address, madeAt: new Date() }),
      contentType: 'application/pdf',
      fileName: `${activity.title} ${posterTexts[locale].poster}.pdf`,
    }));
  }

  private async find(tx: Transaction, activityId: string): Promise<PostedActivity> {
    tx.authorise(actions.seeActivity, {});
    const row = await this.activities.findById(tx, activityId);
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.access.see(tx, row);
    const { unionIds = [], clubIds = [], groupIds = [] } = row.eligibility ?? {};
    const unionNames = await this.references.namesOf(tx, unionIds);
    const clubNames = await this.references.clubNamesOf(tx, clubIds);
    const groupNames = (await this.references.groups(tx, groupIds)).map(({ name }) => name);
    return postedOf(row, { unionNames, clubNames, groupNames });
  }
}

/** A poster is public: it names no person. */
function postedOf(
  row: ActivityRow,
  names: Pick<PostedRules, 'unionNames' | 'clubNames' | 'groupNames'>,
): PostedActivity {
  const { title, startsAt, endsAt, timeZone, venue, signUpOpensAt, signUpClosesAt, companionsMax } = row;
  return {
    title,
    startsAt,
    endsAt,
    timeZone,
    venue,
    signUpOpensAt,
    signUpClosesAt,
    companionsMax,
    organiserName: row.organiserKind === 'person' ? null : row.organiserName,
    coHostNames: row.coHosts.filter(({ kind }) => kind !== 'person').map(({ name }) => name),
    rules: row.eligibility && { ...row.eligibility, ...names },
  };
}
