import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { type CellKey, type Filters, periodOf } from './cells.js';

/** What is asked for, in the names of the platform. */
export function askedOf({ span, district }: Filters) {
  return { ...periodOf(span, new Date()), ...(district === null ? {} : { district }) };
}

export function useSupplyAndDemand(filters: Filters) {
  const query = askedOf(filters);
  return useQuery({
    queryKey: ['supply-and-demand', query],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/supply-and-demand', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useBehind(filters: Filters, cell: CellKey) {
  const { function: ofFunction, business } = cell;
  const query = { ...askedOf(filters), function: ofFunction, ...(business === null ? {} : { business }) };
  return useQuery({
    queryKey: ['supply-and-demand', 'behind', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/supply-and-demand/behind', { params: { query }, signal })),
  });
}
