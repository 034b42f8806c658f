import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ListPage } from '../../../kit/list-page.js';
import { useMatterColumns } from './matter-columns.js';

/** What I have brought to my union, the newest first. */
export function MyMattersPage() {
  const { t } = useTranslation();
  return (
    <ListPage
      title={t('matter.mineTitle')}
      back="/my"
      actions={
        <>
          <ButtonLink to="/services">{t('matter.bringAnother')}</ButtonLink>
          <ButtonLink to="/my-occasions" isPlain>
            {t('matter.tellOccasion')}
          </ButtonLink>
        </>
      }
      list={useList('matter', '/me/matters', {})}
      empty={{ text: t('matter.noneMine') }}
      table={{ columns: useMatterColumns('person'), rowKey: ({ id }) => id }}
    />
  );
}
