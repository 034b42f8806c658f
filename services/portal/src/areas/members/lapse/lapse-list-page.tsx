import '../../../kit/styles/list-page.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { type ItemAt, useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ListPage } from '../../../kit/list-page.js';
import { Refusal } from '../../../kit/states.js';
import { MemberName } from '../../../session/member-name.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { today } from '../dues/dues-form.js';

type Lapse = ItemAt<'/lapses'>;

/** Members of a union who for six months have paid no dues and taken no part: they are warned before it is decided. */
export function LapseListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { unionIdsOf } = useOffices();
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? unionIdsOf('officer')[0];
  const list = useList('lapse', '/lapses', union === undefined ? undefined : { union });
  const day = (date: string | null): string => (date === null ? t('lapse.never') : format.date(date));
  return (
    <ListPage
      title={t('lapse.title')}
      back={union === undefined ? '/dues' : `/dues?union=${union}`}
      intro={<p className="hint">{t('lapse.hint')}</p>}
      filters={
        <UnionPicker
          label={t('lapse.union')}
          none={t('lapse.chooseUnion')}
          roles={['officer']}
          {...(union === undefined ? {} : { value: union })}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { union: chosen })}
        />
      }
      list={list}
      empty={{
        text: t('lapse.empty'),
        action: <Link to={union === undefined ? '/dues' : `/dues?union=${union}`}>{t('lapse.toDues')}</Link>,
      }}
      table={{
        rowKey: ({ memberId }) => memberId,
        columns: [
          {
            key: 'member',
            title: t('lapse.member'),
            cell: ({ memberId, personId, memberName }) => (
              <Link to={`/members/${memberId}`} className="cell-link">
                <MemberName personId={personId} mask={memberName} />
              </Link>
            ),
          },
          {
            key: 'months',
            title: t('lapse.monthsUnpaid'),
            isNumber: true,
            cell: ({ monthsUnpaid }) => format.number(monthsUnpaid),
            order: ({ monthsUnpaid }) => monthsUnpaid,
          },
          { key: 'paid', title: t('lapse.lastPaid'), cell: ({ lastPaidOn }) => day(lastPaidOn) },
          { key: 'part', title: t('lapse.lastPart'), cell: ({ lastPartOn }) => day(lastPartOn) },
          { key: 'warning', title: t('lapse.warning'), cell: (lapse) => <WarningCell lapse={lapse} /> },
          { key: 'acts', title: t('lapse.acts'), cell: (lapse) => <Acts lapse={lapse} /> },
        ],
      }}
      exported={{
        name: t('lapse.title'),
        columns: [
          { title: t('lapse.member'), text: ({ memberName }) => memberName },
          { title: t('lapse.monthsUnpaid'), text: ({ monthsUnpaid }) => String(monthsUnpaid) },
          { title: t('lapse.lastPaid'), kind: 'day', text: ({ lastPaidOn }) => lastPaidOn ?? '' },
          { title: t('lapse.lastPart'), kind: 'day', text: ({ lastPartOn }) => lastPartOn ?? '' },
        ],
      }}
    />
  );
}

/** How far it has come, and what the member says. */
function WarningCell({ lapse: { warning } }: { readonly lapse: Lapse }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (warning === null) return t('lapse.notWarned');
  const { warnedAt, endableFrom, mended, answer } = warning;
  return (
    <>
      <p>{t('lapse.warned', { time: format.instant(warnedAt) })}</p>
      <p>{mended ? t('lapse.mended') : t('lapse.endableFrom', { day: format.date(endableFrom) })}</p>
      {answer !== null && <p>{t('lapse.answered', { answer })}</p>}
    </>
  );
}

function Acts({ lapse }: { readonly lapse: Lapse }) {
  const { t } = useTranslation();
  const { memberId, warning } = lapse;
  if (warning === null) return <Warn lapse={lapse} />;
  const isEndable = !warning.mended && warning.endableFrom <= today();
  return (
    <>
      {warning.mended && lapse.isDue && <Warn lapse={lapse} />}
      <Withdraw warning={warning} />
      {isEndable && <Link to={`/members/${memberId}#end`}>{t('lapse.end')}</Link>}
    </>
  );
}

function Warn({ lapse: { memberId, memberName } }: { readonly lapse: Lapse }) {
  const { t } = useTranslation();
  const warn = useCommand('lapse', 'post', '/members/{memberId}/lapse-warnings');
  return (
    <>
      {warn.isError && <Refusal title={t('lapse.refused')} error={warn.error} />}
      <ConfirmButton
        loading={warn.isPending}
        question={t('lapse.warnQuestion', { name: memberName })}
        confirmText={t('lapse.warn')}
        onConfirm={() => warn.mutate({ memberId })}
      >
        {t('lapse.warn')}
      </ConfirmButton>
    </>
  );
}

function Withdraw({ warning: { id, version } }: { readonly warning: NonNullable<Lapse['warning']> }) {
  const { t } = useTranslation();
  const withdraw = useCommand('lapse', 'post', '/lapse-warnings/{warningId}/withdraw');
  return (
    <>
      {withdraw.isError && <Refusal title={t('lapse.refused')} error={withdraw.error} />}
      <ConfirmButton
        loading={withdraw.isPending}
        question={t('lapse.withdrawQuestion')}
        confirmText={t('lapse.withdraw')}
        onConfirm={() => withdraw.mutate({ warningId: id, version })}
      >
        {t('lapse.withdraw')}
      </ConfirmButton>
    </>
  );
}
