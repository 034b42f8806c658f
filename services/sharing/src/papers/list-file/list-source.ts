import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { AttendanceLineView } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { listRowsMax, type RenderListRequest } from '@gongxiang/contracts/sharing/papers/list-file.contract';
import type { CouponView } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import type { AnswersLineView } from '@gongxiang/contracts/sharing/seats/registration-answers.contract';
import type { RegistrationLineView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type CallContext, DomainError, timeUp } from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { AttendanceService } from '../../attendance/attendance.service.js';
import { CouponService } from '../../seats/give-away/coupon.service.js';
import { UnionRef } from '../../reference/reference.entity.js';
import { AnswersReader } from '../../seats/registration/answers-reader.js';
import { RegistrationReader } from '../../seats/registration/registration-reader.js';
import { answerColumns, attendanceColumns, couponColumns, registrationColumns } from './list-table.model.js';
import type { ListTexts } from './list-texts.model.js';
import type { ListTable } from './list-writer.js';

const pageSize = 200;

/** The format of a list. */
interface ListForm {
  readonly texts: ListTexts;
  readonly timeZone: string;
}

type PageQuery = { readonly limit: number; readonly cursor?: string };

/** The lists of an activity, from the code behind their pages, which also checks access. */
@Injectable()
export class ListSource {
  constructor(
    private readonly transactions: Transactions,
    private readonly registrations: RegistrationReader,
    private readonly attendance: AttendanceService,
    private readonly answers: AnswersReader,
    private readonly coupons: CouponService,
  ) {}

  registrationTable(
    request: RenderListRequest,
    call: CallContext,
    form: ListForm,
  ): ListTable<RegistrationLineView> {
    const { activityId, state, pool } = request;
    const asked = { activityId, ...(state === undefined ? {} : { state }) };
    const pages = pagesOf(call, (page) => this.registrations.list({ ...asked, ...page }, call));
    const columns = registrationColumns(form.texts, form.timeZone);
    return { columns, pages: pool === undefined ? pages : ofPool(pages, pool) };
  }

  attendanceTable(
    { activityId }: RenderListRequest,
    call: CallContext,
    form: ListForm,
  ): ListTable<AttendanceLineView> {
    const names = new Map<string, string>();
    const pages = pagesOf(call, async (page) => {
      const found = await this.attendance.list({ activityId, ...page }, call);
      await this.addNames(call, found.items, names);
      return found;
    });
    return { columns: attendanceColumns(form.texts, form.timeZone, names), pages };
  }

  couponTable(
    { activityId, couponState }: RenderListRequest,
    call: CallContext,
    form: ListForm,
  ): ListTable<CouponView> {
    const asked = { activityId, ...(couponState === undefined ? {} : { state: couponState }) };
    const pages = pagesOf(call, (page) => this.coupons.list({ ...asked, ...page }, call));
    return { columns: couponColumns(form.texts, form.timeZone), pages };
  }

  async answersTable(
    { activityId }: RenderListRequest,
    call: CallContext,
    form: ListForm,
  ): Promise<ListTable<AnswersLineView>> {
    const { questions } = await this.answers.summary({ activityId }, call);
    const pages = pagesOf(call, (page) => this.answers.list({ activityId, ...page }, call));
    return { columns: answerColumns(form.texts, questions), pages };
  }

  private addNames(
    call: CallContext,
    lines: readonly AttendanceLineView[],
    names: Map<string, string>,
  ): Promise<void> {
    const unknown = [...new Set(lines.map(({ unionId }) => unionId))].filter((id) => !names.has(id));
    if (unknown.length === 0) return Promise.resolve();
    return this.transactions.read(call, async (tx) => {
      const unions = await tx.sql.findBy(UnionRef, { id: In(unknown) });
      for (const { id, name } of unions) names.set(id, name);
    });
  }
}

/** All pages of a list. @throws DomainError `LIST_FILE_TOO_LONG`, `TIME_UP` */
async function* pagesOf<Line>(
  call: CallContext,
  fetchPage: (page: PageQuery) => Promise<Page<Line>>,
): AsyncGenerator<readonly Line[]> {
  let rows = 0;
  let cursor: string | null = null;
  do {
    if (Date.now() > call.deadline) throw timeUp();
    const page: Page<Line> = await fetchPage({ limit: pageSize, ...(cursor === null ? {} : { cursor }) });
    rows += page.items.length;
    if (rows > listRowsMax) throw new DomainError('LIST_FILE_TOO_LONG', { params: { rowsMax: listRowsMax } });
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

async function* ofPool(
  pages: AsyncIterable<readonly RegistrationLineView[]>,
  poolId: string,
): AsyncGenerator<readonly RegistrationLineView[]> {
  for await (const lines of pages) yield lines.filter(({ pool }) => pool === poolId);
}
