import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { OwnList } from '../../../kit/own-list.js';

/** The groups that I lead. Whoever leads none sees nothing. */
export function MyGroups() {
  const { t } = useTranslation();
  const groups = useList('group', '/me/groups', {});
  if (groups.items === undefined || groups.items.length === 0) return null;
  return (
    <OwnList id="my-groups" title={t('group.led')} list={groups} empty={{ text: t('group.empty') }}>
      {(items) => (
        <ul className="plain-list mine-lines">
          {items.map(({ id, name, unionName, members }) => (
            <li key={id}>
              <div className="mine-head">
                <Link to={`/groups/${id}`}>{name}</Link>
                <span>{t('group.people', { count: members })}</span>
              </div>
              <p>{unionName}</p>
            </li>
          ))}
        </ul>
      )}
    </OwnList>
  );
}
