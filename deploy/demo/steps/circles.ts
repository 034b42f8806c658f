import type { CircleLine, CircleView } from '@gongxiang/contracts/affairs/circles/circle.contract';
import type { CirclePostView } from '@gongxiang/contracts/affairs/circles/circle-post.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { isRefused } from '../tools/client.js';
import { officerOf, passwords, signIn, unionOf, type World } from '../tools/world.js';

const circle = {
  name: '摄影圈',
  about: '爱拍照的工友在这里约拍、聊器材、互相看片，不分单位。',
  joining: 'open',
} as const;

const outing = {
  title: '周末去江滩拍日出',
  text: '周六早上 **五点半**，江滩三号门集合。\n\n- 手机、相机都可以\n- 七点前拍完，不耽误接孩子',
};

const question = { text: '夜里拍厂区总是糊，大家用什么办法稳住？' };

/** A circle of three from three unions, with two posts and a comment; whoever is outside reads nothing of it. */
export async function talkInCircles(world: World): Promise<void> {
  await world.report.step('圈子：摄影圈 / A circle of photographers', async () => {
    const founder = officerOf(world, 'officer');
    const other = officerOf(world, 'zhonggong');
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    const { items } = await founder.client.get<Page<CircleLine>>('/circles?mine=true');
    const known = items.find(({ name }) => name === circle.name);
    const { id } =
      known ??
      (await founder.client.post<CircleView>('/circles', {
        ...circle,
        unionId: unionOf(world, 'federation').id,
      }));
    if (known === undefined) {
      for (const { client } of [other, worker]) await client.post(`/circles/${id}/join`, {});
      await other.client.post(`/circles/${id}/posts`, question);
      const post = await worker.client.post<CirclePostView>(`/circles/${id}/posts`, outing);
      await founder.client.post(`/circle-posts/${post.id}/comments`, { text: '算我一个，我带三脚架。' });
    }
    const outside = officerOf(world, 'baiyun');
    const seen = await outside.client.get<CircleView>(`/circles/${id}`);
    const isSealed = await isRefused(() => outside.client.get(`/circles/${id}/posts`), 'NOT_PERMITTED');
    const posts = await worker.client.get<Page<CirclePostView>>(`/circles/${id}/posts`);
    world.report.prove(
      'a circle of three has two posts and a comment, which nobody outside reads',
      seen.memberCount >= 3 &&
        posts.items.length >= 2 &&
        posts.items.some((one) => one.commentCount > 0) &&
        isSealed,
    );
  });
}
