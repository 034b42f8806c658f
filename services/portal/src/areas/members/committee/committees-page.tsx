import '../../../kit/styles/ledger.css';
import './committee.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { UnionName } from '../../../session/union-name.js';
import { type Committee, SeatName } from './committee-parts.js';

const FileElection = lazyPart('FileElection', () => import('./file-election.js'), { rows: 6 });
const FileByElection = lazyPart('FileByElection', () => import('./file-by-election.js'), { rows: 6 });

/** The committees of a union that are in office, and the forms by which what comes next is filed. */
export function CommitteesPage() {
  const { t } = useTranslation();
  const { unionId = '' } = useParams();
  const committees = useRead('committee', '/unions/{unionId}/committees', { unionId });
  const [isFiling, setFiling] = useState(false);
  return (
    <>
      <PageHead title={t('committee.title')} back={`/unions/${unionId}`} />
      <p>
        <UnionName unionId={unionId} />
      </p>
      <p className="hint">{t('committee.hint')}</p>
      <Loaded query={committees}>
        {({ items, mayFile }) => (
          <>
            {mayFile && (
              <div className="actions notice">
                <Button type="primary" aria-expanded={isFiling} onClick={() => setFiling(!isFiling)}>
                  {t('committee.fileTerm')}
                </Button>
                <ButtonLink to={`/committee-elections?union=${unionId}`} isPlain>
                  {t('committee.elections')}
                </ButtonLink>
              </div>
            )}
            {isFiling && <FileElection unionId={unionId} onClose={() => setFiling(false)} />}
            {items.length === 0 && <p className="card">{t('committee.none')}</p>}
            {items.map((one) => (
              <OneCommittee key={one.id} committee={one} mayFile={mayFile} />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

interface OneCommitteeProps {
  readonly committee: Committee;
  readonly mayFile: boolean;
}

function OneCommittee({ committee, mayFile }: OneCommitteeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, kind, fromDay, toDay, ending, approvalNumber, seats } = committee;
  const [seatId, setSeatId] = useState<string | null>(null);
  const chosen = seats.find((seat) => seat.id === seatId);
  return (
    <section className="card" aria-labelledby={`committee-${kind}`}>
      <h2 id={`committee-${kind}`}>{t(`committee.kinds.${kind}`)}</h2>
      <p>
        {t('committee.term', { from: format.date(fromDay), to: format.date(toDay) })}{' '}
        {ending && <span className="tag is-waiting">{t('committee.ending')}</span>}
      </p>
      {approvalNumber !== null && (
        <p className="hint">{t('committee.approvedBy', { number: approvalNumber })}</p>
      )}
      <ul className="plain-list">
        {seats.map((seat) => (
          <li key={seat.id} className="actions committee-seat">
            <span>
              {t(`committee.offices.${seat.office}`)} <SeatName seat={seat} />
            </span>
            {mayFile && (
              <Button
                aria-label={t('committee.byElectionOf', {
                  office: t(`committee.offices.${seat.office}`),
                  name: seat.name ?? t('committee.vacant'),
                })}
                aria-expanded={seat.id === seatId}
                onClick={() => setSeatId(seat.id === seatId ? null : seat.id)}
              >
                {t('committee.fileBy')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {chosen !== undefined && (
        <FileByElection committeeId={id} seat={chosen} onClose={() => setSeatId(null)} />
      )}
    </section>
  );
}
