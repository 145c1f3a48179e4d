/** A picture drawn by the service as SVG, put in the page so that it wears the page's colours. */
import type { ReactNode } from 'react';

interface Props {
  /** Made by our own service from numbers and bundled outlines; never a user's text or file. */
  svg: string;
  label: string;
  className?: string | undefined;
}

export function SvgPicture({ svg, label, className }: Props): ReactNode {
  // oxlint-disable-next-line react/no-danger
  return <div role="img" aria-label={label} className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}
