import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Refusal } from '../../../kit/states.js';
import type { RegistrationView } from './registration.model.js';
import { useAcceptOffer } from './use-registration.js';

interface OfferProps {
  readonly registration: RegistrationView;
  readonly timeZone: string;
}

/** Until when an offered seat can be accepted, and what happens then; or what to do after the offer has expired. */
export function Offer({ registration, timeZone }: OfferProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { state, offerExpiresAt } = registration;
  if (offerExpiresAt === null) return null;
  const time = format.instant(offerExpiresAt);
  const isOver = state === 'expired';
  return (
    <>
      <li>
        {isOver ? (
          t('registration.expiredAt', { time })
        ) : (
          <strong>{t('registration.offerUntil', { time })}</strong>
        )}
      </li>
      <li>{t(isOver ? 'registration.expiredHint' : 'registration.offerThen')}</li>
    </>
  );
}

interface AcceptButtonProps {
  readonly activityId: string;
  readonly registration: RegistrationView;
}

export function AcceptButton({ activityId, registration }: AcceptButtonProps) {
  const { t } = useTranslation();
  const accept = useAcceptOffer(activityId);
  return (
    <>
      {accept.isError && <Refusal title={t('registration.accepting')} error={accept.error} />}
      <Button type="primary" block loading={accept.isPending} onClick={() => accept.mutate(registration)}>
        {t('registration.accept')}
      </Button>
    </>
  );
}
