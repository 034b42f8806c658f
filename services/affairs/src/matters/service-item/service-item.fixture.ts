import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';

/** A library card of a union, to be decided within three working days, unless told otherwise. */
export function definitionOf(changes: Partial<ServiceDefinition> = {}): ServiceDefinition {
  return {
    name: '借书证',
    category: 'certificate',
    summary: '凭工会会员证办理，一人一证。',
    guidance: null,
    applicants: 'members',
    anonymous: false,
    questions: [{ id: 'pickup', kind: 'shortText', title: '在哪里领', required: true }],
    handledAt: 'own',
    acceptWithin: { count: 1, days: 'working' },
    decideWithin: { count: 3, days: 'working' },
    secondPerson: false,
    outcomes: [
      { id: 'issued', label: '已办好' },
      { id: 'refused', label: '不予办理' },
    ],
    ...changes,
  };
}
