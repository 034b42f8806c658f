import { Button, Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { Refusal } from '../../../kit/states.js';
import { AcceptConditions } from '../resource-profile/accept-conditions.js';
import { LentField } from '../stock/lent-field.js';
import { lentQuantityOf } from '../stock/lent-quantity.js';
import type { Span } from '../resource/availability.js';
import {
  atForm,
  bodyOf,
  type BorrowForm,
  borrowFields,
  type BorrowOrigin,
  spanOf,
  wishOf,
} from './borrow.js';
import { BusinessField } from '../resource/business-field.js';
import { FreeNear } from '../resource/free-near.js';
import { HoldNotice } from './hold-notice.js';
import { LoanTimes } from './loan-times.js';
import { PartyField } from '../../../session/party-field.js';
import type { Resource } from '../resource/resource-filters.js';
import { RightSummary } from '../resource/right-summary.js';
import { useIsKeeper, useParts } from '../resource/use-resource.js';
import { useHold } from './use-hold.js';
import { useRight } from '../resource/use-right.js';
import { TextArea } from '../../../kit/input.js';

interface BorrowFormProps {
  readonly resource: Resource;
  /** The values of the fields; the calendar shows their times too. */
  readonly values: BorrowForm;
  readonly origin: BorrowOrigin;
  /** The person is filling in the form: the chosen time is held for them. */
  readonly isFilling: boolean;
  readonly onValues: (changed: unknown, values: BorrowForm) => void;
  readonly onChoose: (span: Span) => void;
  readonly onSent: () => void;
}

/** Requests a loan: when, for which union, what for. A refusal says why, and which times are free. */
export function BorrowFormCard(props: BorrowFormProps) {
  const { resource, values, origin, isFilling, onValues, onSent } = props;
  const { t } = useTranslation();
  const heading = useHeadingInSight();
  const [form] = Form.useForm<BorrowForm>();
  const [initial] = useState(values);
  const { hold, token, used, again } = useHold(isFilling ? wishOf(values) : null);
  const sent = (): void => {
    used();
    onSent();
  };
  const { request, submit } = useBorrowing(form, { origin, token, onSent: sent, onHoldLost: again });
  const { startsAt, endsAt } = values;
  useEffect(() => form.setFieldsValue({ startsAt, endsAt }), [form, startsAt, endsAt]);
  return (
    <section className="card borrow-form" aria-labelledby="borrow-title">
      <h2 id="borrow-title" ref={heading} tabIndex={-1}>
        {t('resource.borrow.title')}
      </h2>
      {origin.needId !== null && <p className="hint">{t('resource.borrow.forNeed')}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={request.isPending}
        initialValues={initial}
        onValuesChange={onValues}
        onFinish={(filled) => void submit(filled)}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <UnitField resource={resource} />
        <LentField resource={resource} />
        <LoanTimes />
        <WhoAndWhy />
        <HoldNotice hold={hold} onAgain={again} />
        <Terms resource={resource} values={values} />
        {request.isError && <WhyNot {...props} error={request.error} onRetry={request.reset} />}
        <Button type="primary" htmlType="submit" loading={request.isPending} block>
          {t('resource.borrow.submit')}
        </Button>
      </Form>
    </section>
  );
}

/**
 * Whoever comes to borrow finds the form in sight. Its heading has the focus: a field would open the keyboard of a phone,
 * over the time that was chosen.
 */
function useHeadingInSight() {
  const { hash } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hash !== atForm || heading.current === null) return;
    heading.current.focus({ preventScroll: true });
    heading.current.scrollIntoView({ block: 'start' });
  }, [hash]);
  return heading;
}

/** Sends the request and goes to the loan; a refusal is shown at its field. */
function useBorrowing(
  form: FormInstance<BorrowForm>,
  {
    origin,
    token,
    onSent,
    onHoldLost,
  }: Pick<BorrowFormProps, 'origin' | 'onSent'> & {
    readonly token: () => Promise<string | null>;
    readonly onHoldLost: () => void;
  },
) {
  const navigate = useNavigate();
  const request = useCommand('loan', 'post', '/loans');
  const refresh = useRefresh('resource');
  const submit = async (filled: BorrowForm): Promise<void> => {
    const body = bodyOf(filled, origin);
    if (body === null) return;
    const holdToken = await token();
    request.mutate(
      { body: holdToken === null ? body : { ...body, holdToken } },
      {
        onSuccess: ({ id }) => {
          onSent();
          void navigate(`/loans/${id}`);
        },
        onError: (error) => {
          showErrors(form, error, borrowFields);
          // Another page of the same person has chosen another time, or the hold has expired.
          if (error instanceof ProblemError && /^HOLD_/.test(error.problem.code)) onHoldLost();
          // Other conditions are in force by now: the form shows them before the next request.
          if (error instanceof ProblemError && error.problem.code === 'CONDITIONS_CHANGED') refresh();
        },
      },
    );
  };
  return { request, submit };
}

interface WhyNotProps extends Pick<BorrowFormProps, 'resource' | 'values' | 'onChoose'> {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** Why the loan was refused, and what can be done about it. */
function WhyNot({ resource, values, onChoose, error, onRetry }: WhyNotProps) {
  const { t } = useTranslation();
  const code = error instanceof ProblemError ? error.problem.code : null;
  return (
    <>
      {code === 'OVERDUE_LOANS' && <OverrideField resource={resource} />}
      <Refusal title={t('resource.borrow.refused')} error={error} fields={borrowFields} />
      {code === 'SLOT_TAKEN' && (
        <p>
          <Link to={`/resources/${values.resourceId ?? resource.id}/wait`} className="text-link">
            {t('resource.borrow.waitForIt')}
          </Link>
        </p>
      )}
      {code === 'SLOT_TAKEN' && (
        <FreeNear
          resourceId={values.resourceId ?? resource.id}
          quantity={lentQuantityOf(values.quantity) ?? 1}
          wanted={spanOf(values)}
          onChoose={(span) => {
            onRetry();
            onChoose(span);
          }}
        />
      )}
    </>
  );
}

/** The whole or one of its parts; there is nothing to choose where it has none. */
function UnitField({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const parts = useParts(resource);
  const offered = parts.filter(({ active }) => active);
  const whole = { value: resource.id, label: t('resource.borrow.whole', { title: resource.title }) };
  return (
    <Form.Item name="resourceId" label={t('resource.borrow.part')} hidden={offered.length === 0}>
      <Choice<string> options={[whole, ...offered.map(({ id, title }) => ({ value: id, label: title }))]} />
    </Form.Item>
  );
}

function WhoAndWhy() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="borrowerUnionId"
        label={t('resource.borrow.borrower')}
        rules={[{ required: true, message: t('resource.borrow.borrowerRequired') }]}
      >
        <PartyField only="union" />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('resource.borrow.purpose')}
        rules={[{ required: true, whitespace: true, message: t('resource.borrow.purposeRequired') }]}
      >
        <TextArea rows={2} maxLength={500} placeholder={t('resource.borrow.purposeExample')} />
      </Form.Item>
    </>
  );
}

interface TermsProps {
  readonly resource: Resource;
  readonly values: BorrowForm;
}

/** The right of use and the conditions of the part that is borrowed, or of the whole. */
function Terms({ resource, values }: TermsProps) {
  const parts = useParts(resource);
  const unit = parts.find(({ id }) => id === values.resourceId) ?? resource;
  const quantity = lentQuantityOf(values.quantity);
  const wish = { period: spanOf(values), business: values.business, quantity };
  const right = useRight(unit.id, values.borrowerUnionId?.id, wish);
  const businesses = right?.grant?.businesses ?? [];
  return (
    <>
      {(businesses.length > 0 || values.business !== undefined) && <BusinessField businesses={businesses} />}
      {values.borrowerUnionId !== undefined && (
        <div aria-live="polite">
          <RightSummary right={right} unionName={values.borrowerUnionId.name} />
        </div>
      )}
      <AcceptConditions resource={unit} />
    </>
  );
}

/** The keeper of the resource may lend it in spite of an overdue loan, and gives the reason. */
function OverrideField({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const isKeeper = useIsKeeper(resource);
  if (!isKeeper) return <p className="hint">{t('resource.borrow.overdueHint')}</p>;
  return (
    <Form.Item
      name="overrideReason"
      label={t('resource.borrow.override')}
      extra={t('resource.borrow.overrideHint')}
    >
      <TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}
