import { complaintServiceId } from '@gongxiang/domain/complaints';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { OwnList } from '../../../kit/own-list.js';
import { byTurn } from '../../affairs/matter/matter.model.js';
import { MatterTags } from '../../affairs/matter/matter-tags.js';

/** So many stand here, those first that wait for the reader; all of them stand on their own page. */
const shownMax = 3;

/** What the reader has brought to their union, complaints among it, and how far it is. */
export function MyMatters() {
  const { t } = useTranslation();
  const format = useFormat();
  const matters = useList('matter', '/me/matters', {});
  const hasMore = (matters.items?.length ?? 0) > shownMax || matters.hasNextPage;
  const complain = (
    <Link to={`/services/${complaintServiceId}`} className="back">
      {t('mine.complain')}
    </Link>
  );
  return (
    <OwnList
      id="my-matters"
      title={t('mine.matters')}
      list={{ ...matters, hasNextPage: false }}
      empty={{ text: t('mine.noMatters'), action: complain }}
      footer={
        <p>
          {hasMore && (
            <Link to="/my-matters" className="back">
              {t('mine.allMatters')}
            </Link>
          )}{' '}
          {complain}
        </p>
      }
    >
      {(items) => (
        <ul className="plain-list mine-lines">
          {byTurn(items)
            .slice(0, shownMax)
            .map((matter) => (
              <li key={matter.id}>
                <div className="mine-head">
                  <Link to={`/matters/${matter.id}`}>{matter.serviceName}</Link>
                  <MatterTags matter={matter} />
                </div>
                <p className="hint">{format.instant(matter.sentAt)}</p>
              </li>
            ))}
        </ul>
      )}
    </OwnList>
  );
}
