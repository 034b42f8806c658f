import { useTranslation } from 'react-i18next';
import type { MyInvitation } from './use-efficacy-surveys.js';

/** All that is known of a pooled answer, but on the device that gave it. */
export function TokenTaken({ invitation: { kind, party } }: { readonly invitation: MyInvitation }) {
  const { t } = useTranslation();
  const names = {
    kind: t(`efficacySurvey.kind.${kind}`),
    party: party.kind === 'person' ? t('efficacySurvey.yourself') : party.name,
  };
  return <p>{t('efficacySurvey.tokenTaken', names)}</p>;
}
