import type { components } from '../../../api/schema.js';

type Views = components['schemas'];
export type CirclePost = Views['CirclePostView'];
type CirclePostAct = CirclePost['acts'][number]['act'];

export const postTitleMax = 100;
export const postTextMax = 4_000;
export const commentTextMax = 1_000;

export function mayDo({ acts }: Pick<CirclePost, 'acts'>, act: CirclePostAct): boolean {
  return acts.some((one) => one.act === act);
}

/** An optional title as it is sent: nothing where nothing was typed. */
export function titleOf(typed: string | undefined): { readonly title?: string } {
  const title = typed?.trim() ?? '';
  return title === '' ? {} : { title };
}
