import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every address of the portal as its areas declare it, e.g. `/members/:memberId`. */
export function portalRoutes(root: string): string[] {
  const areas = join(root, 'services/portal/src/areas');
  const files = readdirSync(areas, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^\w+[/\\]routes\.tsx?$/.test(file),
  );
  const declared = files.flatMap((file) => {
    const text = readFileSync(join(areas, file), 'utf8');
    return [...text.matchAll(/\b(?:page\(|path:)\s*'(\/[^']*)'/g)].map(([, path]) => path ?? '');
  });
  return [...new Set(declared)].sort();
}

/** The route at which an address arrives: of those that match, the one with its parameters the furthest back, as the router has it. */
export function routeAt(routes: readonly string[], address: string): string | undefined {
  const parts = address.replace(/[?#].*$/, '').split('/');
  const matching = routes.filter((route) => {
    const wanted = route.split('/');
    return (
      wanted.length === parts.length &&
      wanted.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  });
  const rank = (route: string): string => route.replace(/:\w+/g, '~');
  return matching.sort((one, other) => (rank(one) < rank(other) ? -1 : 1))[0];
}
