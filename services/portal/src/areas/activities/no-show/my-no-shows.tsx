import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { OwnList } from '../../../kit/own-list.js';

type MyNoShow = components['schemas']['MyNoShowView'];

/** The activities where I had a seat and did not come, with my appeals. A person without no-shows sees nothing. */
export function MyNoShows() {
  const { t } = useTranslation();
  const noShows = useList('noShow', '/me/no-shows', {});
  if (noShows.items?.length === 0) return null;
  return (
    <OwnList
      id="my-no-shows"
      title={t('noShow.mine')}
      hint={t('noShow.mineHint')}
      list={noShows}
      empty={{ text: t('noShow.none') }}
    >
      {(items) => (
        <ul className="plain-list mine-lines">
          {items.map((one) => (
            <NoShowLine key={one.id} one={one} />
          ))}
        </ul>
      )}
    </OwnList>
  );
}

function NoShowLine({ one }: { readonly one: MyNoShow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <div className="mine-head">
        <Link to={`/activities/${one.activityId}`}>{one.activityTitle}</Link>
        <span>{t(`noShow.stateIs.${one.state}`)}</span>
      </div>
      <p>{format.instant(one.occurredAt)}</p>
      {one.appealText !== null && <p>{t('noShow.saidByMe', { text: one.appealText })}</p>}
      {one.decisionReason !== null && <p>{t('noShow.decidedFor', { reason: one.decisionReason })}</p>}
      {one.state === 'counted' && <AppealForm noShowId={one.id} />}
    </li>
  );
}

function AppealForm({ noShowId }: { readonly noShowId: string }) {
  const { t } = useTranslation();
  const appeal = useCommand('noShow', 'post', '/me/no-shows/{noShowId}/appeal');
  return (
    <details className="fold">
      <summary>{t('noShow.appeal')}</summary>
      <CommandForm
        name={`appeal-${noShowId}`}
        command={appeal}
        input={({ text }: { readonly text: string }) => ({ noShowId, body: { text: text.trim() } })}
        submit={t('noShow.send')}
        refused={t('noShow.notSent')}
      >
        <Form.Item
          name="text"
          label={t('noShow.appealText')}
          extra={t('noShow.appealHint')}
          rules={[{ required: true, whitespace: true, message: t('noShow.textRequired') }]}
        >
          <TextArea maxLength={500} rows={3} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
