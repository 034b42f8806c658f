import { complaintServiceId } from '@gongxiang/domain/complaints';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { OwnList } from '../../../kit/own-list.js';
import { MatterTags } from '../../affairs/matter/matter-tags.js';

/** What the reader has brought to their union, complaints among it, and how far it is. */
export function MyMatters() {
  const { t } = useTranslation();
  const format = useFormat();
  const matters = useList('matter', '/me/matters', {});
  const complain = (
    <Link to={`/services/${complaintServiceId}`} className="back">
      {t('mine.complain')}
    </Link>
  );
  return (
    <OwnList
      id="my-matters"
      title={t('mine.matters')}
      list={matters}
      empty={{ text: t('mine.noMatters'), action: complain }}
      footer={complain}
    >
      {(items) => (
        <ul className="plain-list mine-lines">
          {items.map((matter) => (
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
