import { command } from '../../core/contract.js';
import { Uuid } from '../../core/fields.js';
import { MatterView } from './matter.contract.js';

export class HouseholdPerson {
  @Uuid() matterId: string;
  @Uuid({ description: 'A member whom the caller sees as an officer' }) personId: string;
}

const byId = { tag: 'matters', status: 200, ifMatch: true } as const;

export const householdContract = {
  addPerson: command('affairs.household.add-person', HouseholdPerson, MatterView, {
    http: 'POST matters/:matterId/household-persons',
    summary: 'Whoever has a matter in hand says which members belong to the household that it is about',
    ...byId,
    example: { personId: '019a0000-0000-7000-8000-000000000001' },
  }),
  removePerson: command('affairs.household.remove-person', HouseholdPerson, MatterView, {
    http: 'DELETE matters/:matterId/household-persons/:personId',
    summary: 'Takes back that somebody belongs to the household',
    ...byId,
  }),
};
