import { useMutation } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { FoundEnterprise, FoundPlace, Workplace } from './join.model.js';

/** The platform gives everybody the same answer, so the page does not know whether a message was sent. */
export function usePhoneCode() {
  return useMutation({
    mutationFn: (phone: string) => request('post', '/applications/codes', { body: { phone } }, {}),
  });
}

/** Which union would decide; nothing is saved. */
export function useWay() {
  return useMutation({
    mutationFn: (workplace: Workplace) => request('post', '/applications/route', { body: { workplace } }, {}),
  });
}

const shortest = 2;

export async function findEnterprises(q: string, signal: AbortSignal): Promise<readonly FoundEnterprise[]> {
  if (q.length < shortest) return [];
  return (await request('get', '/application-enterprises', { q }, { signal })).items;
}

export async function findPlaces(
  sought: { readonly q: string } | { readonly longitude: number; readonly latitude: number },
  signal?: AbortSignal,
): Promise<readonly FoundPlace[]> {
  return (await request('get', '/application-places', sought, signal === undefined ? {} : { signal })).items;
}
