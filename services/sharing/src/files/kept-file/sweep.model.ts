/** Whoever keeps a file names it within minutes: after this long nobody will. */
const agedMs = 86_400_000;

/** Is it so old that it is named by now, or never? */
export function isOld({ keptAt }: { readonly keptAt: Date }, now: Date): boolean {
  return now.getTime() - keptAt.getTime() > agedMs;
}
