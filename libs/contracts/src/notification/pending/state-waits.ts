import type { AwaitKind } from '../notice-kinds.js';

/** What a thing in a state waits for, or a few words on why it waits for nobody. */
export type StateWaits = readonly [AwaitKind, ...AwaitKind[]] | string;

/** The same for every state of a thing: the compiler asks for each. */
export type WaitsOf<State extends string> = Readonly<Record<State, StateWaits>>;
