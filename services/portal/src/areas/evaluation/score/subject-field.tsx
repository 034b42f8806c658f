import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';
import type { FoundSubject } from './new-score.model.js';
import type { ScoreSubjectKind } from './use-scores.js';

// A type and not an interface: the client takes options that may have more keys.
type FindOptions = {
  readonly params: { readonly query: { readonly q: string; readonly limit: number } };
  readonly signal: AbortSignal;
};

const foundMax = 10;

interface Titled {
  readonly id: string;
  readonly title: string;
}

const named = ({ id, title }: Titled): FoundSubject => ({ id, name: title });

/** How each kind is found by what it is called. */
const finders: Readonly<
  Record<ScoreSubjectKind, (options: FindOptions) => Promise<readonly FoundSubject[]>>
> = {
  activity: async ({ params, signal }) => {
    // Only what is over has facts.
    const query = { ...params.query, state: 'closed' as const };
    return (await answerOf(api.GET('/api/v1/activities', { params: { query }, signal }))).items.map(named);
  },
  club: async (options) => (await answerOf(api.GET('/api/v1/clubs', options))).items,
  resource: async (options) => (await answerOf(api.GET('/api/v1/resources', options))).items.map(named),
  union: async (options) => (await answerOf(api.GET('/api/v1/unions', options))).items,
  brand: async (options) => (await answerOf(api.GET('/api/v1/brands', options))).items,
};

interface SubjectFieldProps {
  readonly id?: string;
  readonly kind: ScoreSubjectKind;
  readonly value?: FoundSubject | undefined;
  readonly onChange?: (subject: FoundSubject | undefined) => void;
}

/** What is scored: found by its name, and shown by it. */
export function SubjectField({ kind, value, onChange, id }: SubjectFieldProps) {
  if (value !== undefined) return <Picked id={id} name={value.name} onClear={() => onChange?.(undefined)} />;
  return (
    <SearchPicker
      {...(id === undefined ? {} : { id })}
      queryKey={[kind, 'toScore']}
      search={(q, signal) => finders[kind]({ params: { query: { q, limit: foundMax } }, signal })}
      itemKey={(subject) => subject.id}
      itemText={(subject) => subject.name}
      onPick={({ id: found, name }) => onChange?.({ id: found, name })}
    />
  );
}
