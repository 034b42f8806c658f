import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Refusal } from '../../../kit/states.js';
import { brokenPlaceOf, type Service, type Verdict } from './audit.model.js';

/** Has the platform compute the whole chain again, which it does only on demand, and says whether anybody changed the trail. */
export function VerifySection({ service }: { readonly service: Service }) {
  const { t } = useTranslation();
  const verification = useMutation({
    mutationFn: () => request('get', '/audit/verification', { service }, {}),
  });
  return (
    <section className="card" aria-labelledby="verify-title">
      <h2 id="verify-title">{t('audit.verifyTitle')}</h2>
      <div role="status" aria-live="polite" className="verdict">
        {verification.isPending && <p>{t('audit.verifying')}</p>}
        {verification.data !== undefined && <VerdictText verdict={verification.data} />}
      </div>
      {verification.isError && <Refusal title={t('audit.verifyRefused')} error={verification.error} />}
      <Button loading={verification.isPending} onClick={() => verification.mutate()}>
        {t('audit.verify')}
      </Button>
    </section>
  );
}

function VerdictText({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { intact, sealedRows, unsealedRows, broken, roundRows, roundEndedAt } = verdict;
  const rest = unsealedRows === 0 ? t('audit.allSealed') : t('audit.unsealed', { count: unsealedRows });
  return (
    <Alert
      type={intact ? 'success' : 'error'}
      showIcon
      className="notice"
      title={t(intact ? 'audit.intact' : 'audit.tampered', { sealed: sealedRows })}
      description={
        <>
          {broken !== null && <BrokenText broken={broken} />}
          <p>{rest}</p>
          {roundEndedAt !== null && roundRows > sealedRows && (
            <p>{t('audit.round', { rows: roundRows, time: format.instant(roundEndedAt) })}</p>
          )}
        </>
      }
    />
  );
}

function BrokenText({ broken }: { readonly broken: string }) {
  const { t } = useTranslation();
  const place = brokenPlaceOf(broken);
  if (place === 'gone') return <p>{t('audit.brokenGone')}</p>;
  if ('seal' in place) return <p>{t('audit.brokenSeal', { seal: `${place.seal}` })}</p>;
  return <p>{t('audit.brokenRecord', { reference: place.record })}</p>;
}
