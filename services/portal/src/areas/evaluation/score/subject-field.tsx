import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';
import type { FoundSubject } from './new-score.model.js';
import type { ScoreSubjectKind } from './score.model.js';

type Find = (
  asked: { readonly q: string; readonly limit: number },
  signal: AbortSignal,
) => Promise<readonly Candidate[]>;

/** A subject that is offered; activities of one name are told apart by their times. */
interface Candidate extends FoundSubject {
  readonly startsAt?: string;
}

const foundMax = 10;

interface Titled {
  readonly id: string;
  readonly title: string;
}

const named = ({ id, title }: Titled): FoundSubject => ({ id, name: title });

const finders: Readonly<Record<ScoreSubjectKind, Find>> = {
  activity: async (asked, signal) => {
    // Only closed activities have facts.
    const { items } = await request('get', '/activities', { ...asked, state: 'closed' }, { signal });
    return items.map(({ id, title, startsAt }) => ({ id, name: title, startsAt }));
  },
  club: async (asked, signal) => (await request('get', '/clubs', asked, { signal })).items,
  resource: async (asked, signal) => (await request('get', '/resources', asked, { signal })).items.map(named),
  union: async (asked, signal) => (await request('get', '/unions', asked, { signal })).items,
  brand: async (asked, signal) => (await request('get', '/brands', asked, { signal })).items,
};

interface SubjectFieldProps {
  readonly id?: string;
  readonly kind: ScoreSubjectKind;
  readonly value?: FoundSubject | undefined;
  readonly onChange?: (subject: FoundSubject | undefined) => void;
}

/** What is scored: found by its name, and shown by it. */
export function SubjectField({ kind, value, onChange, id }: SubjectFieldProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const textOf = ({ name, startsAt }: Candidate): string =>
    startsAt === undefined ? name : t('score.activityOn', { title: name, date: instant(startsAt) });
  if (value !== undefined) return <Picked id={id} name={value.name} onClear={() => onChange?.(undefined)} />;
  return (
    <SearchPicker
      {...(id === undefined ? {} : { id })}
      queryKey={[kind, 'toScore']}
      search={(q, signal) => finders[kind]({ q, limit: foundMax }, signal)}
      itemKey={(subject) => subject.id}
      itemText={textOf}
      onPick={(found) => onChange?.({ id: found.id, name: textOf(found) })}
    />
  );
}
