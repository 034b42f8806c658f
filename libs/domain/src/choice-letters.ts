/** By which the choices of a question are called, in their order; a question has as many at most. */
export const choiceLetters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
export type ChoiceLetter = (typeof choiceLetters)[number];
