import { command, query, versioned } from '../../core/contract.js';
import { OneOf, Uuid, Whole } from '../../core/fields.js';

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
  @Whole({ description: "Of the union's own rule; 0 as long as it has none" }) version: number;
  @OneOf(overdueBlocks, { name: 'OverdueBlock' }) overdueBlock: OverdueBlock;
  @Whole({ max: graceHoursMax }) graceHours: number;
  @Uuid({
    nullable: true,
    description: 'The union that set it; null where nobody has, and any overdue loan blocks',
  })
  setBy: string | null;
}

const shown = query('sharing.overdue-rule.get', OverdueRuleRequest, OverdueRuleView, {
  http: 'GET unions/:unionId/overdue-rule',
  tag: 'loans',
  summary: 'Shows whether an overdue loan keeps from borrowing what a union owns, and who has set it',
});

export const overdueRuleContract = {
  get: shown,
  set: versioned(
    command('sharing.overdue-rule.set', SetOverdueRuleRequest, OverdueRuleView, {
      http: 'PUT unions/:unionId/overdue-rule',
      tag: 'loans',
      summary: 'Sets it for a union and those below it that have set nothing else',
      example: { overdueBlock: 'sameOwner', graceHours: 24 },
    }),
    shown,
  ),
};
