import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import type { StudioProps } from './methods-section.js';
import { useWhatIf, type WhatIf } from './use-studio.js';
import { type Changes, moveOf, roomFor, wholeParts, withChange } from './what-if.model.js';

type Subject = WhatIf['subjects'][number];
const restMs = 200;

/** Weights moved beside those in force, and what becomes of every rank. Nothing is saved. */
export function WhatIfSection({ version, names }: StudioProps) {
  const { t } = useTranslation();
  const [changes, setChanges] = useState<Changes>([]);
  const { data, error } = useWhatIf(version.id, useDebounced(changes, restMs));
  const keys = version.indicators.map(({ key }) => key);
  return (
    <section className="card" aria-labelledby="what-if-title">
      <h2 id="what-if-title">{t('studio.whatIf')}</h2>
      <p className="hint">{t('studio.whatIfHint')}</p>
      {error !== null && <Refusal title={t('studio.refused')} error={error} />}
      {data === undefined ? (
        <LoadingState rows={6} />
      ) : (
        <>
          <ul className="plain-list what-if-weights">
            {data.weights.map(({ key, before, after }) => (
              <WeightSlider
                key={key}
                name={names.get(key) ?? key}
                before={before}
                after={changes.find((one) => one.key === key)?.weight ?? after}
                room={roomFor(changes, key)}
                isSet={changes.some((one) => one.key === key)}
                onChange={(weight) => setChanges(withChange(changes, { key, weight }, keys))}
              />
            ))}
          </ul>
          <div className="actions">
            <Button disabled={changes.length === 0} onClick={() => setChanges([])}>
              {t('studio.reset')}
            </Button>
          </div>
          <Ranks subjects={data.subjects} />
        </>
      )}
    </section>
  );
}

interface WeightSliderProps {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** The greatest share that it may be given. */
  readonly room: number;
  readonly isSet: boolean;
  readonly onChange: (weight: number) => void;
}

function WeightSlider({ name, before, after, room, isSet, onChange }: WeightSliderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  return (
    <li>
      <label htmlFor={id}>{t('studio.whatIfOf', { name })}</label>
      <span className="is-number">
        {format.share(after)} {isSet && <span className="tag">{t('studio.fix')}</span>}
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={wholeParts}
        step={5}
        value={Math.round(after * wholeParts)}
        aria-valuetext={format.share(after)}
        onChange={(event) => onChange(Math.min(room, Number(event.target.value) / wholeParts))}
      />
      <span className="hint">{t('studio.before', { share: format.share(before) })}</span>
    </li>
  );
}

function Ranks({ subjects }: { readonly subjects: readonly Subject[] }) {
  const { t } = useTranslation();
  const columns = useColumns();
  if (subjects.length === 0) return <p className="hint">{t('studio.none')}</p>;
  const changed = subjects.filter((subject) => moveOf(subject).kind !== 'same').length;
  return (
    <>
      <p role="status" aria-live="polite">
        {t('studio.changed', { count: changed })}
      </p>
      <DataTable
        caption={t('studio.whatIf')}
        columns={columns}
        rows={subjects}
        rowKey={({ subjectId }) => subjectId}
      />
      <ExportButton
        fileName={t('studio.whatIf')}
        columns={[
          { title: t('studio.subject'), text: ({ name }) => name },
          { title: t('studio.rankNow'), text: ({ rank }) => String(rank) },
          { title: t('studio.rankThen'), text: ({ rankAfter }) => String(rankAfter ?? '') },
          { title: t('studio.scoreNow'), text: ({ score }) => String(score) },
          { title: t('studio.scoreThen'), text: ({ scoreAfter }) => String(scoreAfter ?? '') },
        ]}
        fetchPage={async () => ({ items: subjects, nextCursor: null })}
      />
    </>
  );
}

const signs = { up: '▲', down: '▼', same: '＝', unscored: '—' } as const;

function useColumns(): readonly Column<Subject>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const scoreOf = (score: number | null): string =>
    score === null ? t('studio.unscored') : format.number(Number(score.toFixed(2)));
  return [
    { key: 'name', title: t('studio.subject'), cell: ({ name }) => name },
    { key: 'rank', title: t('studio.rankNow'), isNumber: true, cell: ({ rank }) => rank },
    {
      key: 'rankAfter',
      title: t('studio.rankThen'),
      isNumber: true,
      cell: (subject) => {
        const { kind, places } = moveOf(subject);
        const text =
          kind === 'up' || kind === 'down' ? t(`studio.${kind}`, { count: places }) : t(`studio.${kind}`);
        return (
          <>
            {subject.rankAfter ?? ''}{' '}
            <span className={`move is-${kind}`}>
              <span aria-hidden="true">{signs[kind]}</span> {text}
            </span>
          </>
        );
      },
    },
    { key: 'score', title: t('studio.scoreNow'), isNumber: true, cell: ({ score }) => scoreOf(score) },
    {
      key: 'scoreAfter',
      title: t('studio.scoreThen'),
      isNumber: true,
      cell: ({ scoreAfter }) => scoreOf(scoreAfter),
    },
  ];
}
