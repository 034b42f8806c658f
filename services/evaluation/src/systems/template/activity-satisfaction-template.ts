import {
  likertQuestion,
  below,
  group,
  textQuestion,
  platformFact,
  recommendQuestion,
  share,
} from './template-leaves.js';
import type { Template } from './templates.js';

/** Of one activity: what those who came say of it, and what came of it. */
export const activitySatisfaction: Template = {
  name: ['活动满意度', 'Satisfaction with an activity'],
  purpose: [
    '评价一次活动：到场职工的感受与认同，加上到场、覆盖和成本的事实。',
    'Of one activity: what those who came felt and identify with, beside facts of attendance, reach and cost.',
  ],
  nodes: [
    group('experience', ['现场感受', 'At the place'], 4),
    ...below('experience', [
      likertQuestion(
        'place',
        ['我对场地与设施满意', 'I liked the place and what is in it'],
        ['facility', 'culture'],
        3,
      ),
      likertQuestion('order', ['现场组织有序', 'It was well organised'], ['management', 'service'], 3),
      likertQuestion(
        'guides',
        ['带领和讲解的人专业、热心', 'Those who led it were good at it'],
        ['people', 'education'],
        2,
      ),
      likertQuestion(
        'informed',
        ['报名前我已了解清楚', 'I knew beforehand what to expect'],
        ['information', 'publicity'],
        2,
      ),
    ]),
    group('identification', ['认同与意愿', 'Identification'], 3),
    ...below('identification', [
      likertQuestion(
        'belonging',
        ['工会组织的活动让我有归属感', 'It made me feel that I belong'],
        ['service', 'participation'],
        3,
      ),
      likertQuestion('useful', ['这次活动对我有用', 'It was of use to me'], ['service', 'education'], 3),
      recommendQuestion(
        'recommend',
        ['我愿意推荐工友参加', 'I would tell others at work to come'],
        ['service', 'participation'],
        4,
      ),
    ]),
    group('outcome', ['实际成效', 'What came of it'], 3),
    ...below('outcome', [
      platformFact(['attendance', 'attendanceRate'], ['到场率', 'Attendance rate'], {
        about: ['people', 'participation'],
        measure: share(0.85),
        weight: 3,
      }),
      platformFact(['filled', 'fillRate'], ['名额使用率', 'Seats used'], {
        about: ['facility', 'participation'],
        measure: share(0.8),
        weight: 2,
      }),
      platformFact(['smallFirms', 'smallFirmShare'], ['小微企业参与占比', 'Share of small firms'], {
        about: ['service', 'construction'],
        measure: share(0.3),
        weight: 3,
      }),
      platformFact(['cost', 'costPerHead'], ['人均成本', 'Cost a head'], {
        about: ['management', 'culture'],
        weight: 2,
        measure: { scale: [0, 200], direction: 'min', target: 60, unit: ['元/人', 'yuan a head'] },
      }),
    ]),
    {
      ...textQuestion('advice', ['您的建议', 'What would you change?'], ['information', 'service']),
      parentKey: null,
    },
  ],
};
