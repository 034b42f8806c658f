/** What another language says of a part: the same keys as the Chinese texts, in its own words. */
export type Same<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> };
