import { likertQuestion, below, group, platformFact, share, fileFigure } from './template-leaves.js';
import type { Template } from './templates.js';

/** Of a club and one year: does it live, whom does it serve, is it in order, is it liked, is it thrifty. */
export const clubGrading: Template = {
  name: ['俱乐部分级', 'Grading of clubs'],
  purpose: [
    '给职工俱乐部分级：看活跃、服务面、规范和口碑，不看点赞和打卡。',
    'Grades clubs of workers by how alive, open, orderly and welcome they are; never by likes or log-ins.',
  ],
  nodes: [
    group('activity', ['活跃程度', 'How alive it is'], 3),
    ...below('activity', [
      fileFigure('held', ['年度活动次数', 'Activities in the year'], {
        about: ['service', 'culture'],
        weight: 4,
        measure: { scale: [0, 24], direction: 'max', target: 12, unit: ['次', 'activities'] },
      }),
      platformFact(['repeat', 'repeatParticipation'], ['再次参加率', 'Share that came again'], {
        about: ['people', 'participation'],
        measure: share(0.4),
        weight: 3,
      }),
      platformFact(['attendance', 'attendanceRate'], ['到场率', 'Attendance rate'], {
        about: ['management', 'participation'],
        measure: share(0.85),
        weight: 3,
      }),
    ]),
    group('openness', ['服务面', 'Whom it serves'], 3),
    ...below('openness', [
      platformFact(['unions', 'unionsReached'], ['惠及工会数', 'Unions reached'], {
        about: ['service', 'participation'],
        weight: 4,
        measure: { scale: [0, 10], direction: 'max', target: 5, unit: ['家', 'unions'] },
      }),
      platformFact(['smallFirms', 'smallFirmShare'], ['小微企业参与占比', 'Share of small firms'], {
        about: ['service', 'construction'],
        measure: share(0.3),
        weight: 3,
      }),
      fileFigure('volunteers', ['骨干与志愿者人数', 'People who carry it'], {
        about: ['people', 'education'],
        weight: 3,
        measure: { scale: [0, 20], direction: 'max', target: 8, unit: ['人', 'people'] },
      }),
    ]),
    group('order', ['规范管理', 'How orderly it is'], 2),
    ...below('order', [
      fileFigure('records', ['台账完整率', 'Share of records that are complete'], {
        about: ['management', 'construction'],
        measure: share(0.95),
        weight: 3,
      }),
      fileFigure('safety', ['安全检查合格率', 'Share of safety checks passed'], {
        about: ['management', 'safeguarding'],
        measure: share(1),
        weight: 4,
      }),
      platformFact(['cost', 'costPerHead'], ['人均成本', 'Cost a head'], {
        about: ['management', 'culture'],
        weight: 3,
        measure: { scale: [0, 100], direction: 'min', target: 30, unit: ['元/人', 'yuan a head'] },
      }),
    ]),
    group('voice', ['成员口碑', 'What its members say'], 2),
    ...below('voice', [
      likertQuestion(
        'liked',
        ['我对俱乐部的活动满意', 'I like what the club does'],
        ['service', 'culture'],
        1,
      ),
      likertQuestion(
        'heard',
        ['我的意见俱乐部听得进去', 'The club listens to me'],
        ['information', 'participation'],
        1,
      ),
    ]),
  ],
};
