import { Client } from '../demo/tools/client.js';
import { passwords } from '../demo/tools/world.js';

export type Reader = 'worker' | 'officer' | 'nobody';

/** One page of the portal, as somebody of the demo network sees it. */
export interface PortalPage {
  readonly name: string;
  readonly path: string;
  readonly as: Reader;
}

/** Sign-ins of the demo network; the refresh token is what the portal keeps. */
export async function signInAs(
  gatewayUrl: string,
  reader: Exclude<Reader, 'nobody'>,
): Promise<{ readonly accessToken: string; readonly refreshToken: string }> {
  const password = reader === 'worker' ? passwords.member : passwords.officer;
  return new Client(gatewayUrl).post('/auth/sessions', { account: reader, password });
}

/** The id of the first item of a list. */
export type FindFirst = (path: string) => Promise<string>;

/** The pages that one reader looks at, by their names. */
export function pagesAs(as: Reader, paths: Readonly<Record<string, string>>): PortalPage[] {
  return Object.entries(paths).map(([name, path]) => ({ name, path, as }));
}
