import { useTranslation } from 'react-i18next';
import { EmptyState, LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { reportReaders } from './use-reports.js';
import type { ReactNode } from 'react';

interface OwnUnionProps {
  /** From the address; without it, the first union that one answers for. */
  readonly asked: string | null;
  readonly children: (unionId: string) => ReactNode;
}

/** The union of the numbers: a reader of one union does not have to choose it. */
export function OwnUnion({ asked, children }: OwnUnionProps) {
  const { t } = useTranslation();
  const { isPending } = useMe();
  const { unionIdsOf } = useOffices();
  const unionId = asked ?? unionIdsOf(...reportReaders)[0];
  if (unionId !== undefined) return children(unionId);
  return isPending ? <LoadingState rows={8} /> : <EmptyState text={t('report.notReader')} />;
}
