import { command, Done, query } from '../../core/contract.js';
import { ListOf, OneOf, Text, Uuid, UuidList, Whole } from '../../core/fields.js';
import { type AssignmentScope, assignmentScopes, chosenUnionsMax } from './assignment.contract.js';

export const assignmentSetsMax = 50;
const nameMax = 60;

/** Unions that a union often gives something to, under a name. */
export class AssignmentSetContent {
  @Text({ max: nameMax, example: '制造业企业工会' }) name: string;
  @UuidList({ max: chosenUnionsMax, description: 'Unions below, each for itself' }) unionIds: string[];
  @UuidList({ max: chosenUnionsMax, description: 'Unions below, each with all below it' })
  branchIds: string[];
}

export class CreateAssignmentSet extends AssignmentSetContent {
  @Uuid({ description: 'The union whose set it is' }) unionId: string;
}

export class ChangeAssignmentSet extends AssignmentSetContent {
  @Uuid() setId: string;
}

export class AssignmentSetId {
  @Uuid() setId: string;
}

export class ListAssignmentSets {
  @Uuid() unionId: string;
}

/** Without unions that have closed, or lie elsewhere by now. */
export class AssignmentSetView extends AssignmentSetContent {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
}

export class AssignmentSetsView {
  @ListOf(() => AssignmentSetView, { max: assignmentSetsMax, description: 'By name' })
  items: AssignmentSetView[];
}

export class CountAssignmentAudience {
  @Uuid({ description: 'The union that gives it' }) unionId: string;
  @OneOf(assignmentScopes, { name: 'AssignmentScope' }) scope: AssignmentScope;
  @UuidList({ max: chosenUnionsMax }) unionIds: string[];
  @UuidList({ max: chosenUnionsMax }) branchIds: string[];
}

export class AssignmentAudienceView {
  @Whole({ description: 'Open unions below to which it would go, each once' }) unions: number;
  @Whole({ description: 'Of those that were chosen, the ones that have closed or are not below' })
  unknown: number;
}

const content = {
  name: '制造业企业工会',
  unionIds: ['019a0000-0000-7000-8000-000000000004'],
  branchIds: [],
};
const tag = 'assignments';

export const assignmentSetContract = {
  create: command('affairs.assignment-set.create', CreateAssignmentSet, AssignmentSetView, {
    http: 'POST unions/:unionId/assignment-sets',
    tag,
    summary: 'Saves unions below under a name, for all officers of the union',
    example: content,
  }),
  change: command('affairs.assignment-set.change', ChangeAssignmentSet, AssignmentSetView, {
    http: 'PUT assignment-sets/:setId',
    tag,
    summary: 'Changes the name of a set, or its unions; what was given by it stays',
    ifMatch: true,
    example: content,
  }),
  remove: command('affairs.assignment-set.remove', AssignmentSetId, Done, {
    http: 'DELETE assignment-sets/:setId',
    tag,
    summary: 'Deletes a set; what was given by it stays',
  }),
  list: query('affairs.assignment-set.list', ListAssignmentSets, AssignmentSetsView, {
    http: 'GET unions/:unionId/assignment-sets',
    tag,
    summary: 'The sets of a union, for its officers and those above',
  }),
  count: query('affairs.assignment-set.count', CountAssignmentAudience, AssignmentAudienceView, {
    http: 'POST unions/:unionId/assignment-audience',
    tag,
    summary: 'Counts the unions to which an assignment would go, and saves nothing',
    status: 200,
    idempotent: false,
    example: { scope: 'chosen', unionIds: content.unionIds, branchIds: [] },
  }),
};
