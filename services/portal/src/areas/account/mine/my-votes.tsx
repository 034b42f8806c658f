import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { OwnList } from '../../../kit/own-list.js';
import { useSentHere } from '../../evaluation/survey/use-sent-here.js';

/** Open votes in which the reader may take part. Whether they have voted is known to the browser that sent it alone. */
export function MyVotes() {
  const { t } = useTranslation();
  const format = useFormat();
  const votes = useList('vote', '/me/votes', {});
  const wasSent = useSentHere();
  return (
    <OwnList id="my-votes" title={t('mine.votes')} list={votes} empty={{ text: t('mine.noVotes') }}>
      {(items) => {
        const waiting = items.filter(({ id }) => !wasSent(id));
        const sent = items.filter(({ id }) => wasSent(id));
        return (
          <>
            {waiting.length === 0 && <p>{t('mine.noVotes')}</p>}
            <ul className="plain-list mine-lines">
              {waiting.map((vote) => (
                <li key={vote.id}>
                  <Link to={`/votes/${vote.id}`}>{vote.title}</Link>
                  <p>
                    {vote.unionName} {t('mine.surveyCloses', { time: format.instant(vote.closesAt) })}
                  </p>
                  {vote.tokenIssued && <p className="hint">{t('mine.voteBegun')}</p>}
                </li>
              ))}
            </ul>
            {sent.length > 0 && (
              <p className="hint">
                {t('mine.voteSent', { titles: sent.map(({ title }) => title).join(t('common.separator')) })}
              </p>
            )}
          </>
        );
      }}
    </OwnList>
  );
}
