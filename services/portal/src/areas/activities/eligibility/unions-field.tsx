import { useTranslation } from 'react-i18next';
import { NamedField, type NamedFieldProps } from '../../../session/named-field.js';

const unionsMax = 50;

/** Any number of unions, each with all below it. */
export function UnionsField(props: NamedFieldProps) {
  const { t } = useTranslation();
  return <NamedField {...props} kind="union" max={unionsMax} label={t('eligibility.addUnion')} />;
}
