import { sectors, type Sector } from '@gongxiang/domain';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Fraction, OneOf, Text, TextList, Uuid, Whole } from '../../core/fields.js';
import { sizeClasses, type SizeClassName } from '../membership-events.js';
import { usccChecks, type UsccCheck } from './union.contract.js';

export class CreateEnterpriseRequest {
  @Text({ max: 200, example: '武汉某某机械有限公司' }) name: string;

  @Text({ max: 40, description: 'Unified Social Credit Code; one that fails its check is kept and reviewed' })
  uscc: string;

  @Uuid({
    optional: true,
    description: 'The union that keeps its record; where absent, the union of whoever adds it',
  })
  keeperUnionId?: string | null;

  @OneOf(sectors, { optional: true, description: 'Without it the size stays unclassified' })
  sector?: Sector | null;

  @Whole({ optional: true, max: 10_000_000, description: 'Heads' }) employees?: number | null;
  @Fraction({ optional: true, min: 0, description: 'In 10,000 yuan' }) revenueWan?: number | null;
  @Fraction({ optional: true, min: 0, description: 'In 10,000 yuan' }) assetsWan?: number | null;
}

/** What is left out stays; a sector or a figure that is null is no longer known. */
export class UpdateEnterpriseRequest {
  @Uuid() enterpriseId: string;
  @Text({ optional: true, max: 200 }) name?: string;
  @OneOf(sectors, { optional: true, description: 'null: the size becomes unclassified' })
  sector?: Sector | null;
  @Whole({ optional: true, max: 10_000_000, description: 'Heads; null: no longer known' })
  employees?: number | null;
  @Fraction({ optional: true, min: 0, description: 'In 10,000 yuan; null: no longer known' })
  revenueWan?: number | null;
  @Fraction({ optional: true, min: 0, description: 'In 10,000 yuan; null: no longer known' })
  assetsWan?: number | null;

  @Text({
    optional: true,
    max: 500,
    description: 'What was seen when a code that fails its check was reviewed',
  })
  usccEvidence?: string;

  @Flag({ optional: true }) active?: boolean;
}

export class GetEnterpriseRequest {
  @Uuid() enterpriseId: string;
}

export class ListEnterprisesRequest extends PageRequest {
  @Text({ optional: true, description: 'Only those whose name contains this' }) q?: string;
  @OneOf(sizeClasses, { optional: true }) sizeClass?: SizeClassName;
}

/** The figures and what follows from them alone are null or empty for whoever is no officer of its union or of one above. */
export class EnterpriseView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text() name: string;
  @Text() uscc: string;
  @OneOf(usccChecks) usccCheck: UsccCheck;
  @Text({ nullable: true, max: 500 }) usccEvidence: string | null;
  @OneOf(sectors, { nullable: true }) sector: Sector | null;
  @Whole({ nullable: true }) employees: number | null;
  @Fraction({ nullable: true }) revenueWan: number | null;
  @Fraction({ nullable: true }) assetsWan: number | null;
  @OneOf(sizeClasses) sizeClass: SizeClassName;
  @TextList({ max: 20, description: 'The bounds that decided' }) sizeBasis: string[];
  @Uuid({ description: 'The union that keeps its record' }) keeperUnionId: string;
  @Uuid({ nullable: true, description: 'The union that it has' }) unionId: string | null;
  @Flag() active: boolean;
  @Uuid({ nullable: true, description: 'A change of its size class that waits for the union above' })
  pendingChangeId: string | null;
}

export const enterpriseContract = {
  create: command('membership.enterprise.create', CreateEnterpriseRequest, EnterpriseView, {
    http: 'POST enterprises',
    tag: 'enterprises',
    summary: 'Adds an enterprise',
    example: {
      name: '武汉某某机械有限公司',
      uscc: '91420100MA4KXXXX0Y',
      sector: 'industry',
      employees: 320,
      revenueWan: 2600,
    },
  }),
  update: command('membership.enterprise.update', UpdateEnterpriseRequest, EnterpriseView, {
    http: 'PATCH enterprises/:enterpriseId',
    tag: 'enterprises',
    summary:
      'Changes an enterprise; what is left out stays, a figure that is null goes; it is classified anew, and another class said by its own union waits for the union above',
    ifMatch: true,
    example: { employees: 310 },
  }),
  get: query('membership.enterprise.get', GetEnterpriseRequest, EnterpriseView, {
    http: 'GET enterprises/:enterpriseId',
    tag: 'enterprises',
    summary: 'Shows an enterprise',
  }),
  list: query('membership.enterprise.list', ListEnterprisesRequest, pageOf(EnterpriseView), {
    http: 'GET enterprises',
    tag: 'enterprises',
    summary: 'Lists enterprises by name',
  }),
};
