import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../../api/use-read.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ErrorState } from '../../../kit/states.js';

interface Difference {
  readonly at: string;
  readonly kept: string;
  readonly again: string;
}

/** Anybody may have the score computed again. */
export function ScoreVerification({ scoreId }: { readonly scoreId: string }) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({
    ...readOf('score', '/scores/{scoreId}/verification', { scoreId }),
    enabled: false,
  });
  const columns = (['at', 'kept', 'again'] as const).map((key): Column<Difference> => ({
    key,
    title: t(`scores.${key}`),
    cell: (one) => <code>{one[key]}</code>,
  }));
  return (
    <section className="card" aria-labelledby="verification-title">
      <h2 id="verification-title">{t('scores.verifyTitle')}</h2>
      <p className="hint">{t('scores.verifyHint')}</p>
      <Button onClick={() => void refetch()} loading={isFetching}>
        {t('scores.verify')}
      </Button>
      <div role="status">
        {data?.isEqual === true && (
          <Alert type="success" showIcon title={t('scores.equal')} className="notice" />
        )}
        {data?.isEqual === false && (
          <Alert
            type="error"
            showIcon
            title={t('scores.different', { number: data.differences.length })}
            className="notice"
          />
        )}
      </div>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.isEqual === false && (
        <DataTable
          caption={t('scores.verifyTitle')}
          columns={columns}
          rows={data.differences}
          rowKey={({ at }) => at}
        />
      )}
    </section>
  );
}
