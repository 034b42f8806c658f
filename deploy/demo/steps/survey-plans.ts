import type { Page } from '@gongxiang/contracts/core/contract';
import type { SurveyPlanView } from '@gongxiang/contracts/evaluation/surveys/survey-plan.contract';
import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { idOf, officerOf, unionOf, type World } from '../tools/world.js';

/** What a union wants to know beside its indicators. */
export const furtherQuestions: readonly SurveyQuestion[] = [
  { key: 'recommend', text: '您有多大可能把这样的活动推荐给同事？', kind: 'nps' },
  {
    key: 'way',
    text: '您是怎样来的？',
    kind: 'choice',
    choices: [
      { key: 'coach', text: '工会大巴' },
      { key: 'metro', text: '地铁公交' },
      { key: 'car', text: '自己开车' },
    ],
  },
  { key: 'words', text: '您还有什么建议？', kind: 'text' },
];

const said = [
  '希望多办几次，孩子很喜欢。',
  '王师傅讲解很细致，感谢！',
  '停车位不够，鄂A12345 停了两个车位。',
  '有事可以打 13900001234 找我。',
  '午餐排队太久。',
  '报名很方便。',
];

/** What the n-th person answers; every second writes something. */
export function furtherAnswers(index: number): Record<string, number | string> {
  return {
    recommend: 10 - (index % 6),
    way: ['coach', 'coach', 'metro', 'metro', 'car'][index % 5] ?? 'coach',
    ...(index % 2 === 0 ? { words: said[(index / 2) % said.length] ?? '' } : {}),
  };
}

/** From now on those who come are asked by themselves. */
export async function askFromNowOn(world: World): Promise<void> {
  await world.report.step('以后自动发起问卷 / From now on surveys open by themselves', async () => {
    const plan = await orderOnce(world);
    world.report.prove('a federation has one standing order for surveys', plan.state === 'active');
  });
}

/** A union has one in force, which an earlier run may have given. */
async function orderOnce(world: World): Promise<SurveyPlanView> {
  const { client } = officerOf(world, 'officer');
  const unionId = unionOf(world, 'federation').id;
  const query = `unionId=${unionId}&state=active`;
  const { items } = await client.get<Page<SurveyPlanView>>(`/survey-plans?${query}`);
  const known = items.find((plan) => plan.unionId === unionId);
  return (
    known ??
    client.post<SurveyPlanView>('/survey-plans', {
      unionId,
      indicatorSystemId: idOf(world, 'system'),
      questions: furtherQuestions,
      daysOpen: 7,
      validFrom: new Date().toISOString().slice(0, 10),
    })
  );
}
