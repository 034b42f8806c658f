import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { droppable, type Merge, requestOf } from './ticks.model.js';
import type { Tuning } from './use-tuning.js';

/** Ticks what is to go and what is to become one, and starts the next version with the rest. */
export function DraftFromReport({ report }: { readonly report: Tuning }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [drops, setDrops] = useState<ReadonlySet<string>>(new Set());
  const [merges, setMerges] = useState<ReadonlyMap<string, Merge>>(new Map());
  const draft = useCommand('indicatorSystem', 'post', '/tuning-reports/{tuningReportId}/draft');
  const request = requestOf(drops, merges);
  const count = request.drops.length + request.merges.length;
  const start = (): void =>
    draft.mutate(
      { tuningReportId: report.id, body: request },
      { onSuccess: ({ id }) => void navigate(`/indicator-systems/${id}`) },
    );
  return (
    <section className="card" aria-labelledby="draft-title">
      <h2 id="draft-title">{t('tuning.draft.title')}</h2>
      <p className="hint">{t('tuning.draft.hint')}</p>
      <form onSubmit={(event: FormEvent) => event.preventDefault()}>
        <Drops report={report} drops={drops} onChange={setDrops} />
        <Merges report={report} merges={merges} onChange={setMerges} />
        {draft.isError && <Refusal title={t('tuning.draft.refused')} error={draft.error} />}
        <ConfirmButton
          type="primary"
          disabled={count === 0}
          loading={draft.isPending}
          question={t('tuning.draft.question', { count })}
          confirmText={t('tuning.draft.start')}
          onConfirm={start}
        >
          {t('tuning.draft.start')}
        </ConfirmButton>
      </form>
    </section>
  );
}

interface DropsProps {
  readonly report: Tuning;
  readonly drops: ReadonlySet<string>;
  readonly onChange: (drops: ReadonlySet<string>) => void;
}

function Drops({ report, drops, onChange }: DropsProps) {
  const { t } = useTranslation();
  const toggle = (key: string, isTicked: boolean): void => {
    const others = [...drops].filter((one) => one !== key);
    onChange(new Set(isTicked ? [...others, key] : others));
  };
  return (
    <fieldset>
      <legend>{t('tuning.draft.drops')}</legend>
      {droppable(report).map(({ key, name, why }) => (
        <label key={key} className="tick">
          <input
            type="checkbox"
            checked={drops.has(key)}
            onChange={(event) => toggle(key, event.target.checked)}
          />
          <span>{why === null ? name : t('tuning.draft.because', { name, why })}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface MergesProps {
  readonly report: Tuning;
  readonly merges: ReadonlyMap<string, Merge>;
  readonly onChange: (merges: ReadonlyMap<string, Merge>) => void;
}

function Merges({ report, merges, onChange }: MergesProps) {
  const { t } = useTranslation();
  if (report.redundant.length === 0) return null;
  const set = (pair: string, merge: Merge | null): void => {
    const changed = new Map(merges);
    if (merge === null) changed.delete(pair);
    else changed.set(pair, merge);
    onChange(changed);
  };
  return (
    <fieldset>
      <legend>{t('tuning.draft.merges')}</legend>
      {report.redundant.map(({ firstKey: keep, secondKey: drop, firstName, secondName }) => {
        const pair = `${keep} ${drop}`;
        const merge = merges.get(pair);
        return (
          <div key={pair}>
            <label className="tick">
              <input
                type="checkbox"
                checked={merge !== undefined}
                onChange={(event) => set(pair, event.target.checked ? { keep, drop, name: firstName } : null)}
              />
              <span>{t('tuning.draft.merge', { first: firstName, second: secondName })}</span>
            </label>
            {merge !== undefined && (
              <label>
                <span>{t('tuning.draft.name')}</span>
                <Input
                  value={merge.name}
                  maxLength={100}
                  onChange={(event) => set(pair, { ...merge, name: event.target.value })}
                />
              </label>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
