import { createContext, useContext } from 'react';

export interface PlacedProblem {
  /** A JSON pointer into what was sent. */
  readonly pointer: string;
  readonly text: string;
}

export const Problems = createContext<readonly PlacedProblem[]>([]);

/** The problem at this place. */
export function useProblemsAt(...pointers: readonly string[]): readonly PlacedProblem[] {
  return useContext(Problems).filter(({ pointer }) => pointers.includes(pointer));
}

/** Shows the problems of this place. They change while somebody types, so screen readers announce them politely. */
export function ProblemsAt({ id, pointers }: { readonly id?: string; readonly pointers: readonly string[] }) {
  const problems = useProblemsAt(...pointers);
  return (
    <div id={id} aria-live="polite">
      {problems.map(({ pointer, text }) => (
        <p key={`${pointer} ${text}`} className="field-error">
          {text}
        </p>
      ))}
    </div>
  );
}
