import { useMutation } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Refusal } from '../../../kit/states.js';
import { brokenPlaceOf, type Service, type Verdict } from './audit.model.js';

/** Has the platform compute the whole chain of a service again, which it does only on demand. */
export function useVerification() {
  return useMutation({
    mutationFn: (service: Service) => request('get', '/audit/verification', { service }, {}),
  });
}

interface VerificationProps {
  readonly verification: ReturnType<typeof useVerification>;
  /** The one that is looked at: what was found of another is not shown beside it. */
  readonly service: Service;
}

/** Whether anybody changed the trail, once that was asked for. */
export function Verification({ verification, service }: VerificationProps) {
  const { t } = useTranslation();
  const { variables, isPending, data, error } = verification;
  const isOfThis = variables === service;
  return (
    <>
      <div role="status" aria-live="polite" className="verdict">
        {isOfThis && isPending && <p>{t('audit.verifying')}</p>}
        {isOfThis && data !== undefined && <VerdictText verdict={data} />}
      </div>
      {isOfThis && error !== null && <Refusal title={t('audit.verifyRefused')} error={error} />}
    </>
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
