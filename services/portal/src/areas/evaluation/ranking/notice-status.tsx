import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { timeLeft } from './notice-days.model.js';
import type { Ranking } from './ranking.model.js';

const kinds = {
  draft: 'info',
  notice: 'info',
  revising: 'warning',
  final: 'success',
  superseded: 'warning',
  withdrawn: 'warning',
} as const;

/** The state of a ranking, and what it means for its readers. */
export function NoticeStatus({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const { state, revisedById, revisionOfId, scoresRevised } = ranking;
  const pending = (['draft', 'notice', 'revising', 'final'] as const).find((one) => one === state);
  return (
    <>
      <Alert
        type={kinds[state]}
        showIcon
        role="status"
        className="notice"
        title={t(`rankingLife.stateTitle.${state}`)}
        description={<Said ranking={ranking} />}
      />
      {scoresRevised && pending !== undefined && (
        <Alert
          type="warning"
          showIcon
          role="status"
          className="notice"
          title={t('rankingLife.scoresRevised')}
          description={t(`rankingLife.scoresRevisedHint.${pending}`)}
        />
      )}
      {revisedById !== null && (
        <p>
          <Link to={`/rankings/${revisedById}`}>{t('rankingLife.toRevision')}</Link>
        </p>
      )}
      {revisionOfId !== null && (
        <p>
          <Link to={`/rankings/${revisionOfId}`}>{t('rankingLife.toEarlier')}</Link>
        </p>
      )}
    </>
  );
}

function Said({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { state, noticeEndsAt, finalisedAt, openAppeals, reason } = ranking;
  if (state === 'notice' && noticeEndsAt !== null) {
    const left = timeLeft(noticeEndsAt, new Date());
    return (
      <>
        <p>{t('rankingLife.noticeUntil', { at: instant(noticeEndsAt) })}</p>
        {left !== null && <p>{t('rankingLife.timeLeft', left)}</p>}
        {openAppeals > 0 && <p>{t('rankingLife.openAppeals', { count: openAppeals })}</p>}
      </>
    );
  }
  if (state === 'final' && finalisedAt !== null)
    return <p>{t('rankingLife.finalSince', { at: instant(finalisedAt) })}</p>;
  if (state === 'withdrawn') return <p>{t('rankingLife.reasonIs', { reason })}</p>;
  return <p>{t(`rankingLife.stateHint.${state}`)}</p>;
}
