import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../../activities/actions.js';
import { actions } from '../actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import type { LetterTemplateRow } from '../letter-template/letter-template.entity.js';
import { LetterTemplateRepository } from '../letter-template/letter-template.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { LetterRow } from './letter.entity.js';

/** Related data for issuing letters: the activity, the template, and the people concerned. */
@Injectable()
export class LetterAccess {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly templates: LetterTemplateRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
  ) {}

  /** @throws DomainError `NOT_FOUND` */
  async activity(tx: Transaction, id: string): Promise<ActivityRow> {
    tx.authorise(activitiesActions.seeActivity, {});
    const row = await this.activities.findById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** @throws DomainError `NOT_PERMITTED`, `NOT_FOUND` */
  guard(tx: Transaction, activity: ActivityRow): Promise<void> {
    return this.access.manage(tx, activity, actions.issueLetters);
  }

  /** @throws DomainError `TEMPLATE_OF_OTHER_UNION`, also for an unknown one; `TEMPLATE_RETIRED` */
  async templateOf(tx: Transaction, activity: ActivityRow, templateId: string): Promise<LetterTemplateRow> {
    const row = await this.templates.findById(tx, templateId);
    const pointer = '/templateId';
    if (row?.unionId !== activity.unionId) throw new DomainError('TEMPLATE_OF_OTHER_UNION', { pointer });
    if (row.retiredAt !== null) throw new DomainError('TEMPLATE_RETIRED', { pointer });
    return row;
  }

  async templateName(tx: Transaction, templateId: string): Promise<string> {
    return (await this.templates.findById(tx, templateId))?.name ?? '';
  }

  async issuerName(tx: Transaction, unionId: string): Promise<string> {
    const [name = ''] = await this.references.namesOf(tx, [unionId]);
    return name;
  }

  /** Hints to the officers that letters have changed, and to each person that they have one. */
  async hint(tx: Transaction, activity: ActivityRow, rows: readonly LetterRow[]): Promise<void> {
    const personIds = rows.map(({ personId }) => personId);
    const audience = { rule: actions.issueLetters, unionIds: [activity.unionId], personIds };
    await this.hints.send(tx, { resource: 'letter', id: activity.id, version: activity.version }, audience);
  }
}
