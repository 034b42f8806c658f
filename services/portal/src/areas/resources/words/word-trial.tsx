import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { WordGroup } from './words.model.js';

type Trial = components['schemas']['WordTrialView'];

interface WordTrialProps {
  /** The group as it stands in the form. */
  readonly typed: () => Pick<WordGroup, 'word' | 'same' | 'hints' | 'wider' | 'kind'>;
}

/** What a search finds now, and what it would find with the change. */
export function WordTrial({ typed }: WordTrialProps) {
  const { t } = useTranslation();
  const id = useId();
  const [query, setQuery] = useState('');
  const trial = useMutation({
    mutationFn: () => {
      const { word, ...body } = typed();
      return request(
        'post',
        '/word-groups/{word}/try',
        { word, body: { ...body, query: query.trim(), isRemoved: false } },
        {},
      );
    },
  });
  return (
    <form
      className="inner-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (query.trim() !== '') trial.mutate();
      }}
    >
      <h3>{t('words.trial')}</h3>
      <label htmlFor={id}>{t('words.query')}</label>
      <Input
        id={id}
        value={query}
        maxLength={50}
        placeholder={t('words.queryExample')}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className="actions">
        <Button htmlType="submit" loading={trial.isPending}>
          {t('words.try')}
        </Button>
      </div>
      <p className="hint">{t('words.trialHint')}</p>
      {trial.error !== null && <Refusal title={t('words.tryRefused')} error={trial.error} />}
      {trial.data !== undefined && (
        <div className="two-columns" role="status">
          <Found title={t('words.now')} offers={trial.data.now} />
          <Found title={t('words.then')} offers={trial.data.then} />
        </div>
      )}
    </form>
  );
}

function Found({ title, offers }: { readonly title: string; readonly offers: Trial['now'] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {offers.length === 0 ? (
        <p>{t('words.nothing')}</p>
      ) : (
        <ol>
          {offers.map(({ id, title: name }) => (
            <li key={id}>{name}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
