import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import { Choice } from '../../shell/choice.js';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { ErrorState, Refusal } from '../../shell/states.js';
import type { Intake } from './intake.model.js';
import { useRouteIntake } from './use-intake.js';
import { Input } from '../../shell/input.js';

const foundMax = 20;

/** Hands it to another union, which then answers within the same deadline. */
export function RouteForm({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const route = useRouteIntake();
  const [unionId, setUnionId] = useState<string>();
  const submit = (): void => {
    if (unionId === undefined) return;
    const seen = { id: entry.id, version: entry.version };
    // The officer may no longer see it once it is with another union.
    route.mutate({ seen, unionId }, { onSuccess: () => void navigate('/intake?state=open') });
  };
  return (
    <section className="card" aria-labelledby="route-title">
      <h2 id="route-title">{t('intake.route')}</h2>
      <p className="hint">{t('intake.routeHint')}</p>
      <UnionChoice present={entry.unionId} value={unionId} onChange={setUnionId} />
      {route.isError && <Refusal title={t('intake.routeRefused')} error={route.error} />}
      <ConfirmButton
        disabled={unionId === undefined}
        loading={route.isPending}
        question={t('intake.routeQuestion')}
        confirmText={t('intake.routeYes')}
        onConfirm={submit}
      >
        {t('intake.routeYes')}
      </ConfirmButton>
    </section>
  );
}

interface UnionChoiceProps {
  /** The union that has it now: no choice. */
  readonly present: string;
  readonly value: string | undefined;
  readonly onChange: (unionId: string | undefined) => void;
}

/** A union found by its name. */
function UnionChoice({ present, value, onChange }: UnionChoiceProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [q, setQ] = useState<string | null>(null);
  const found = useFoundUnions(q);
  const search = (event: FormEvent): void => {
    event.preventDefault();
    onChange(undefined);
    setQ(text.trim());
  };
  const unions = (found.data?.items ?? []).filter(({ id, active }) => active && id !== present);
  return (
    <>
      <form role="search" className="found-unions" onSubmit={search}>
        <Input
          type="search"
          value={text}
          maxLength={100}
          aria-label={t('intake.findUnion')}
          placeholder={t('intake.findUnion')}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" loading={found.isFetching}>
          {t('common.search')}
        </Button>
      </form>
      {found.error !== null && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && unions.length === 0 && <p role="status">{t('intake.noUnionFound')}</p>}
      {unions.length > 0 && (
        <div className="notice">
          <Choice<string>
            label={t('intake.toUnion')}
            {...(value === undefined ? {} : { value })}
            options={[
              { value: '', label: t('intake.toUnion') },
              ...unions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={onChange}
          />
        </div>
      )}
    </>
  );
}

/** Unions with a name like this; none are asked for as long as nobody searches. */
function useFoundUnions(q: string | null) {
  return useQuery({
    queryKey: ['union', 'found', q],
    enabled: q !== null,
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/unions', { params: { query: { limit: foundMax, ...(q ? { q } : {}) } }, signal }),
      ),
  });
}
