import type { zhCN } from './zh-CN.js';

type Same<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> };

/** What every language has to say: exactly the keys of the Chinese texts. */
export type Texts = Same<typeof zhCN>;
