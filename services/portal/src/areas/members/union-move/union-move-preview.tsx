import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { UnionName } from '../../../session/union-name.js';

type Preview = components['schemas']['UnionMovePreview'];

interface UnionMovePreviewProps {
  readonly unionId: string;
  readonly parentId: string;
}

/** What goes along with a union that moves, and for whom what changes: before it is proposed, and before it is confirmed. */
export function UnionMovePreview({ unionId, parentId }: UnionMovePreviewProps) {
  const { t } = useTranslation();
  const { data, error, isError } = useRead('union', '/unions/{unionId}/move', { unionId, parentId });
  if (isError) return <Refusal title={t('unionMove.refused')} error={error} fields={[]} />;
  if (data === undefined) return <LoadingState rows={6} />;
  const isSame = data.leaves.length + data.joins.length === 0;
  return (
    <section className="notice" aria-labelledby="union-move-title">
      <h3 id="union-move-title">{t('unionMove.title')}</h3>
      {isSame ? <p>{t('unionMove.same')}</p> : <Changes preview={data} />}
    </section>
  );
}

function Changes({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { things, matters, leaves, joins, deciderUnionName } = preview;
  return (
    <dl className="facts">
      <dt>{t('unionMove.along')}</dt>
      <dd>
        {things
          .map(({ thing, count }) => t(`unionMove.thing.${thing}`, { count }))
          .join(t('common.separator'))}
      </dd>
      <dt>{t('unionMove.open')}</dt>
      <dd>
        {matters.length === 0
          ? t('unionMove.nothingOpen')
          : matters
              .map(({ matter, count }) => t(`unionMove.matter.${matter}`, { count }))
              .join(t('common.separator'))}
        {matters.length > 0 && <Hint text={t('unionMove.openHint')} />}
      </dd>
      <Above unions={leaves} title={t('unionMove.leaves')} hint={t('unionMove.leavesHint')} />
      <Above unions={joins} title={t('unionMove.joins')} hint={t('unionMove.joinsHint')} />
      <dt>{t('unionMove.forMembers')}</dt>
      <dd>{t('unionMove.members')}</dd>
      <dt>{t('unionMove.forOfficers')}</dt>
      <dd>
        {t('unionMove.officers')} <SizeClass preview={preview} />
      </dd>
      <dt>{t('unionMove.confirms')}</dt>
      <dd>{t('unionMove.decider', { union: deciderUnionName })}</dd>
    </dl>
  );
}

function Hint({ text }: { readonly text: string }) {
  return (
    <>
      <br />
      <span className="hint">{text}</span>
    </>
  );
}

interface AboveProps {
  readonly unions: Preview['leaves'];
  readonly title: string;
  readonly hint: string;
}

function Above({ unions, title, hint }: AboveProps) {
  const { t } = useTranslation();
  if (unions.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <ul className="plain-list">
          {unions.map(({ unionId, offices }) => (
            <li key={unionId}>
              <UnionName unionId={unionId} />{' '}
              {offices > 0 && <span className="hint">{t('unionMove.offices', { count: offices })}</span>}
            </li>
          ))}
        </ul>
        <span className="hint">{hint}</span>
      </dd>
    </>
  );
}

function SizeClass({ preview: { sizeClassBefore, sizeClassAfter } }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  if (sizeClassBefore === sizeClassAfter) return null;
  const text = (size: Preview['sizeClassAfter']): string =>
    size === null ? t('unionMove.noSizeClass') : t(`party.sizes.${size}`);
  const [before, after] = [text(sizeClassBefore), text(sizeClassAfter)];
  return <>{t('unionMove.sizeClass', { before, after })}</>;
}
