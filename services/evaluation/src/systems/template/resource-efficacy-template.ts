import { likertQuestion, below, group, platformFact, share, fileFigure } from './template-leaves.js';
import type { Template } from './templates.js';

/** Of a place or a thing that is shared, and one year: is it used, lent well, liked, and worth its upkeep. */
export const resourceEfficacy: Template = {
  name: ['资源效能', 'Efficacy of a resource'],
  purpose: [
    '评价一处共享的场地、设备或一支队伍：用得满不满、借得顺不顺、惠及谁、值不值。',
    'Of a place, a thing or a team that is shared: how much it is used, how well it is lent, whom it serves, and whether it is worth its upkeep.',
  ],
  nodes: [
    group('use', ['利用', 'Use'], 3),
    ...below('use', [
      fileFigure('hours', ['开放时长利用率', 'Share of opening hours in use'], {
        about: ['facility', 'culture'],
        measure: share(0.6),
        weight: 3,
      }),
      fileFigure('loans', ['年度外借次数', 'Loans in the year'], {
        about: ['facility', 'service'],
        weight: 3,
        measure: { scale: [0, 100], direction: 'max', target: 40, unit: ['次', 'loans'] },
      }),
      platformFact(['filled', 'fillRate'], ['名额使用率', 'Seats used'], {
        about: ['facility', 'participation'],
        measure: share(0.8),
        weight: 2,
      }),
    ]),
    group('lending', ['出借与归还', 'Lending'], 3),
    ...below('lending', [
      platformFact(['reply', 'replyTime'], ['借用答复用时', 'Hours until a request is answered'], {
        about: ['management', 'service'],
        weight: 3,
        measure: { scale: [0, 72], direction: 'min', target: 24, unit: ['小时', 'hours'] },
      }),
      platformFact(['punctual', 'loanPunctuality'], ['按时归还率', 'Share returned on time'], {
        about: ['management', 'safeguarding'],
        measure: share(0.95),
        weight: 3,
      }),
    ]),
    group('served', ['惠及', 'Whom it serves'], 2),
    ...below('served', [
      platformFact(['unions', 'unionsReached'], ['惠及工会数', 'Unions reached'], {
        about: ['service', 'participation'],
        weight: 3,
        measure: { scale: [0, 10], direction: 'max', target: 5, unit: ['家', 'unions'] },
      }),
      platformFact(['smallFirms', 'smallFirmShare'], ['小微企业参与占比', 'Share of small firms'], {
        about: ['service', 'construction'],
        measure: share(0.3),
        weight: 3,
      }),
    ]),
    group('worth', ['口碑与成本', 'Worth'], 2),
    ...below('worth', [
      likertQuestion('fit', ['场地设备好用', 'It serves its purpose well'], ['facility', 'culture'], 3),
      likertQuestion('easy', ['借用手续简便', 'It is easy to borrow'], ['information', 'service'], 2),
      fileFigure('upkeep', ['维护费用占比', 'Upkeep as a share of what it replaces'], {
        about: ['management', 'construction'],
        weight: 3,
        measure: { scale: [0, 1], direction: 'min', target: 0.2 },
      }),
    ]),
  ],
};
