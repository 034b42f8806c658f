import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import type { Activity } from './use-activities.js';

export function useExportColumns(): ExportColumn<Activity>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { title: t('activity.titleLabel'), text: ({ title }) => title },
    { title: t('activity.stateLabel'), text: ({ state }) => t(`activity.state.${state}`) },
    { title: t('activity.phaseLabel'), text: ({ phase }) => t(`activity.phase.${phase}`) },
    { title: t('activity.kindLabel'), text: ({ kind }) => t(`activity.kind.${kind}`) },
    { title: t('activity.functionLabel'), text: (one) => t(`activity.function.${one.function}`) },
    { title: t('activity.businessLabel'), text: ({ business }) => t(`activity.business.${business}`) },
    { title: t('activity.organiser'), text: ({ organiser }) => organiser.name },
    { title: t('activity.time'), text: (one) => format.period(one.startsAt, one.endsAt) },
    { title: t('activity.venue'), text: ({ venue }) => venue ?? '' },
  ];
}
