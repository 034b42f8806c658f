/** What an operator says about this platform that every page shows: settings of the gateway, not data. */
export interface PageMarks {
  /** People and unions are invented. */
  readonly demo?: 'true';
  readonly icpNumber?: string;
  readonly policeNumber?: string;
}

/** Writes the marks into the head, where the portal reads them: they stand before its first picture, and cost no request. */
export function pageWithMarks(html: string, { demo, icpNumber, policeNumber }: PageMarks): string {
  const metas = Object.entries({ demo, icp: icpNumber, police: policeNumber })
    .filter(([, content]) => content !== undefined)
    .map(([name, content]) => `<meta name="gongxiang-${name}" content="${content}" />`);
  return html.replace('</head>', () => `${metas.join('')}</head>`);
}
