import { Alert, Button, Checkbox } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { withoutBlanks } from '../../../kit/filters.model.js';
import { Input } from '../../../kit/input.js';
import { MoreFilters } from '../../../kit/more-filters.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../../api/classification.js';
import { type LentKind, lentKinds } from '../need/want-kind.model.js';
import { NearField } from './near-field.js';
import { type OfferFilters, type OfferKind, offerKinds, timeProblem } from './offer-filters.js';

interface OfferFilterBarProps {
  readonly filters: OfferFilters;
  readonly onChange: (filters: OfferFilters) => void;
}

/** What few ask for. */
const more = ['kind', 'function', 'business', 'capacity', 'near', 'within', 'forMe'] as const;

/** Sets fields; undefined or '' empties one. */
type Set = (changed: { readonly [Name in keyof OfferFilters]?: OfferFilters[Name] | undefined }) => void;
/** What, when, and near where. The search starts with the button, so that both ends of a time can be filled in first. */
export function OfferFilterBar({ filters, onChange }: OfferFilterBarProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<OfferFilters>(filters);
  const [problem, setProblem] = useState<string | null>(null);
  // On a phone, what was found would begin below the fold.
  const [isWide] = useState(() => matchMedia('(min-width: 600px)').matches);
  const folded = isWide ? more : ([...more, 'from', 'to'] as const);
  const set: Set = (changed) => setDraft(withoutBlanks<OfferFilters>({ ...draft, ...changed }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = problemOf(draft);
    setProblem(wrong);
    if (wrong === null) onChange(draft);
  };
  return (
    <form role="search" onSubmit={submit} className="card offer-search">
      <div className="resource-filters">
        <WhatFields draft={draft} onSet={set} />
        {isWide && <TimeFields draft={draft} onSet={set} />}
      </div>
      <div className="offer-search-foot">
        <Button type="primary" htmlType="submit">
          {t('common.search')}
        </Button>
        <MoreFilters isUsed={folded.some((name) => filters[name] !== undefined)}>
          {!isWide && <TimeFields draft={draft} onSet={set} />}
          <SortFields draft={draft} onSet={set} />
          <NearField near={draft.near} within={draft.within} onChange={set} />
          <Checkbox
            checked={draft.forMe === 'true'}
            onChange={(event) => set({ forMe: event.target.checked ? 'true' : undefined })}
          >
            {t('find.forMe')}
          </Checkbox>
        </MoreFilters>
      </div>
      {problem !== null && (
        <Alert type="warning" showIcon role="alert" title={t(`find.problem.${problem as 'incomplete'}`)} />
      )}
    </form>
  );
}

function problemOf(draft: OfferFilters): string | null {
  const { capacity } = draft;
  if (capacity !== undefined && wholeNumberOf(capacity, 1, 1_000_000) === null) return 'capacity';
  return timeProblem(draft);
}

interface FieldsProps {
  readonly draft: OfferFilters;
  readonly onSet: Set;
}

function WhatFields({ draft, onSet }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <label className="labelled">
        <span>{t('find.words')}</span>
        <Input
          type="search"
          value={draft.q ?? ''}
          maxLength={50}
          placeholder={t('find.wordsExample')}
          onChange={(event) => onSet({ q: event.target.value })}
        />
      </label>
      <Labelled text={t('find.thingLabel')}>
        <Choice<LentKind>
          value={draft.thing}
          label={t('find.thingLabel')}
          options={[
            { value: '', label: t('find.everyThing') },
            ...lentKinds.map((value) => ({ value, label: t(`find.thing.${value}`) })),
          ]}
          onChange={(thing) => onSet({ thing })}
        />
      </Labelled>
    </>
  );
}

function TimeFields({ draft, onSet }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="labelled">
          <span>{t(`find.${name}`)}</span>
          <Input
            type="datetime-local"
            value={draft[name] ?? ''}
            onChange={(event) => onSet({ [name]: event.target.value })}
          />
        </label>
      ))}
    </>
  );
}

function SortFields({ draft, onSet }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Labelled text={t('find.kindLabel')}>
        <Choice<OfferKind>
          value={draft.kind}
          label={t('find.kindLabel')}
          options={[
            { value: '', label: t('find.everyKind') },
            ...offerKinds.map((value) => ({ value, label: t(`find.kind.${value}`) })),
          ]}
          onChange={(kind) => onSet({ kind })}
        />
      </Labelled>
      <Labelled text={t('find.useLabel')}>
        <Choice<ResourceFunction>
          value={draft.function}
          label={t('find.useLabel')}
          options={[
            { value: '', label: t('find.everyUse') },
            ...resourceFunctions.map((value) => ({ value, label: t(`activity.function.${value}`) })),
          ]}
          onChange={(value) => onSet({ function: value })}
        />
      </Labelled>
      <Labelled text={t('activity.businessLabel')}>
        <Choice<UnionBusiness>
          value={draft.business}
          label={t('activity.businessLabel')}
          options={[
            { value: '', label: t('activity.everyBusiness') },
            ...unionBusinesses.map((value) => ({ value, label: t(`activity.business.${value}`) })),
          ]}
          onChange={(business) => onSet({ business })}
        />
      </Labelled>
      <label className="labelled">
        <span>{t('find.capacity')}</span>
        <Input
          inputMode="numeric"
          value={draft.capacity ?? ''}
          maxLength={7}
          onChange={(event) => onSet({ capacity: event.target.value.trim() })}
        />
      </label>
    </>
  );
}

/** The choice has a label for screen readers; the text above it is for the eye. */
function Labelled({ text, children }: { readonly text: string; readonly children: React.ReactNode }) {
  return (
    <div className="labelled">
      <span aria-hidden="true">{text}</span>
      {children}
    </div>
  );
}
