import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Template, TemplateNode, Words } from './templates.js';

/** In the order of the table: what is shared … */
const functions: readonly (readonly [ResourceFunction, Words])[] = [
  ['information', ['信息', 'information']],
  ['facility', ['设施', 'facilities']],
  ['management', ['管理', 'management']],
  ['service', ['服务', 'services']],
  ['people', ['人力', 'people']],
];

/** … and what for. */
const businesses: readonly (readonly [UnionBusiness, Words])[] = [
  ['education', ['教育', 'education']],
  ['culture', ['文体', 'culture and sport']],
  ['publicity', ['宣传', 'publicity']],
  ['service', ['服务', 'service']],
  ['safeguarding', ['维护', 'safeguarding rights']],
  ['participation', ['参与', 'participation']],
  ['construction', ['建设', 'building the union']],
];

interface Side {
  readonly key: string;
  readonly name: Words;
  readonly weight: number;
  readonly sentence: (resource: Words, business: Words) => Words;
}

const sides: readonly Side[] = [
  {
    key: 'identification',
    name: ['认同感', 'Identification'],
    weight: 5,
    sentence: ([zh, en], [task, cause]) => [
      `我认同在“${task}”工作中共享${zh}的做法`,
      `Sharing ${en} for ${cause} is right`,
    ],
  },
  {
    key: 'satisfaction',
    name: ['满意度', 'Satisfaction'],
    weight: 5,
    sentence: ([zh, en], [task, cause]) => [
      `我对“${task}”工作中${zh}共享的效果满意`,
      `I am satisfied with how ${en} are shared for ${cause}`,
    ],
  },
];

/** 认同感 and 满意度 of each resource function in each business: 70 questions, of which each party answers its own. */
export const sharingMechanism: Template = {
  name: ['共享机制效能', 'Efficacy of the sharing mechanism'],
  purpose: [
    '按资源功能 × 工会业务，逐格了解各方对共建共享机制的认同感与满意度。可删去与本地无关的格子。',
    'Identification with the mechanism and satisfaction with it, for each resource function in each business. Cells that do not matter can be taken out.',
  ],
  nodes: sides.flatMap((side) => [
    { key: side.key, name: side.name, parentKey: null, leaf: null, weight: side.weight },
    ...functions.flatMap((one) => nodesOf(side, one)),
  ]),
};

function nodesOf(side: Side, [resource, said]: (typeof functions)[number]): TemplateNode[] {
  const parentKey = `${side.key}_${resource}`;
  return [
    {
      key: parentKey,
      name: [`${said[0]}共享`, `Shared ${said[1]}`],
      parentKey: side.key,
      leaf: null,
      weight: 1,
    },
    ...businesses.map(([business, task]) => ({
      key: `${shortOf(side.key)}_${resource}_${business}`,
      name: side.sentence(said, task),
      parentKey,
      leaf: leafOf(resource, business),
      weight: 1,
    })),
  ];
}

/** Keys have at most 40 signs. */
function shortOf(key: string): string {
  return key.slice(0, 5);
}

function leafOf(resource: ResourceFunction, business: UnionBusiness) {
  return {
    kind: 'survey' as const,
    item: 'likert' as const,
    scaleMin: 1,
    scaleMax: 5,
    target: 4,
    direction: 'max' as const,
    function: resource,
    business,
  };
}
