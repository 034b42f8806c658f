import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { MenuFold } from '../../../kit/menu-fold.js';
import { Refusal } from '../../../kit/states.js';
import type { Ranking } from './ranking.model.js';

const formats = ['xlsx', 'csv', 'json'] as const;

/** A ranking can be computed again, here or elsewhere. */
export function ProofSection({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  // Computed only when it is asked for, as it takes time.
  const verify = useMutation({
    mutationFn: () => request('get', '/rankings/{rankingId}/verification', { rankingId: ranking.id }, {}),
  });
  const found = verify.data;
  return (
    <section className="card" aria-labelledby="proof-title">
      <h2 id="proof-title">{t('rankingLife.proof')}</h2>
      <p className="hint">{t('rankingLife.proofHint')}</p>
      <p className="ranking-hash">
        <code>{ranking.hash}</code>
      </p>
      <div className="actions">
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('rankingLife.verify')}
        </Button>
        <MenuFold label={t('common.export')}>
          <FileButtons
            refused={t('rankingLife.noFile')}
            files={formats.map((format) => ({
              label: t('rankingLife.file', { format: format.toUpperCase() }),
              path: `/api/v1/rankings/${ranking.id}/file?as=${format}`,
              name: `${ranking.title}.${format}`,
            }))}
          />
        </MenuFold>
      </div>
      {found !== undefined && (
        <Alert
          type={found.equal ? 'success' : 'error'}
          showIcon
          role="status"
          title={t(found.equal ? 'rankingLife.equal' : 'rankingLife.unequal')}
          description={t('rankingLife.verified', {
            scores: found.scores,
            differing: found.scoresDiffering,
            places: found.placesDiffering,
          })}
        />
      )}
      {verify.isError && <Refusal title={t('rankingLife.notVerified')} error={verify.error} />}
    </section>
  );
}
