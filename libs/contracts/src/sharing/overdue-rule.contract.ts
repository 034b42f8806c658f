import { command, query } from '../contract.js';
import { OneOf, Uuid, Whole } from '../fields.js';

/** Which overdue loan keeps a borrower from another: any, one of the same owner, or none. */
export const overdueBlocks = ['any', 'sameOwner', 'none'] as const;
export type OverdueBlock = (typeof overdueBlocks)[number];
export const graceHoursMax = 168;

export class OverdueRuleRequest {
  @Uuid() unionId: string;
}

export class SetOverdueRuleRequest extends OverdueRuleRequest {
  @OneOf(overdueBlocks, { name: 'OverdueBlock' }) overdueBlock: OverdueBlock;
  @Whole({ max: graceHoursMax, description: 'So many hours late are let pass' }) graceHours: number;
}

/** How a union lends. It holds for the unions below it too, until one of them sets its own. */
export class OverdueRuleView {
  @Uuid() unionId: string;
  @OneOf(overdueBlocks, { name: 'OverdueBlock' }) overdueBlock: OverdueBlock;
  @Whole({ max: graceHoursMax }) graceHours: number;
  @Uuid({
    nullable: true,
    description: 'The union that set it; null where nobody has, and any overdue loan blocks',
  })
  setBy: string | null;
}

export const overdueRuleContract = {
  get: query('sharing.overdue-rule.get', OverdueRuleRequest, OverdueRuleView),
  set: command('sharing.overdue-rule.set', SetOverdueRuleRequest, OverdueRuleView),
};
